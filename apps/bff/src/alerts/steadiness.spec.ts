import { expect, test } from 'vitest'
import { createSteadiness } from './steadiness.ts'

/** How often an alert would be raised when something is so for `bad` seconds, then not for `good`, over `lasts` seconds. */
function raised({ bad, good, lasts }: { bad: number; good: number; lasts: number }): number {
  const steadiness = createSteadiness()
  let [times, isOpen] = [0, false]
  for (let now = 0; now < lasts; now += 5) {
    const isSo = now % (bad + good) < bad
    if (isSo && isOpen) steadiness.isSo('key', now)
    if (isSo && !isOpen) {
      steadiness.raised('key', now)
      ;[times, isOpen] = [times + 1, true]
    }
    if (!isSo && isOpen && steadiness.isOver('key', now)) {
      steadiness.cleared('key')
      isOpen = false
    }
  }
  return times
}

test('what is gone for less than a minute is the same alert', () => {
  expect(raised({ bad: 30, good: 50, lasts: 3_600 })).toBe(1)
})

test('what comes and goes for an hour is a few alerts, and then one that stays', () => {
  expect(raised({ bad: 120, good: 180, lasts: 4 * 3_600 })).toBeLessThanOrEqual(4)
  expect(raised({ bad: 60, good: 600, lasts: 4 * 3_600 })).toBeLessThanOrEqual(6)
})

test('what happens once in a while is an alert each time', () => {
  expect(raised({ bad: 600, good: 7_200, lasts: 10 * 7_800 })).toBe(10)
})

test('it is over after a minute, and after longer once it has come back', () => {
  const steadiness = createSteadiness()
  steadiness.raised('key', 0)
  expect(steadiness.isOver('key', 100)).toBe(false)
  expect(steadiness.isOver('key', 159)).toBe(false)
  expect(steadiness.isOver('key', 160)).toBe(true)
  steadiness.isSo('key', 165)
  expect(steadiness.isOver('key', 200)).toBe(false)
  expect(steadiness.isOver('key', 300)).toBe(false)
  expect(steadiness.isOver('key', 320)).toBe(true)
})
