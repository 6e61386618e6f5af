import type { CallInput, Endpoint, Operation, Trace } from '@vsnap/contract/endpoint.ts'
import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import type { Registry } from '../appliances/registry.ts'
import type { Vault } from '../appliances/vault.ts'
import type { Audit } from '../audit/audit.ts'
import { redact } from '../audit/redact.ts'
import { type ApplianceCalls, leavesUnknown, type Manner } from '../proxy/appliance-calls.ts'
import { authorise } from '../sessions/caller.ts'
import type { SessionPerson } from '../sessions/sessions.ts'
import { gather, inverseInput, inverseOf, valueAt } from './effects.ts'
import { decoded, type Look, outOfReach, removed, type Seen } from './look.ts'
import { endpointOf } from './operations.ts'
import { operationOf, parseInput, type PlanRecord, resolveInput, secondsNow, type Step } from './step.ts'

/** Makes the calls of steps. What is known for sure is handed to `save` before anything else is done. */
export interface Performer {
  /**
   * Does a step, from wherever it stands, until it is `succeeded`, `failed`, `unknown` or (ended by `signal`) `cancelled`.
   * `kept` resolves when no kill can take that back. What the next step writes before it is sent is written after it, so
   * the two can share a commit: nothing is sent while a kill could still take back what came before it.
   */
  perform(plan: PlanRecord, step: Step, signal: AbortSignal): Promise<{ readonly kept: Promise<void> }>
  /** Takes a step back: it is `undone`, or stays as it is with an error that says why. False: it could have been, and was not. */
  undo(plan: PlanRecord, step: Step): Promise<boolean>
  /** Leaves a step that has to stay, since it is needed by one that could not be taken back, or cannot be reached. */
  keep(plan: PlanRecord, step: Step, why: string): Promise<void>
}

/** Who runs a plan, with the rights that they have now; null: nobody of that name any more. */
export type ActorOf = (name: string) => Promise<SessionPerson | null>

export interface PerformerDependencies {
  readonly registry: Registry
  readonly calls: ApplianceCalls
  readonly actorOf: ActorOf
  readonly audit: Audit
  readonly vault: Vault
  readonly look: Look
  readonly save: (plan: PlanRecord, step: Step) => Promise<void>
  /** Lets a bounded number of calls be made at once. */
  readonly turn: <T>(call: () => Promise<T>) => Promise<T>
  /** Milliseconds between two looks at something that goes on. */
  readonly every: number
  /** Milliseconds that an appliance may be out of reach while something goes on there. */
  readonly outage: number
}

/** Why a signal is aborted: the console stops, and the next one goes on from what is kept; or somebody has cancelled the plan. */
export const stopping = 'stopping'
export const cancelled = 'cancelled'

/** Times that a call whose answer was lost is sent again after the appliance showed that it was not done. */
const again = 2

/** Steps that still follow on the same appliance, so that somebody who looks there is told of several at once. */
const many = 10

/**
 * What destroys something is in the trail for good before it is sent. All else may be sent again after a power cut of
 * these milliseconds: what it has made then refuses it by its name, and a person decides.
 */
function mannerOf({ steps, undoing }: PlanRecord, { n, appliance }: Step, { destructive }: Endpoint): Manner {
  const [way, left] = undoing ? ([-1, 'succeeded'] as const) : ([1, 'queued'] as const)
  let following = 0
  for (let at = n + way; following < many && steps[at]; at += way)
    if (steps[at]?.appliance.id === appliance.id && steps[at]?.state === left) following += 1
  return { until: destructive === true ? 'on disk' : 'on its way', isFollowed: following === many }
}

