import type { Forecast } from '@vsnap/console-api/history.ts'
import { forecastOf, thinned } from './forecast.ts'
import type { Usage, UsageHistory } from './usage.ts'

/** Where a pool is going, and the way that it came (bytes, oldest first). */
export interface Outlook {
  readonly forecast: Forecast
  readonly recent: readonly number[]
}

export interface Outlooks {
  of(applianceId: string, poolId: string): Outlook
  /** Looks anew at pools whose outlook is some minutes old, `free` and all. */
  refresh(applianceId: string, pools: readonly Usage[]): Promise<void>
}

/** Seconds of the past that tell the future, and that a small picture shows. */
const past = 14 * 86_400
/** Milliseconds that an outlook is good for. */
const good = 120_000
const points = 40
const unknown: Outlook = { forecast: { growth: null, full: null }, recent: [] }

export function createOutlooks(history: UsageHistory): Outlooks {
  const known = new Map<string, Outlook & { at: number }>()
  return {
    of: (applianceId, poolId) => known.get(`${applianceId}/${poolId}`) ?? unknown,

    async refresh(applianceId, pools) {
      for (const { id, used, total } of pools) {
        const key = `${applianceId}/${id}`
        if (Date.now() - (known.get(key)?.at ?? 0) < good) continue
        const series = await history.series(applianceId, id, 900, Math.floor(Date.now() / 1000) - past)
        const recent = thinned(series, points).map((point) => point.used)
        known.set(key, { forecast: forecastOf(series, total - used), recent, at: Date.now() })
      }
    },
  }
}
