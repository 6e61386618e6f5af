// Snapshots by day, in the person's own zone: what the calendar of a volume shows.

/** A day of the calendar. */
export interface Day {
  /** `2026-11-20`, as in the URL. */
  readonly key: string
  /** Its noon (epoch seconds). */
  readonly noon: number
  readonly count: number
  /** A day without a snapshot after the first one: what changed on it is not kept. Today is not over yet. */
  readonly isGap: boolean
  /** Before the first snapshot, or still to come: nothing is to be expected of it. */
  readonly isOutside: boolean
}

/** The longest time without a snapshot, in whole days. */
export interface Gap {
  readonly days: number
  /** Noon of its first and its last day (epoch seconds). */
  readonly from: number
  readonly to: number
}

const two = (number: number): string => String(number).padStart(2, '0')
const keyOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
/** The noon of the day that is `days` after that of `date`: no change of the clock moves it to another day. */
const noonOf = (date: Date, days = 0): Date => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12)
const dateOf = (time: number): Date => new Date(time * 1000)

/** The day of a time (epoch seconds), `2026-11-20`. */
export const dayKey = (time: number): string => keyOf(dateOf(time))

/** Days from Monday on: 0 to 6. */
const weekday = (date: Date): number => (date.getDay() + 6) % 7

/**
 * The weeks, oldest first and from Monday to Sunday, of which the last one is `back` weeks before that of `now`; `times`
 * and `now` in epoch seconds.
 */
export function calendarOf(times: readonly number[], now: number, { weeks = 13, back = 0 } = {}): readonly Day[][] {
  const counts = new Map<string, number>()
  for (const time of times) counts.set(dayKey(time), (counts.get(dayKey(time)) ?? 0) + 1)
  const first = dayKey(times.reduce((least, time) => Math.min(least, time), now))
  const today = dayKey(now)
  const monday = noonOf(dateOf(now), -weekday(dateOf(now)) - 7 * (back + weeks - 1))
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day): Day => {
      const noon = noonOf(monday, 7 * week + day)
      const key = keyOf(noon)
      const count = counts.get(key) ?? 0
      const isOutside = key < first || key > today
      return {
        key,
        noon: noon.getTime() / 1000,
        count,
        isOutside,
        isGap: count === 0 && !isOutside && key !== today,
      }
    }),
  )
}

/** How many weeks before this one the first snapshot was made. */
export function weeksBack(times: readonly number[], now: number): number {
  const first = dateOf(times.reduce((least, time) => Math.min(least, time), now))
  const last = dateOf(now)
  const days = (noonOf(last).getTime() - noonOf(first, -weekday(first)).getTime()) / 86_400_000
  return Math.floor(Math.round(days) / 7)
}

/** The longest run of days without a snapshot between the first one and today; undefined when there is none. */
export function longestGap(times: readonly number[], now: number): Gap | undefined {
  const marks = [...times, now].filter((time) => time <= now).sort((a, b) => a - b)
  let longest: Gap | undefined
  for (const [index, time] of marks.entries()) {
    const next = marks[index + 1]
    if (next === undefined) break
    const [from, to] = [noonOf(dateOf(time), 1), noonOf(dateOf(next), -1)]
    const days = Math.round((to.getTime() - from.getTime()) / 86_400_000) + 1
    if (days > (longest?.days ?? 0)) longest = { days, from: from.getTime() / 1000, to: to.getTime() / 1000 }
  }
  return longest
}
