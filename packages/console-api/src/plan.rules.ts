import type { Plan, PlanState, PlanStep, PlanSummary } from './plan.ts'

/** Stands in a plan where somebody had typed a secret. */
export const notKept = '(not kept)'

interface Counted {
  readonly counts: Partial<PlanSummary['counts']>
  readonly undoing?: boolean
}

/**
 * How far a plan is, in steps: `done` of all; of one that is or was taken back, how many are taken back of those that had
 * been done. `failed` went wrong or wait for a person, `left` are to come, `leftOut` will not be done.
 */
export function planProgress({ counts, undoing = false }: Counted): {
  readonly done: number
  readonly of: number
  readonly failed: number
  readonly left: number
  readonly leftOut: number
} {
  const sum = (...states: PlanState[]) => states.reduce((total, state) => total + (counts[state] ?? 0), 0)
  if (undoing) return { done: sum('undone'), of: sum('undone', 'succeeded'), failed: 0, left: 0, leftOut: 0 }
  const [failed, left, leftOut] = [sum('failed', 'unknown'), sum('queued', 'running', 'waiting'), sum('cancelled')]
  const done = sum('succeeded', 'undone')
  return { done, of: done + failed + left + leftOut, failed, left, leftOut }
}

/** Steps that undo takes back, the last first. */
export const undoable = ({ steps }: Pick<Plan, 'steps'>): PlanStep[] =>
  steps.filter(({ state, undo }) => state === 'succeeded' && undo !== null).toReversed()

/** Seconds between two steps that still count as work: times are whole seconds, and the next step begins in between. */
const betweenSteps = 2

/**
 * Seconds that a plan was at work: from when its steps began to when they ended, without what lay between a failure and
 * what somebody then decided. A step that has not ended yet goes on `now` (epoch seconds).
 */
export function workedFor({ steps }: Pick<Plan, 'steps'>, now: number): number {
  const spans = steps
    .flatMap(({ time_started: from, time_ended: to }) =>
      from === null ? [] : [{ from, to: Math.max(from, to ?? now) }],
    )
    .sort((a, b) => a.from - b.from)
  let [sum, end] = [0, spans[0]?.from ?? 0]
  for (const { from, to } of spans) {
    const begin = from - end > betweenSteps ? from : end
    sum += Math.max(0, to - begin)
    end = Math.max(end, to)
  }
  return sum
}

/** Whether a plan can be submitted once more as it is: nothing in it was a secret that somebody had typed. */
export const mayRunAgain = ({ steps }: Pick<Plan, 'steps'>): boolean =>
  steps.every(({ params, query, body }) => !JSON.stringify([params, query, body]).includes(JSON.stringify(notKept)))
