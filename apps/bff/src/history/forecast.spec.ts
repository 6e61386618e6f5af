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

test('less than a dozen points, or less than a day, are not enough history', () => {
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

/** What a pool's use is like (bytes by time in days), made from dice; the season and the steps are seen twice at least in so many days. */
const kinds: Record<string, (roll: () => number, days: number) => (time: number) => number> = {
  steady: (roll) => {
    const rate = rateFrom(roll)
    return (time) => rate * time
  },
  noisy: (roll) => {
    const [rate, noise] = [rateFrom(roll), between(1, 20, roll) * gib]
    return (time) => rate * time + (roll() - 0.5) * noise
  },
  seasonal: (roll, days) => {
    const [rate, swing, shift] = [rateFrom(roll), between(1, 10, roll) * gib, roll()]
    const season = days >= 14 && roll() < 0.5 ? 7 : 1
    return (time) => rate * time + swing * Math.sin(2 * Math.PI * (time / season + shift))
  },
  'stepped again and again': (roll, days) => {
    const [rate, shift, every] = [rateFrom(roll), roll(), between(0.25, days / 4, roll)]
    return (time) => rate * every * Math.floor(time / every + shift)
  },
  'stepped once': (roll, days) => {
    const [rate, height, at] = [rateFrom(roll), between(10, 100, roll) * gib, between(0, days, roll)]
    return (time) => rate * time + (time > at ? height : 0)
  },
  shrinking: (roll) => {
    const [rate, noise] = [rateFrom(roll), between(0, 2, roll) * gib]
    return (time) => (roll() - 0.5) * noise - rate * time
  },
}
const between = (from: number, to: number, roll: () => number) => from + (to - from) * roll()
const rateFrom = (roll: () => number) => between(0.5, 10, roll) * gib

/** Days until what goes on like this is full, as it then is; Infinity: not in four years. */
function fullAfter(used: (time: number) => number, from: number, size: number): number {
  for (let days = 0; days < 1_500; days += step) if (used(from + days) >= size) return days
  return Infinity
}
const step = 900 / 86_400

test.for(Object.keys(kinds))(
  'the true day (or never) of what is %s is within the stated range in nine of ten runs, and the range says something',
  (kind) => {
    const runs = 60
    let right = 0
    const spans: number[] = []
    for (let run = 0; run < runs; run++) {
      const roll = dice(run * 7_919 + 1)
      const days = run % 2 ? 14 : 7
      const used = kinds[kind]?.(roll, days) ?? (() => 0)
      const points = series(days, run, (time) => 2_000 * gib + used(time))
      const last = points.at(-1) ?? { time: 0, used: 0 }
      const free = between(100, 500, roll) * gib
      const truth = fullAfter((time) => 2_000 * gib + used(time), last.time / 86_400, last.used + free)
      const { growth, full } = forecastOf(points, free)
      expect(growth).not.toBeNull()
      // No day told: never; no latest day: maybe never.
      const { earliest, latest } = full ?? { earliest: Infinity, latest: Infinity }
      if (truth >= earliest - step && truth <= (latest ?? Infinity) + step) right += 1
      spans.push((latest ?? Infinity) / earliest)
    }
    expect(right, `of ${runs} runs`).toBeGreaterThanOrEqual(0.9 * runs)
    if (kind === 'shrinking') return
    // Half of them with the latest day no more than a few times as far as the earliest.
    expect(spans.toSorted((a, b) => a - b)[runs / 2]).toBeLessThan(5)
  },
)

test('three points are not enough history, whatever they are like and however far apart', () => {
  for (const [kind, make] of Object.entries(kinds))
    for (let run = 0; run < 20; run++) {
      const roll = dice(run * 7_919 + 1)
      const days = run % 2 ? 14 : 90
      const points = thinned(series(days, run, make(roll, days)), 3)
      expect(points).toHaveLength(3)
      expect(forecastOf(points, 100 * gib), kind).toEqual({ growth: null, full: null })
    }
})

test('a long series is thinned evenly, and ends where it ends', () => {
  const numbers = Array.from({ length: 1_000 }, (_, n) => n)
  expect(thinned(numbers, 5)).toEqual([0, 250, 500, 749, 999])
  expect(thinned([1, 2], 5)).toEqual([1, 2])
})
