import type { Forecast } from '@vsnap/console-api/history.ts'
import { formatBytes } from '../ui/bytes.ts'

/** Days beyond which nobody can tell. */
const farAway = 3 * 365

const ahead = new Intl.RelativeTimeFormat('en')

/** How far ahead something is, as people count: `in 9 days`. */
function within(days: number): string {
  if (days < 1) return 'in less than a day'
  if (days < 21) return ahead.format(Math.round(days), 'day')
  if (days < 90) return ahead.format(Math.round(days / 7), 'week')
  if (days < 730) return ahead.format(Math.round(days / 30.4), 'month')
  return ahead.format(Math.round(days / 365), 'year')
}

/** When something will be full, in as few words as are honest: `Full in 9 days`, `Shrinking`, `Not enough history`. */
export function forecastWords({ growth, full }: Forecast): string {
  if (!growth) return 'Not enough history'
  if (full && full.days <= farAway) return `Full ${within(full.days)}`
  if (full) return 'Not full for years'
  if (Math.abs(growth.per_day) <= 1024 ** 2) return 'Steady'
  return growth.per_day < 0 ? 'Shrinking' : 'Growing'
}

/** The same with all that is known: the growth a day, and the range of the forecast. */
export function forecastDetails({ growth, full }: Forecast): string {
  if (!growth) return 'The console has watched it for less than a day.'
  const growing = growthWords(growth.per_day)
  if (!full) return `${growing} a day`
  const earliest = within(full.earliest)
  return full.latest === null || full.latest > farAway
    ? `${growing} a day; full ${earliest} at the earliest, maybe never`
    : `${growing} a day; full ${earliest} at the earliest, ${within(full.latest)} at the latest`
}

/** Bytes with their sign: `+0.9 TiB`. */
export function growthWords(bytes: number): string {
  const size = formatBytes(Math.abs(Math.round(bytes)))
  return bytes === 0 || size === '0 B' ? '±0 B' : `${bytes < 0 ? '−' : '+'}${size}`
}
