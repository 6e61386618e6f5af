import type { NewStep, Plan, PlanAction, PlanSummary } from '@vsnap/console-api/plan.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { createHash, randomUUID } from 'node:crypto'
import type { Registry } from '../appliances/registry.ts'
import type { Vault } from '../appliances/vault.ts'
import { redact } from '../audit/redact.ts'
import { authorise, type Caller } from '../sessions/caller.ts'
import { createTurns } from '../turns.ts'
import { acceptSteps } from './accept.ts'
import { change } from './actions.ts'
import type { Runner } from './runner.ts'
import { operationOf, type PlanRecord, secondsNow } from './step.ts'
import type { PlanStore } from './store.ts'
import { headOf, planView, summaryOf } from './view.ts'

/** The plans of the console; see planEndpoints in the console's API for what each throws. */
export interface Plans {
  create(plan: { title: string; steps: readonly NewStep[] }, key: string, caller: Caller): Promise<Full<Plan>>
  act(id: string, act: { action: PlanAction; step?: number | undefined }, caller: Caller): Promise<Full<Plan>>
  view(id: string): Promise<Full<Plan>>
  list(filter: Parameters<PlanStore['list']>[0]): Promise<{
    plans: Full<PlanSummary>[]
    next: string | null
    total: number
  }>
}

export interface PlanDependencies {
  readonly store: PlanStore
  readonly runner: Runner
  readonly registry: Registry
  readonly vault: Vault
}

export function createPlans({ store, runner, registry, vault }: PlanDependencies): Plans {
  const nextId = createIds()
  // What two people want of the same plan is done one after the other.
  const oneAtATime = createTurns(1)
  const load = async (id: string): Promise<PlanRecord> => runner.current(id) ?? (await store.load(id)) ?? notFound(id)

  return {
    async create({ title, steps }, key, caller) {
      const id = nextId()
      const accepted = acceptSteps(steps, { registry, caller, seal: (secret) => vault.seal(secret, id) })
      const plan: PlanRecord = {
        id,
        title,
        user: nameOf(caller),
        actor: nameOf(caller),
        address: caller.address,
        state: 'queued',
        undoing: false,
        time_created: secondsNow(),
        time_ended: null,
        steps: accepted.map(({ appliance, operation, about, input }, n) => ({
          n,
          appliance,
          operation,
          about,
          input,
          state: 'queued',
          request_id: randomUUID(),
          status: null,
          answer: null,
          error: null,
          doubtful: false,
          found: false,
          time_started: null,
          time_ended: null,
        })),
      }
      // Without secrets: a hash of a short one can be guessed back.
      const content = createHash('sha256')
        .update(JSON.stringify(redactedSteps(title, steps)))
        .digest('base64url')
      const made = await store.insert(plan, { key, content })
      if (made.content !== content) {
        throw new ApiError(
          409,
          'IdempotencyKeyReused',
          'Another plan was made with this Idempotency-Key. Make a new key for each new plan.',
          { id: made.id },
        )
      }
      if (made.id !== id) return planView(await load(made.id))
      runner.start(plan)
      return planView(plan)
    },

    act: (id, { action, step }, caller) =>
      oneAtATime(async () => {
        const plan = await load(id)
        for (const one of plan.steps) authorise(operationOf(one).endpoint, caller)
        const changed = change(plan, action, step)
        // To stop something takes no rights over: what is still under way keeps those that it began with.
        if (action !== 'cancel') Object.assign(plan, { actor: nameOf(caller), address: caller.address })
        await store.save(plan, changed)
        if (action === 'cancel') runner.cancel(plan)
        else runner.start(plan)
        return planView(plan)
      }),

    async view(id) {
      return planView(await load(id))
    },

    async list(filter) {
      const current = (id: string) => {
        const plan = runner.current(id)
        return plan && headOf(plan)
      }
      const { plans, next, total } = await store.list(filter, current)
      return { plans: plans.map(summaryOf), next, total }
    },
  }
}

const redactedSteps = (title: string, steps: readonly NewStep[]) => ({
  title,
  steps: steps.map((step) => redact(step)),
})

/** Who is here has been let in by the role of the operation, so there is somebody. */
function nameOf({ user }: Caller): string {
  if (!user) throw new Error('nobody is logged in')
  return user.name
}

function notFound(id: string): never {
  throw new ApiError(404, 'NotFoundError', `There is no plan ${id}.`)
}

/** Ids that sort by time. */
function createIds(): () => string {
  let last = 0
  return () => {
    last = Math.max(Date.now(), last + 1)
    return `${last.toString(36).padStart(9, '0')}${randomUUID().slice(0, 6)}`
  }
}
