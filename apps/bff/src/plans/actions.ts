import type { PlanAction } from '@vsnap/console-api/plan.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { randomUUID } from 'node:crypto'
import { type PlanRecord, secondsNow, type Step } from './step.ts'

/** Why a step is `cancelled`, as the type of its error. */
export const left = {
  skipped: 'Skipped',
  needsSkipped: 'NeedsSkipped',
  cancelled: 'Cancelled',
  notWaitedFor: 'NotWaitedFor',
} as const

/**
 * Changes a plan as an action says, and answers the steps that it changed; nothing is begun or ended here.
 * `only`: the number of the one step that is meant. @throws ApiError 409 PlanStateError
 */
export function change(plan: PlanRecord, action: PlanAction, only?: number): Step[] {
  const steps = plan.steps.filter(({ n }) => only === undefined || n === only)
  const going = plan.steps.some(({ state }) => state === 'running' || state === 'waiting')
  if (plan.undoing && action !== 'undo') throw refused('This plan has been taken back. Make a new one.')
  const changed = changes[action](plan, steps, going)
  // Ended or not: that is found out by who goes on with it.
  if (action !== 'cancel') Object.assign(plan, { state: 'running', time_ended: null })
  return changed
}

const changes: Record<PlanAction, (plan: PlanRecord, steps: readonly Step[], going: boolean) => Step[]> = {
  retry(_, steps) {
    const again = steps.filter(
      ({ state, error }) => stuck(state) || (state === 'cancelled' && error?.type !== left.skipped),
    )
    if (again.length === 0)
      throw refused('No step has failed, is unknown or was cancelled: there is nothing to try again.')
    for (const step of again) {
      // What was begun and goes on is looked at again, and not begun a second time.
      const begun = step.error?.type === left.notWaitedFor || (step.state === 'unknown' && !step.doubtful)
      const since = begun || step.doubtful ? step.time_started : null
      const kept = begun ? {} : { request_id: randomUUID(), status: null, answer: null }
      Object.assign(step, {
        state: begun ? 'waiting' : 'queued',
        error: null,
        time_started: since,
        time_ended: null,
        ...kept,
      })
    }
    return again
  },

  skip(_, steps) {
    const skipped = steps.filter(({ state }) => stuck(state))
    if (skipped.length === 0) throw refused('No step has failed or is unknown: there is nothing to skip.')
    for (const step of skipped) leave(step, left.skipped, `It was skipped. ${step.error?.message ?? ''}`.trim())
    return skipped
  },

  undo(plan, _, going) {
    if (going || plan.state === 'queued' || plan.state === 'running') {
      throw refused('This plan is still going on. Cancel it, and take back what was done when it has ended.')
    }
    if (plan.state === 'undone' || !plan.steps.some(({ state }) => state === 'succeeded'))
      throw refused('Nothing of this plan is left to be taken back.')
    const rest = plan.steps.filter(({ state }) => state === 'queued')
    for (const step of rest) leave(step, left.cancelled, 'It was not begun.')
    plan.undoing = true
    return rest
  },

  cancel(plan, _, going) {
    const rest = plan.steps.filter(({ state }) => state === 'queued')
    if (rest.length === 0 && !going) throw refused('This plan has ended: there is nothing to cancel.')
    for (const step of rest) leave(step, left.cancelled, 'It was cancelled before it was begun.')
    return rest
  },
}

const stuck = (state: Step['state']) => state === 'failed' || state === 'unknown'

/** Leaves a step out, saying why. One that had ended before keeps that time: how long it took stays true. */
export function leave(step: Step, type: string, message: string): void {
  Object.assign(step, { state: 'cancelled', error: { type, message }, time_ended: step.time_ended ?? secondsNow() })
}

const refused = (message: string) => new ApiError(409, 'PlanStateError', message)
