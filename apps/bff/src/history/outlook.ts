import type { Forecast, UsagePoint } from '@vsnap/console-api/history.ts'
import { forecastOf, thinned } from './forecast.ts'
import type { PoolHistory, PoolUsage, UsageHistory } from './usage.ts'

/** Where a pool is going, and the way that it came (bytes, oldest first). */
export interface Outlook {
  readonly forecast: Forecast
  readonly recent: readonly number[]
}

export interface Outlooks {
  of(applianceId: string, poolId: string): Outlook
  /** Looks anew at pools whose outlook is some minutes old, `free` and all. */
  refresh(applianceId: string, pools: readonly PoolUsage[]): Promise<void>
}

/** Seconds of the past that tell the future, and that a small picture shows. */
const past = 14 * 86_400
/** Milliseconds that an outlook is good for. */
const good = 120_000
const points = 40
const unknown: Outlook = { forecast: { growth: null, full: null }, recent: [] }

const recentOf = <Point extends UsagePoint>(history: UsageHistory<Point>, applianceId: string, id: string) =>
  history.series(applianceId, id, 900, Math.floor(Date.now() / 1000) - past)

/** Where something is going that is looked at only when somebody asks for it. */
export async function forecastFor(history: UsageHistory, applianceId: string, id: string): Promise<Forecast> {
  const series = await recentOf(history, applianceId, id)
  const { used = 0, total = null } = series.at(-1) ?? {}
  return forecastOf(series, total === null ? Infinity : total - used)
}

export function createOutlooks(history: PoolHistory): Outlooks {
  const known = new Map<string, Outlook & { at: number }>()
  return {
    of: (applianceId, poolId) => known.get(`${applianceId}/${poolId}`) ?? unknown,

    async refresh(applianceId, pools) {
      for (const { id, used, total } of pools) {
        const key = `${applianceId}/${id}`
        if (Date.now() - (known.get(key)?.at ?? 0) < good) continue
        const series = await recentOf(history, applianceId, id)
        const recent = thinned(series, points).map((point) => point.used)
        known.set(key, { forecast: forecastOf(series, total - used), recent, at: Date.now() })
      }
    },
  }
}