export function createPerformer(deps: PerformerDependencies): Performer {
  const { registry, calls, actorOf, audit, vault, look, save, turn } = deps

  const secret = (plan: PlanRecord) => (marker: { $secret: string } | { $sealed: string }) => {
    if ('$sealed' in marker) return vault.open(marker.$sealed, plan.id)
    const id = marker.$secret.replace(/^appliance:/, '')
    const password = registry.view(id) ? registry.password(id) : null
    if (password !== null) return password
    throw new ApiError(409, 'ReferenceError', `The console has no readable password of the appliance ${id} any more.`)
  }

  /** The input of a step, as its operation takes it. @throws ApiError, z.ZodError */
  const inputOf = (plan: PlanRecord, step: Step): CallInput =>
    parseInput(operationOf(step).endpoint, resolveInput(plan, step, secret(plan)))

  /** Makes a call with the rights that the plan's actor has now, as any single call is made. */
  const send = async (plan: PlanRecord, step: Step, { name, endpoint }: Operation, input: CallInput) => {
    const user = await actorOf(plan.actor)
    if (!user)
      throw new ApiError(
        403,
        'PermissionDeniedError',
        `${plan.actor}, whose rights this plan runs with, is no person of this console any more.`,
      )
    const caller = { user, address: plan.address, request_id: step.request_id }
    authorise(endpoint, caller)
    const connection = registry.connection(step.appliance.id)
    if (!connection) throw removed(step.appliance.name)
    const operation = { name, endpoint }
    // Nobody waits for the outcome to be in the trail: the step is saved after it, and the two share a commit.
    const { status, body } =
      endpoint.method === 'GET'
        ? await turn(() => calls.read(connection, operation, input, step.request_id))
        : await turn(() => calls.write(connection, operation, input, caller, mannerOf(plan, step, endpoint)))
    return { status, answer: decoded(endpoint, parse(body)) }
  }

  const end = (step: Step, end: Partial<Step>) => Object.assign(step, { time_ended: secondsNow(), ...end })
  const succeed = (step: Step, endpoint: Endpoint, answer: unknown, status: number | null, found = false) => {
    // From here on nothing is doubtful: what goes on now is looked at, and never begun again.
    Object.assign(step, { answer: redact(answer), status, found, error: null, doubtful: false })
    if (endpoint.settles) step.state = 'waiting'
    else end(step, { state: 'succeeded' })
  }
  const fail = (step: Step, failure: unknown) => {
    const { status, type, message } = toApiError(failure)
    end(step, { state: 'failed', status, error: { type, message }, doubtful: false })
  }
  const giveUp = (step: Step, why: string) =>
    end(step, { state: 'unknown', error: { type: 'OutcomeUnknown', message: why }, doubtful: true })

  /** Sends a step's call, and finds out what became of it when the answer is lost. */
  const make = async (plan: PlanRecord, step: Step, signal: AbortSignal): Promise<void> => {
    step.state = 'running'
    const operation = operationOf(step)
    const { endpoint } = operation
    const input = inputOf(plan, step)
    const seen = () => look.for(step.appliance.id, operation, input, step.time_started ?? secondsNow(), signal)
    const before = step.recovered ? await audit.outcome(step.request_id) : undefined
    step.recovered = false
    if (before) {
      if (before.state === 'refused' && before.error && !step.doubtful)
        return fail(step, new ApiError(before.status ?? 500, before.error.type, before.error.message))
      // What was made since then may be its work.
      step.time_started = Math.min(step.time_started ?? before.time, before.time)
      step.doubtful = true
      if (before.state === 'done') {
        // The appliance had said that it was done when the console ended; only what else it said was lost.
        const found = await seen()
        const answer = found.is === 'done' ? found.answer : null
        if (answer !== null || !endpoint.settles) return succeed(step, endpoint, answer, before.status, true)
        return void giveUp(step, 'It was begun, and how it goes on cannot be seen without the answer, which was lost.')
      }
    }
    for (let tries = 0; ; tries += 1) {
      if (step.doubtful) {
        const found: Seen = await seen()
        if (found.is === 'done') return succeed(step, endpoint, found.answer, step.status, true)
        if (found.is === 'unclear') return void giveUp(step, found.why)
        if (tries > again) return void giveUp(step, `It was sent ${tries} times, and each time its answer was lost.`)
        step.request_id = randomUUID()
        await save(plan, step)
      }
      try {
        const { status, answer } = await send(plan, step, operation, input)
        return succeed(step, endpoint, answer, status)
      } catch (error) {
        const failure = toApiError(error)
        // Cut off because the console stops: the next one finds out what became of it.
        if (signal.reason === stopping && outOfReach.has(failure.type)) throw error
        if (leavesUnknown(failure) && endpoint.method !== 'GET') {
          Object.assign(step, { doubtful: true, status: failure.status })
          await save(plan, step)
          continue
        }
        // Refused, after a call whose answer was lost: that one may have done it.
        const found: Seen | null = step.doubtful ? await seen() : null
        if (found?.is === 'done') return succeed(step, endpoint, found.answer, step.status, true)
        return fail(step, failure)
      }
    }
  }

  /** Waits until what a step began is over. */
  const settle = async (step: Step, signal: AbortSignal): Promise<void> => {
    const { settles } = operationOf(step).endpoint
    if (!settles) return void end(step, { state: 'succeeded' })
    const params = gather(settles.params, { result: step.answer })
    for (let pause = deps.every; ; pause = Math.min(pause * 1.5, deps.every * 10)) {
      const view = await look.read(step.appliance.id, settles.operation, { params }, { patience: deps.outage, signal })
      step.answer = redact(view)
      const value = String(valueAt(view, settles.field))
      const over = settles.done.includes(value) || settles.failed.includes(value)
      if (over) await calls.settled(step.appliance.id, operationOf(step))
      if (settles.done.includes(value)) return void end(step, { state: 'succeeded' })
      if (settles.failed.includes(value)) {
        const why = settles.message === undefined ? undefined : valueAt(view, settles.message)
        const message = typeof why === 'string' && why !== '' ? why : `It ended as ${value}.`
        return void end(step, { state: 'failed', error: { type: 'DidNotSucceed', message } })
      }
      await after(pause, undefined, { signal })
    }
  }

  const keeping = (plan: PlanRecord, step: Step) => {
    const kept = save(plan, step)
    // Whoever waits for it later hears it then.
    kept.catch(() => undefined)
    return { kept }
  }

  return {
    keep(plan, step, message) {
      step.error = { type: 'LeftInPlace', message }
      return save(plan, step)
    },

    async perform(plan, step, signal) {
      const resumed = step.state === 'waiting'
      step.time_started ??= secondsNow()
      try {
        if (!resumed) {
          await make(plan, step, signal)
          if (step.state !== 'waiting') return keeping(plan, step)
          await save(plan, step)
        }
        await settle(step, signal)
      } catch (error) {
        // The next console goes on from what is kept.
        if (signal.reason === stopping) return { kept: Promise.resolve() }
        if (signal.aborted && step.state === 'waiting') {
          const message = 'It was begun, and goes on on the appliance; nobody waits for it here any more.'
          end(step, { state: 'cancelled', error: { type: 'NotWaitedFor', message } })
        } else if (signal.aborted && step.doubtful) {
          giveUp(step, 'It was sent, and its answer was lost; the plan was cancelled before it was looked for.')
        } else if (step.state === 'waiting' && outOfReach.has(toApiError(error).type)) {
          giveUp(step, `It was begun; how it ended could not be seen: ${toApiError(error).message}`)
          step.doubtful = false
        } else fail(step, error)
      }
      return keeping(plan, step)
    },

    async undo(plan, step) {
      const inverse = inverseOf(vsnapApi, step.operation)
      const endpoint = inverse && endpointOf(inverse.operation)
      const stay = async (type: string, message: string, could: boolean) => {
        step.error = { type, message }
        await save(plan, step)
        return !could
      }
      if (!inverse || !endpoint) {
        if (operationOf(step).endpoint.method === 'GET') return true
        return stay('NotUndoable', 'It cannot be taken back safely, and was left as it is.', false)
      }
      if (step.found) {
        const message =
          'It was found after its answer had been lost, and is left as it is: nobody can be sure that it is not somebody else’s.'
        return stay('NotUndoable', message, false)
      }
      try {
        // No secret is needed to take something back, and it may be gone by now.
        const input = resolveInput(plan, step, () => 'x'.repeat(8))
        const done = { ...parseInput(operationOf(step).endpoint, input), result: step.answer }
        if (inverse.unless && (await look.holds(step.appliance.id, inverse.unless, done)))
          return await stay('StillInUse', inUse(inverse.unless), true)
        const operation = { name: inverse.operation, endpoint }
        const call = parseInput(endpoint, inverseInput(endpoint, inverse, done))
        step.request_id = randomUUID()
        try {
          await send(plan, step, operation, call)
        } catch (error) {
          const gone = await look.for(step.appliance.id, operation, call, secondsNow())
          if (gone.is !== 'done') throw error
        }
        // Its times stay those of what it did.
        Object.assign(step, { state: 'undone', error: null })
        await save(plan, step)
        return true
      } catch (error) {
        const { type, message } = toApiError(error)
        return stay(type, message, true)
      }
    },
  }
}

/** Why something is not taken back: what the contract looks for is in it, and would go with it. */
const inUse = ({ items }: Trace): string =>
  items === 'snapshots'
    ? 'There are snapshots in it, which would go with it. Replication may have made them, or somebody else: nobody can be sure. Look at them; delete them and undo once more, or keep it.'
    : 'Something else is in it now, which would go with it. Look at it; delete that and undo once more, or keep it.'

/** JSON; what is none is kept as the text that it is. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return body.toString('utf8')
  }
}
