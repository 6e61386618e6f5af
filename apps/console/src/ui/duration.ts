import { words } from './words.ts'

const { duration } = words

/** A length of time between two times (epoch seconds), as `3 s`, `4 min 5 s`, `2 h 7 min`. */
export function durationText(from: number, to: number): string {
  const seconds = Math.max(0, to - from)
  if (seconds < 60) return duration.seconds(seconds)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return duration.minutes(minutes, seconds % 60)
  return duration.hours(Math.floor(minutes / 60), minutes % 60)
}
