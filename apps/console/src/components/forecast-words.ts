import type { Forecast } from '@vsnap/console-api/history.ts'
import { formatBytes } from '../ui/bytes.ts'

/** Days beyond which nobody can tell. */
const farAway = 3 * 365

function span(days: number): string {
  if (days < 1) return 'less than a day'
  if (days < 21) return count(days, 'day')
  if (days < 90) return count(days / 7, 'week')
  if (days < 730) return count(days / 30.4, 'month')
  return count(days / 365, 'year')
}

function count(value: number, unit: string): string {
  const whole = Math.round(value)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}

/** When something will be full, in as few words as are honest: `Full in 9 days`, `Shrinking`, `Not enough history`. */
export function forecastWords({ growth, full }: Forecast): string {
  if (!growth) return 'Not enough history'
  if (full && full.days <= farAway) return `Full in ${span(full.days)}`
  if (full) return 'Not full for years'
  if (Math.abs(growth.per_day) <= 1024 ** 2) return 'Steady'
  return growth.per_day < 0 ? 'Shrinking' : 'Growing'
}

/** The same with all that is known: the growth a day, and the range of the forecast. */
export function forecastDetails({ growth, full }: Forecast): string {
  if (!growth) return 'The console has watched it for less than a day.'
  const growing = `${growthWords(growth.per_day)} a day`
  if (!full) return growing
  const latest = full.latest === null || full.latest > farAway ? 'maybe never' : `in ${span(full.latest)} at the latest`
  return `${growing}; full in ${span(full.earliest)} at the earliest, ${latest}`
}

/** Bytes with their sign: `+0.9 TiB`. */
export function growthWords(bytes: number): string {
  const size = formatBytes(Math.abs(Math.round(bytes)))
  return bytes === 0 || size === '0 B' ? '±0 B' : `${bytes < 0 ? '−' : '+'}${size}`
}
