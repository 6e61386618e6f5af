import { randomUUID } from 'node:crypto'
import type { Input } from '@vsnap/contract/endpoint.ts'
import { poolLayout } from '@vsnap/vsnap-api/pool.layout.ts'
import type { PoolType, poolEndpoints } from '@vsnap/vsnap-api/pool.ts'
import { inBoth } from '../agreement.ts'
import type { DiskGroup } from '../engine/engine.ts'
import type { HandlerContext } from './context.ts'
import { diskList } from './disk.ts'

/** Groups of the disks with these uuids, of all unused ones when none is named; names go on after the existing groups. */
export async function groupsOf(
  context: HandlerContext,
  poolType: string,
  uuids: readonly string[] = [],
  existing: readonly DiskGroup[] = [],
): Promise<DiskGroup[]> {
  const disks = await diskList(context)
  const members = disks.filter(({ uuid, used_as }) => (uuids.length > 0 ? uuids.includes(uuid) : used_as === 'unused'))
  const widths = existing.map((group) => ({ width: group.disks.length }))
  const { groups } = poolLayout(members, poolType as PoolType, widths)
  return groups.map((group) => ({ name: group.name, disks: group.disks.map(({ uuid }) => uuid) }))
}

/** Makes a pool whose wish has been checked (§7.1); returns its id. */
export async function createPool(
  context: HandlerContext,
  wanted: Input<(typeof poolEndpoints)['poolCreate']>['body'],
): Promise<number> {
  const { engine, catalog, clock } = context
  const { name, pool_type } = wanted
  const key = randomUUID()
  const properties = {
    compression: wanted.compression ?? true,
    deduplication: wanted.deduplication ?? false,
    syncwrite: wanted.syncwrite ?? true,
  }
  const groups = await groupsOf(context, pool_type, wanted.disk_list)
  const now = clock.now()
  return inBoth(context, [{ kind: 'pool', key, what: 'making' }], {
    engine: () => engine.createPool({ key, pool_type, groups, properties }),
    catalog: () =>
      catalog.insert('pool', {
        key,
        name,
        pool_type,
        compression: Number(properties.compression),
        deduplication: Number(properties.deduplication),
        syncwrite: Number(properties.syncwrite),
        time_created: now,
        time_updated: now,
      }),
  })
}
