import type { PlanState } from '@vsnap/console-api/plan.ts'
import type { Logger } from 'pino'
import { leave, left } from './actions.ts'
import { cancelled, type Performer, stopping } from './perform.ts'
import { outOfReach } from './look.ts'
import { neededBy } from './references.ts'
import { type PlanRecord, secondsNow, type Step } from './step.ts'
import type { PlanStore } from './store.ts'

/** Goes on with plans until each has ended: the steps of one appliance one after the other, different appliances side by side. */
export interface Runner {
  /** The plan that is going on under this id, as it is this very moment. */
  current(id: string): PlanRecord | undefined
  /** Goes on with a plan, from whatever can be done. */
  start(plan: PlanRecord): void
  /** Waits for nothing more of a plan; its steps that had not begun were left out before. */
  cancel(plan: PlanRecord): void
  /** Goes on with what an earlier process has left. */
  resume(): Promise<void>
  /** Begins nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>
}

interface Active {
  readonly plan: PlanRecord
  /** What is done now, by appliance; the taking back of a plan has the key ''. */
  readonly lanes: Map<string, Promise<void>>
  cancelling: AbortController
  /** Ends what waits: this plan was cancelled, or the console stops. */
  signal: AbortSignal
  /** Those who wait for another lane. */
  waiting: (() => void)[]
}

