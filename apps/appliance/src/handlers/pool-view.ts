import { diskgroupSize } from '@vsnap/vsnap-api/pool.layout.ts'
import { devicePath } from '@vsnap/vsnap-api/disk.rules.ts'
import type { PoolRow } from '../catalog/rows.ts'
import type { PoolState } from '../engine/engine.ts'
import type { HandlerContext } from './context.ts'

/** A pool that the engine does not see at present: its disks are not there. */
const away = { size_total: null, size_free: null, size_used: null, status: 'UNAVAIL', health: 0 }

/** A pool as the list has it (§7.2). */
export function poolSummaryView(row: PoolRow, state: PoolState | undefined) {
  const { id, name, pool_type, time_created, time_updated } = row
  const { size_total, size_free, size_used, status, health } = state ?? away
  return {
    id: String(id),
    name,
    pool_type,
    size_total,
    size_free,
    size_used,
    status,
    health,
    time_created,
    time_updated,
  }
}

/** A pool as it is now, as the list has it. */
export async function poolSummary({ engine }: HandlerContext, row: PoolRow) {
  return poolSummaryView(row, (await engine.pools()).get(row.key))
}

/** A pool as it is now, in detail (§7.3). */
export async function poolDetail({ engine }: HandlerContext, row: PoolRow) {
  const state = (await engine.pools()).get(row.key)
  const { groups, ...further } = state?.disks ?? { groups: [] }
  const uses = Object.entries(further).filter(([, uuids]) => uuids.length > 0)
  return {
    ...poolSummaryView(row, state),
    compression: row.compression === 1,
    compression_ratio: state?.compression_ratio ?? null,
    deduplication: row.deduplication === 1,
    deduplication_ratio: state?.deduplication_ratio ?? null,
    diskgroup_size: diskgroupSize,
    disks: Object.fromEntries([
      ...groups.map(({ name, disks }) => [name, disks.map(devicePath)] as const),
      ...uses.map(([use, uuids]) => [use, uuids.map(devicePath)] as const),
    ]),
    size_before_compression: state?.size_before_compression ?? null,
    size_before_deduplication: state?.size_before_deduplication ?? null,
    syncwrite: row.syncwrite === 1,
  }
}
