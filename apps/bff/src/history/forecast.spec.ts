import { expect, test } from 'vitest'
import { forecastOf, growthOf, thinned } from './forecast.ts'

const gib = 1024 ** 3

/** Numbers that look random and are the same each time: `seed` → 0 … 1. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** A pool over some days, a value each quarter of an hour: `used(time in days, dice)` in bytes. */
const series = (days: number, seed: number, used: (time: number, roll: () => number) => number) => {
  const roll = dice(seed)
  return Array.from({ length: days * 96 }, (_, n) => ({ time: n * 900, used: Math.round(used(n / 96, roll)) }))
}

test('what grows by so much a day is seen to grow by so much a day', () => {
  const growth = growthOf(series(10, 1, (time) => 100 * gib + 2 * gib * time))
  for (const value of [growth?.per_day, growth?.low, growth?.high]) expect((value ?? 0) / gib).toBeCloseTo(2, 3)
})

test('a step, and one wrong value, move it little', () => {
  const stepped = growthOf(series(14, 1, (time) => 100 * gib + gib * time + (time > 7 && time < 7.1 ? 900 * gib : 0)))
  expect((stepped?.per_day ?? 0) / gib).toBeCloseTo(1, 1)
})

test('three points, or less than a day, are not enough history', () => {
  const points = series(14, 1, (time) => gib * time)
  expect(growthOf([])).toBeNull()
  expect(growthOf(thinned(points, 3))).toBeNull()
  expect(growthOf(points.slice(0, 90))).toBeNull()
  expect(growthOf(points.slice(0, 100))).not.toBeNull()
})

test('what shrinks or stands still is never full', () => {
  const shrinking = forecastOf(
    series(14, 1, (time) => 100 * gib - gib * time),
    10 * gib,
  )
  expect(shrinking.growth?.per_day).toBeLessThan(0)
  expect(shrinking.full).toBeNull()
  expect(
    forecastOf(
      series(14, 1, () => 100 * gib),
      10 * gib,
    ).full,
  ).toBeNull()
  expect(
    forecastOf(
      series(14, 1, (time) => gib * time),
      0,
    ).full?.days,
  ).toBe(0)
})

test('the true day is within the stated range in nine of ten runs, whatever the series is like', () => {
  const free = 300 * gib
  const kinds: Record<string, (rate: number) => (time: number, roll: () => number) => number> = {
    steady: (rate) => (time) => rate * time,
    noisy: (rate) => (time, roll) => rate * time + (roll() - 0.5) * 20 * gib,
    seasonal: (rate) => (time) => rate * time + 5 * gib * Math.sin(2 * Math.PI * time),
    stepped: (rate) => (time) => rate * Math.floor(time),
  }
  for (const [kind, make] of Object.entries(kinds)) {
    let right = 0
    for (let run = 0; run < 50; run++) {
      const rate = (1 + (run % 10)) * gib
      const { full } = forecastOf(series(14, run, make(rate)), free)
      const truth = free / rate
      const slack = 1e-6 * truth
      if (full && full.earliest <= truth + slack && (full.latest ?? Infinity) >= truth - slack) right += 1
    }
    expect(right, kind).toBeGreaterThanOrEqual(45)
  }
})

test('a long series is thinned evenly, and ends where it ends', () => {
  const numbers = Array.from({ length: 1_000 }, (_, n) => n)
  expect(thinned(numbers, 5)).toEqual([0, 250, 500, 749, 999])
  expect(thinned([1, 2], 5)).toEqual([1, 2])
})
