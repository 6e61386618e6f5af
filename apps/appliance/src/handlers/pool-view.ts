import { diskgroupSize } from '@vsnap/vsnap-api/pool.layout.ts'
import { devicePath } from '@vsnap/vsnap-api/disk.rules.ts'
import type { PoolRow } from '../catalog/rows.ts'
import type { HandlerContext } from './context.ts'

/** A pool as the list has it (§7.2). */
export function poolSummaryView({ engine }: HandlerContext, row: PoolRow) {
  const { id, key, name, pool_type, time_created, time_updated } = row
  const { size_total, size_free, size_used, status, health } = engine.poolState(key)
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

/** A pool in detail (§7.3). */
export function poolDetailView(context: HandlerContext, row: PoolRow) {
  const { groups, log, cache, spare } = context.engine.poolDisks(row.key)
  const { compression_ratio, deduplication_ratio, size_before_compression, size_before_deduplication } =
    context.engine.poolState(row.key)
  const further = Object.entries({ log, cache, spare }).filter(([, uuids]) => uuids.length > 0)
  return {
    ...poolSummaryView(context, row),
    compression: row.compression === 1,
    compression_ratio,
    deduplication: row.deduplication === 1,
    deduplication_ratio,
    diskgroup_size: diskgroupSize,
    disks: Object.fromEntries([
      ...groups.map(({ name, disks }) => [name, disks.map(devicePath)] as const),
      ...further.map(([use, uuids]) => [use, uuids.map(devicePath)] as const),
    ]),
    size_before_compression,
    size_before_deduplication,
    syncwrite: row.syncwrite === 1,
  }
}
