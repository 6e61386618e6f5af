import { expect, it } from 'vitest'
import type { PlanStep } from './plan.ts'
import { mayRunAgain, notKept, planProgress, undoable, workedFor } from './plan.rules.ts'

const step = (rest: Partial<PlanStep>) => ({ state: 'succeeded', undo: null, ...rest }) as PlanStep
const times = (...spans: [number | null, number | null][]) => ({
  steps: spans.map(([time_started, time_ended]) => step({ time_started, time_ended })),
})

it('counts what was done, and not what will not be', () => {
  expect(planProgress({ counts: { cancelled: 250 } })).toMatchObject({ done: 0, of: 250, leftOut: 250, left: 0 })
  expect(planProgress({ counts: { succeeded: 1, cancelled: 2 } })).toMatchObject({ done: 1, of: 3 })
  expect(planProgress({ counts: { succeeded: 1, unknown: 1, waiting: 1, queued: 2 } })).toMatchObject({
    done: 1,
    of: 5,
    failed: 1,
    left: 3,
  })
})

it('counts of a plan that is taken back what is taken back', () => {
  expect(planProgress({ counts: { succeeded: 12 }, undoing: true })).toMatchObject({ done: 0, of: 12 })
  expect(planProgress({ counts: { undone: 11, succeeded: 1, cancelled: 3 }, undoing: true })).toMatchObject({
    done: 11,
    of: 12,
    leftOut: 0,
  })
})

it('knows how long it was at work, whatever lay in between', () => {
  expect(workedFor(times([null, null]), 100)).toBe(0)
  // Quick ones, one after the other, and two side by side.
  expect(workedFor(times([10, 10], [11, 11], [11, 14], [10, 12]), 100)).toBe(4)
  // Tried again an hour later, and still at it.
  expect(workedFor(times([10, 20], [3620, null]), 3650)).toBe(40)
  // Not begun, and left out in the end.
  expect(workedFor(times([10, 20], [null, 9000]), 9999)).toBe(10)
})

it('takes back what was made, the last first', () =>
  expect(
    undoable({
      steps: [
        step({ n: 0, undo: 'volumeDelete' }),
        step({ n: 1 }),
        step({ n: 2, undo: 'shareDelete' }),
        step({ n: 3, undo: 'hostDelete', state: 'undone' }),
      ],
    }).map(({ n }) => n),
  ).toEqual([2, 0]))

it('runs again what has no secret that was typed', () => {
  expect(mayRunAgain({ steps: [step({ body: { name: 'a', pass: { $secret: 'appliance:x' } } })] })).toBe(true)
  expect(mayRunAgain({ steps: [step({}), step({ body: { remote_pass: notKept } })] })).toBe(false)
})
