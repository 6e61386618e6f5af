import { locale, timeLocale } from './locale.ts'
import { words } from './words.ts'

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const exact = new Intl.DateTimeFormat(timeLocale, { dateStyle: 'medium', timeStyle: 'long' })

/** A time (epoch seconds) seen from another, as `3 hours ago`, `in 2 days`, `just now`. */
export function relativeTime(time: number, now: number): string {
  const seconds = time - now
  const step = steps.find(([, length]) => Math.abs(seconds) >= length)
  return step
    ? relative.format(Math.trunc(seconds / step[1]), step[0])
    : seconds > 5
      ? words.time.soon
      : Math.abs(seconds) <= 5
        ? words.time.now
        : words.time.secondsAgo(Math.abs(seconds))
}

/** A time (epoch seconds) to the second, with its zone. */
export function exactTime(time: number): string {
  return exact.format(time * 1000)
}

/** A day, as `24 Nov 2026`. */
export function dayOf(time: number): string {
  return new Intl.DateTimeFormat(timeLocale, { dateStyle: 'medium' }).format(time * 1000)
}
