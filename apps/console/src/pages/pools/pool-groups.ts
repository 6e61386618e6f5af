import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import { raid } from '@vsnap/vsnap-api/pool.layout.ts'
import { auxiliary, dataGroups } from '@vsnap/vsnap-api/pool.rules.ts'
import { poolTypes, type Pool, type PoolType } from '@vsnap/vsnap-api/pool.ts'
import { formatBytes } from '../../ui/bytes.ts'
import type { BlockGroup, BlockKind } from './LayoutPicture.tsx'

/** A disk of a pool: what the appliance says of it, and what it is for. */
export interface PoolDisk {
  readonly uuid: string
  readonly group: string
  readonly kind: BlockKind
  /** Undefined when the appliance lists the path, but no such disk (any more). */
  readonly disk: Disk | undefined
}

/** All disks of a pool, group by group, then log, cache and spares. A failed one says so first. */
export function poolDisks(pool: Pool, disks: readonly Disk[]): PoolDisk[] {
  const known = new Map(disks.map((disk) => [disk.uuid, disk]))
  const parity = raid[poolTypes.find((type) => type === pool.pool_type) ?? 'raid0'].parity
  const member = (group: string, path: string, kind: BlockKind): PoolDisk => {
    const uuid = uuidOfPath(path)
    const disk = known.get(uuid)
    return { uuid, group, disk, kind: disk?.used_as === 'failed' ? 'failed' : kind }
  }
  return [
    ...dataGroups(pool).flatMap(({ name, paths }) =>
      paths.map((path, index) => member(name, path, index < parity ? 'parity' : 'data')),
    ),
    ...auxiliary.flatMap((use) => (pool.disks?.[use] ?? []).map((path) => member(use, path, use))),
  ]
}

/** A group of data that has lost disks, and how many more it can lose; under 0: it has lost more than it could. */
export interface Weakened {
  readonly group: string
  readonly left: number
}

/** The groups that survive less than the pool's type says, since disks of theirs have failed. */
export function weakenedGroups(type: PoolType, members: readonly PoolDisk[]): Weakened[] {
  const failed = members.filter(({ group, kind }) => kind === 'failed' && !auxiliary.some((use) => use === group))
  return [...Map.groupBy(failed, ({ group }) => group)].map(([group, own]) => ({
    group,
    left: raid[type].parity - own.length,
  }))
}

/** A disk in a few words: `/dev/sdb, 8 TiB, 36000c29…`. */
export function diskTitle(uuid: string, disk: Disk | undefined): string {
  return [disk?.name, disk?.size == null ? undefined : formatBytes(disk.size), uuid].filter(Boolean).join(', ')
}

/** The groups as the picture wants them. */
export function blockGroups(members: readonly PoolDisk[]): BlockGroup[] {
  const groups = new Map<string, PoolDisk[]>()
  for (const member of members) groups.set(member.group, [...(groups.get(member.group) ?? []), member])
  return [...groups].map(([name, own]) => ({
    name,
    blocks: own.map(({ uuid, kind, disk }) => ({ uuid, kind, title: diskTitle(uuid, disk) })),
  }))
}
