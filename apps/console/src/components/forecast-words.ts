import type { Forecast } from '@vsnap/console-api/history.ts'
import { formatBytes } from '../ui/bytes.ts'
import { plural } from '../ui/plural.ts'

/** Days beyond which nobody can tell. */
const farAway = 3 * 365

/** One sentence for each way in which people count how far ahead something is. */
interface Ahead {
  readonly soon: string
  readonly days: (days: number) => string
  readonly weeks: (weeks: number) => string
  readonly months: (months: number) => string
  readonly years: (years: number) => string
}

const words: Readonly<Record<'full' | 'earliest' | 'latest', Ahead>> = {
  full: {
    soon: 'Full in less than a day',
    days: (days) => plural(days, { one: 'Full in # day', other: 'Full in # days' }),
    weeks: (weeks) => plural(weeks, { one: 'Full in # week', other: 'Full in # weeks' }),
    months: (months) => plural(months, { one: 'Full in # month', other: 'Full in # months' }),
    years: (years) => plural(years, { one: 'Full in # year', other: 'Full in # years' }),
  },
  /** The two ends of a range. */
  earliest: {
    soon: 'full in less than a day at the earliest',
    days: (days) => plural(days, { one: 'full in # day at the earliest', other: 'full in # days at the earliest' }),
    weeks: (weeks) =>
      plural(weeks, { one: 'full in # week at the earliest', other: 'full in # weeks at the earliest' }),
    months: (months) =>
      plural(months, { one: 'full in # month at the earliest', other: 'full in # months at the earliest' }),
    years: (years) =>
      plural(years, { one: 'full in # year at the earliest', other: 'full in # years at the earliest' }),
  },
  latest: {
    soon: 'in less than a day at the latest',
    days: (days) => plural(days, { one: 'in # day at the latest', other: 'in # days at the latest' }),
    weeks: (weeks) => plural(weeks, { one: 'in # week at the latest', other: 'in # weeks at the latest' }),
    months: (months) => plural(months, { one: 'in # month at the latest', other: 'in # months at the latest' }),
    years: (years) => plural(years, { one: 'in # year at the latest', other: 'in # years at the latest' }),
  },
}

/** The sentence that says how far ahead something is, as people count. */
function ahead(days: number, by: Ahead): string {
  if (days < 1) return by.soon
  if (days < 21) return by.days(Math.round(days))
  if (days < 90) return by.weeks(Math.round(days / 7))
  if (days < 730) return by.months(Math.round(days / 30.4))
  return by.years(Math.round(days / 365))
}

/** When something will be full, in as few words as are honest: `Full in 9 days`, `Shrinking`, `Not enough history`. */
export function forecastWords({ growth, full }: Forecast): string {
  if (!growth) return 'Not enough history'
  if (full && full.days <= farAway) return ahead(full.days, words.full)
  if (full) return 'Not full for years'
  if (Math.abs(growth.per_day) <= 1024 ** 2) return 'Steady'
  return growth.per_day < 0 ? 'Shrinking' : 'Growing'
}

/** The same with all that is known: the growth a day, and the range of the forecast. */
export function forecastDetails({ growth, full }: Forecast): string {
  if (!growth) return 'The console has watched it for less than a day.'
  const growing = `${growthWords(growth.per_day)} a day`
  if (!full) return growing
  const latest = full.latest === null || full.latest > farAway ? 'maybe never' : ahead(full.latest, words.latest)
  return `${growing}; ${ahead(full.earliest, words.earliest)}, ${latest}`
}

/** Bytes with their sign: `+0.9 TiB`. */
export function growthWords(bytes: number): string {
  const size = formatBytes(Math.abs(Math.round(bytes)))
  return bytes === 0 || size === '0 B' ? '±0 B' : `${bytes < 0 ? '−' : '+'}${size}`
}
