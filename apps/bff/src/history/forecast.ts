import type { Forecast } from '@vsnap/console-api/history.ts'

interface Point {
  readonly time: number
  readonly used: number
}

const day = 86_400
/** Less than this says nothing about growth. */
const enough = { span: day, points: 12 }
/** More points than this make the answer no better. */
const most = 120

/**
 * Growth as the middle of all slopes between two points that are not near each other (Theil and Sen): a step, or one wrong
 * value, moves it little. The range is where most of these slopes are. Null: not enough history.
 */
export function growthOf(points: readonly Point[]): Forecast['growth'] {
  const sorted = points.toSorted((a, b) => a.time - b.time)
  const span = (sorted.at(-1)?.time ?? 0) - (sorted[0]?.time ?? 0)
  if (span < enough.span || sorted.length < enough.points) return null
  const some = thinned(sorted, most)
  const slopes: number[] = []
  for (const [index, from] of some.entries()) {
    for (const to of some.slice(index + 1)) {
      const apart = to.time - from.time
      if (apart >= span / 4) slopes.push(((to.used - from.used) / apart) * day)
    }
  }
  slopes.sort((a, b) => a - b)
  const at = (share: number) => slopes[Math.round(share * (slopes.length - 1))] ?? 0
  return { per_day: at(0.5), low: at(0.05), high: at(0.95) }
}

/** When `free` bytes are used up at that growth; Infinity: there is no end to them. */
export function forecastOf(points: readonly Point[], free: number): Forecast {
  const growth = growthOf(points)
  // Less than this a day is standing still.
  const still = 1024
  if (!growth || growth.per_day <= still || free === Infinity) return { growth, full: null }
  const days = (per_day: number) => Math.max(0, free / per_day)
  return {
    growth,
    full: {
      days: days(growth.per_day),
      earliest: days(growth.high),
      latest: growth.low > still ? days(growth.low) : null,
    },
  }
}

/** At most so many of them, evenly, the last one always. */
export function thinned<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all]
  const step = (all.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, index) => all[Math.round(index * step)] as T)
}
