import { type Plan, type PlanState, type PlanStep, planStates, type PlanSummary } from '@vsnap/console-api/plan.ts'
import { notKept } from '@vsnap/console-api/plan.rules.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { soundsSecret } from '../audit/redact.ts'
import { inverseOf } from './effects.ts'
import { endpointOf } from './operations.ts'
import { mapLeaves, markerOf } from './references.ts'
import { parseInput, type PlanRecord, resolveInput, type Step } from './step.ts'
import type { PlanHead } from './store.ts'

/** A plan as people may see it. */
export function planView(plan: PlanRecord): Full<Plan> {
  return { ...summaryOf(headOf(plan)), steps: plan.steps.map((step) => stepView(plan, step)) }
}

/** What a list has of a plan that is held with its steps. */
export function headOf(plan: PlanRecord): PlanHead {
  const counts: PlanHead['counts'] = {}
  for (const { state } of plan.steps) counts[state] = (counts[state] ?? 0) + 1
  const appliances = new Map(plan.steps.map(({ appliance }) => [appliance.id, appliance]))
  return { ...plan, counts, appliances: [...appliances.values()] }
}

export function summaryOf(head: PlanHead): Full<PlanSummary> {
  const { id, title, user, actor, state, undoing, counts, appliances, time_created, time_ended } = head
  const all = Object.fromEntries(planStates.map((one) => [one, counts[one] ?? 0])) as Record<PlanState, number>
  const total = Object.values(all).reduce((sum, steps) => sum + steps, 0)
  return { id, title, user, actor, state, undoing, counts: all, total, appliances, time_created, time_ended }
}

function stepView(plan: PlanRecord, step: Step): Full<PlanStep> {
  const { n, appliance, operation, about, state, status, answer, error, request_id, found, time_started, time_ended } =
    step
  const { params = {}, query = {}, body = {} } = mapLeaves(step.input, shown) as Step['input']
  return {
    n,
    appliance,
    operation,
    title: endpointOf(operation)?.title ?? operation,
    about,
    params,
    query,
    body,
    state,
    call: callOf(plan, step),
    status,
    answer,
    error,
    request_id,
    found,
    undo: found ? null : (inverseOf(vsnapApi, operation)?.operation ?? null),
    time_started,
    time_ended,
  }
}

/** A reference and the name of a stored secret are shown as they are; a secret that was typed is not. */
function shown(leaf: unknown, key: string): unknown {
  const marker = markerOf(leaf)
  if (marker) return '$sealed' in marker ? notKept : leaf
  return soundsSecret(key) && leaf != null ? notKept : leaf
}

/** Where a step goes; null while that needs an answer which is not there yet. */
function callOf(plan: PlanRecord, step: Step): { method: string; path: string } | null {
  const endpoint = endpointOf(step.operation)
  if (!endpoint) return null
  try {
    const { method, path } = encodeRequest(
      endpoint,
      parseInput(
        endpoint,
        resolveInput(plan, step, () => 'x'.repeat(8)),
      ),
    )
    return { method, path }
  } catch {
    return null
  }
}
