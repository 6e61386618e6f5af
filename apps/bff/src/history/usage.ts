import { historySteps, type HistoryStep, type PoolUsagePoint, type UsagePoint } from '@vsnap/console-api/history.ts'
import { sql, type Kysely } from 'kysely'
import { batchedForNow } from '../database/batch.ts'
import type { Database } from '../database/schema.ts'

/** How full a pool is (bytes), and how well it compresses and deduplicates; null: not known now. */
export interface PoolUsage extends Omit<PoolUsagePoint, 'time'> {
  readonly id: string
}

/** How full things of one kind were. Survives restarts; older values are kept less often. */
export interface UsageHistory<Point extends UsagePoint = UsagePoint> {
  /** One thing's past from `since` (epoch seconds) on, oldest first. */
  series(applianceId: string, id: string, step: HistoryStep, since: number): Promise<Point[]>
  /** Drops what is older than it is kept. */
  prune(now: number): Promise<void>
}

/** How full pools were, and what they saved. */
export interface PoolHistory extends UsageHistory<PoolUsagePoint> {
  /** Takes note of the pools of an appliance as they are at a time (epoch seconds). */
  record(applianceId: string, pools: readonly PoolUsage[], time: number): Promise<void>
}

/** Seconds that the values of each step are kept. */
export const kept: Readonly<Record<HistoryStep, number>> = { 0: 48 * 3600, 900: 90 * 86_400, 86_400: 3 * 365 * 86_400 }
/** What a point is made of. */
const measures = ['used', 'total', 'compression_ratio', 'deduplication_ratio'] as const
/** Seconds after which an unchanged value is told again. */
export const sameFor = 300

/** True for bytes that a database keeps as they are: more than 2^53 are told by mistake. */
export const isKept = (bytes: number | null | undefined): bytes is number => Number.isSafeInteger(bytes)

export function openPoolHistory(db: Kysely<Database>): PoolHistory {
  const last = new Map<string, PoolUsage & { time: number }>()
  return {
    async record(applianceId, pools, time) {
      const fresh = pools.filter((pool) => {
        const before = last.get(`${applianceId}/${pool.id}`)
        return !before || measures.some((key) => before[key] !== pool[key]) || time - before.time >= sameFor
      })
      if (fresh.length === 0) return
      await batchedForNow(db, async (on) => {
        for (const { id, used, total, compression_ratio, deduplication_ratio } of fresh) {
          const ratios = { compression_ratio, deduplication_ratio }
          for (const step of historySteps) {
            // A longer step has the last value that was read in it.
            const at = step === 0 ? time : time - (time % step)
            await on
              .insertInto('pool_usage')
              .values({ appliance_id: applianceId, pool_id: id, step, time: at, used, total, ...ratios })
              .onConflict((conflict) =>
                conflict.columns(['appliance_id', 'pool_id', 'step', 'time']).doUpdateSet({
                  used,
                  total,
                  // After a restart they are known a little later than the sizes: that makes them not unknown.
                  compression_ratio: sql`coalesce(excluded.compression_ratio, pool_usage.compression_ratio)`,
                  deduplication_ratio: sql`coalesce(excluded.deduplication_ratio, pool_usage.deduplication_ratio)`,
                }),
              )
              .execute()
          }
        }
      })
      for (const pool of fresh) last.set(`${applianceId}/${pool.id}`, { ...pool, time })
    },

    series: (applianceId, poolId, step, since) =>
      db
        .selectFrom('pool_usage')
        .select(['time', ...measures])
        .where('appliance_id', '=', applianceId)
        .where('pool_id', '=', poolId)
        .where('step', '=', step)
        .where('time', '>=', since)
        .orderBy('time')
        .execute(),

    async prune(now) {
      for (const step of historySteps) {
        await db
          .deleteFrom('pool_usage')
          .where('step', '=', step)
          .where('time', '<', now - kept[step])
          .execute()
      }
    },
  }
}
