import { randomUUID } from 'node:crypto'
import { poolLayout } from '@vsnap/vsnap-api/pool.layout.ts'
import type { PoolType } from '@vsnap/vsnap-api/pool.ts'
import type { HandlerContext } from './context.ts'
import { diskList } from './disk.ts'

export interface WantedPool {
  readonly name: string
  readonly pool_type: PoolType
  readonly uuids: readonly string[]
  readonly compression?: boolean | undefined
  readonly deduplication?: boolean | undefined
  readonly syncwrite?: boolean | undefined
}

/** The disks with these uuids, as groups want them; all unused ones when none is named. */
export function membersOf(
  context: HandlerContext,
  uuids: readonly string[] | undefined,
): { uuid: string; size: number }[] {
  const disks = diskList(context)
  const wanted =
    uuids && uuids.length > 0
      ? disks.filter(({ uuid }) => uuids.includes(uuid))
      : disks.filter(({ used_as }) => used_as === 'unused')
  return wanted.map(({ uuid, size }) => ({ uuid, size }))
}

/** Makes a pool whose wish has been checked (§7.1); returns its id. First the engine, then the catalog: what is only in the engine is cleared away at the next start. */
export async function createPool(context: HandlerContext, wanted: WantedPool): Promise<number> {
  const { engine, catalog, clock } = context
  const key = randomUUID()
  const properties = {
    compression: wanted.compression ?? true,
    deduplication: wanted.deduplication ?? false,
    syncwrite: wanted.syncwrite ?? true,
  }
  const { groups } = poolLayout(membersOf(context, wanted.uuids), wanted.pool_type)
  await engine.createPool(
    key,
    wanted.pool_type,
    groups.map(({ name, disks }) => ({ name, disks: disks.map(({ uuid }) => uuid) })),
    properties,
  )
  const now = clock.now()
  return catalog.change(() =>
    catalog.insert('pool', {
      key,
      name: wanted.name,
      pool_type: wanted.pool_type,
      compression: Number(properties.compression),
      deduplication: Number(properties.deduplication),
      syncwrite: Number(properties.syncwrite),
      time_created: now,
      time_updated: now,
    }),
  )
}