export function createRunner({
  store,
  performer,
  log,
}: {
  store: PlanStore
  performer: Performer
  log: Logger
}): Runner {
  const active = new Map<string, Active>()
  const ending = new AbortController()

  const cancellable = () => {
    const cancelling = new AbortController()
    return { cancelling, signal: AbortSignal.any([ending.signal, cancelling.signal]) }
  }

  const changed = (entry: Active) => {
    const { waiting } = entry
    entry.waiting = []
    for (const go of waiting) go()
  }

  /** Whether the answers that a step needs are there; waits while a lane that is under way may still bring them. */
  const ready = async (entry: Active, step: Step): Promise<'yes' | 'never' | 'blocked'> => {
    const targets = neededBy(step.input).flatMap((n) => entry.plan.steps[n] ?? [])
    for (;;) {
      if (targets.some(({ state }) => state === 'cancelled' || state === 'undone')) return 'never'
      const missing = targets.filter(({ state }) => state !== 'succeeded')
      if (missing.length === 0) return 'yes'
      const hopeless = missing.some(
        ({ state, appliance }) => state === 'failed' || state === 'unknown' || !entry.lanes.has(appliance.id),
      )
      if (hopeless || ending.signal.aborted) return 'blocked'
      await new Promise<void>((go) => entry.waiting.push(go))
    }
  }

  /** The steps of one appliance, up to the first that fails or has to wait for a person. */
  const work = async (entry: Active, steps: readonly Step[]): Promise<void> => {
    const { plan } = entry
    let before: { readonly step: Step; readonly kept: Promise<void> } | undefined
    const beforeIsKept = async () => {
      try {
        await before?.kept
      } catch (error) {
        // Of what could not be kept nobody knows how it ended.
        if (before) before.step.state = 'running'
        throw error
      }
    }
    for (;;) {
      const step = steps.find(({ state }) => state !== 'succeeded' && state !== 'cancelled' && state !== 'undone')
      if (!step || !mayGoOn(step) || ending.signal.aborted) return beforeIsKept()
      const is = step.state === 'waiting' ? 'yes' : await ready(entry, step)
      if (is === 'blocked' || ending.signal.aborted) return beforeIsKept()
      // Somebody may have cancelled it meanwhile.
      if (!mayGoOn(step)) continue
      if (is === 'never') {
        leave(step, left.needsSkipped, 'It needs the answer of a step that was left out.')
        await store.saveStep(plan, step)
      } else {
        const { kept } = await performer.perform(plan, step, entry.signal)
        await beforeIsKept()
        before = { step, kept }
      }
      if (!ending.signal.aborted) changed(entry)
    }
  }

  const takeBack = async ({ plan }: Active): Promise<void> => {
    // Whatever one that stays was made with stays too, and so does all else where nothing can be reached; the rest is taken back.
    const needed = new Map<number, Step>()
    const unreachable = new Map<string, Step>()
    for (const step of plan.steps.toReversed()) {
      if (ending.signal.aborted) return
      const kept = needed.get(step.n)
      const silent = unreachable.get(step.appliance.id)
      const stay = () => {
        for (const n of neededBy(step.input)) if (!needed.has(n)) needed.set(n, step)
      }
      if (step.state !== 'succeeded') continue
      if (kept) {
        await performer.keep(plan, step, `Step ${kept.n + 1} needs it, and could not be undone.`)
        stay()
      } else if (silent) {
        await performer.keep(plan, step, `${step.appliance.name} did not answer when step ${silent.n + 1} was undone.`)
        stay()
      } else if (!(await performer.undo(plan, step))) {
        stay()
        if (step.error && outOfReach.has(step.error.type)) unreachable.set(step.appliance.id, step)
      }
    }
  }

  const begin = (entry: Active, key: string, steps: readonly Step[], lane: () => Promise<void>) => {
    const done = lane()
      .catch((error: unknown) => {
        log.error({ err: error, plan: entry.plan.id }, 'a plan cannot go on')
        const message = 'The console could not keep what happened; its log has the details.'
        for (const step of steps)
          if (step.state === 'running')
            Object.assign(step, { state: 'unknown', error: { type: 'InternalError', message }, doubtful: true })
      })
      .then(() => {
        entry.lanes.delete(key)
        if (ending.signal.aborted) return undefined
        changed(entry)
        return entry.lanes.size === 0 ? finish(entry) : undefined
      })
    entry.lanes.set(key, done)
  }

  const finish = async (entry: Active): Promise<void> => {
    const { plan } = entry
    Object.assign(plan, { state: endOf(plan), time_ended: secondsNow() })
    try {
      await store.save(plan, [])
    } catch (error) {
      log.error({ err: error, plan: plan.id }, 'the end of a plan could not be written')
    }
    // Somebody may have tried it again in the meantime.
    if (entry.lanes.size === 0) active.delete(plan.id)
  }

  const start = (plan: PlanRecord): void => {
    if (ending.signal.aborted) return
    const entry = active.get(plan.id) ?? { plan, lanes: new Map(), ...cancellable(), waiting: [] }
    active.set(plan.id, entry)
    if (entry.cancelling.signal.aborted) Object.assign(entry, cancellable())
    plan.state = 'running'
    const lanes = plan.undoing ? new Map([['', plan.steps]]) : Map.groupBy(plan.steps, ({ appliance }) => appliance.id)
    const idle = [...lanes].filter(([id]) => !entry.lanes.has(id))
    // All of them are there before the first begins: it may have to wait for another.
    for (const [id] of idle) entry.lanes.set(id, Promise.resolve())
    for (const [id, steps] of idle) begin(entry, id, steps, () => (plan.undoing ? takeBack(entry) : work(entry, steps)))
  }

  return {
    current(id) {
      const entry = active.get(id)
      if (!entry || entry.lanes.size === 0) return entry?.plan
      const is = (state: PlanState) => entry.plan.steps.some((step) => step.state === state)
      entry.plan.state = is('waiting') && !is('running') ? 'waiting' : 'running'
      return entry.plan
    },
    start,

    cancel(plan) {
      const entry = active.get(plan.id)
      // One that had stopped at a failure has no lane that would end it.
      if (!entry) return start(plan)
      entry.cancelling.abort(cancelled)
      changed(entry)
    },

    async resume() {
      for (const id of await store.unfinished()) {
        const plan = await store.load(id)
        if (plan) start(plan)
      }
    },

    async stop() {
      ending.abort(stopping)
      for (const { waiting } of active.values()) for (const go of waiting) go()
      await Promise.all([...active.values()].flatMap(({ lanes }) => [...lanes.values()]))
    },
  }
}

const mayGoOn = ({ state }: Step) => state === 'queued' || state === 'waiting'

/** What a plan that nobody goes on with has come to. */
function endOf({ steps, undoing }: PlanRecord): PlanState {
  const has = (state: PlanState) => steps.some((step) => step.state === state)
  if (undoing) {
    const kept = steps.some(
      ({ state, error }) => state === 'succeeded' && error !== null && error.type !== 'NotUndoable',
    )
    return kept ? 'failed' : 'undone'
  }
  if (has('unknown')) return 'unknown'
  if (has('failed')) return 'failed'
  const onPurpose = steps.some(
    ({ state, error }) => state === 'cancelled' && error?.type !== left.skipped && error?.type !== left.needsSkipped,
  )
  return onPurpose ? 'cancelled' : 'succeeded'
}
