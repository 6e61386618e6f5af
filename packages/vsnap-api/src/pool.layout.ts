import type { PoolType } from './pool.ts'

/** Disks that one group (a RAID-Z vdev) may have; the guide's sample shows `diskgroup_size` 8. */
export const diskgroupSize = 8

/** For each `pool_type`: disks' worth of parity a group, and the fewest disks a group needs. */
export const raid: Readonly<
  Record<PoolType, { readonly parity: number; readonly fewest: number; readonly survives: string }>
> = {
  raid0: { parity: 0, fewest: 1, survives: 'no disk at all' },
  raid5: { parity: 1, fewest: 3, survives: 'any 1 disk a group' },
  raid6: { parity: 2, fewest: 4, survives: 'any 2 disks a group' },
}

/** The part of the space that ZFS keeps for itself, so that it can still free space when full (1/32). */
const reserve = 1 / 32

/** What the layout has to know of a disk; `size` in bytes. */
export interface Member {
  readonly uuid: string
  readonly size: number
}

/** One group as it will be; sizes in bytes. */
export interface Group {
  readonly name: string
  readonly disks: readonly Member[]
  readonly parity: number
}

/** A pool, or an expansion, as it will be. `raw` = `usable` + `overhead` + `lost`, all in bytes. */
export interface Layout {
  readonly groups: readonly Group[]
  readonly raw: number
  readonly usable: number
  /** Parity and what ZFS keeps for itself. */
  readonly overhead: number
  /** What larger disks have over the smallest of their group. */
  readonly lost: number
  /** What deserves a second thought, in words. */
  readonly warnings: readonly string[]
}

/**
 * How disks become groups: as few groups as `diskgroupSize` allows, spread evenly, alike sizes together (so that less
 * is lost where sizes are mixed). The appliance builds by it and the console previews with it.
 * @param existing groups that the pool has already, for an expansion: names go on from there.
 */
export function poolLayout(
  disks: readonly Member[],
  poolType: PoolType,
  existing: readonly { readonly width: number }[] = [],
): Layout {
  const { parity } = raid[poolType]
  // A stable order: the same disks always give the same groups.
  const sorted = disks.toSorted((a, b) => b.size - a.size || (a.uuid < b.uuid ? -1 : 1))
  const count = Math.ceil(sorted.length / diskgroupSize)
  const groups: Group[] = []
  let start = 0
  for (let index = 0; index < count; index += 1) {
    const width = Math.ceil((sorted.length - start) / (count - index))
    groups.push({
      name: `${poolType}_group${existing.length + index + 1}`,
      disks: sorted.slice(start, start + width),
      parity,
    })
    start += width
  }
  const raw = sum(sorted.map(({ size }) => size))
  const lost = sum(groups.map(({ disks: members }) => sum(members.map(({ size }) => size - smallest(members)))))
  const data = sum(groups.map(({ disks: members }) => smallest(members) * Math.max(0, members.length - parity)))
  const usable = Math.floor(data * (1 - reserve))
  return { groups, raw, usable, lost, overhead: raw - lost - usable, warnings: warnings(groups, poolType, existing) }
}

function warnings(
  groups: readonly Group[],
  poolType: PoolType,
  existing: readonly { readonly width: number }[],
): string[] {
  const found: string[] = []
  if (poolType === 'raid0' && groups.length > 0)
    found.push('raid0 survives nothing: when one disk fails, everything in the pool is lost.')
  for (const { name, disks } of groups) {
    const larger = disks.filter(({ size }) => size > smallest(disks)).length
    if (larger > 0)
      found.push(
        `${name} mixes disk sizes: what the ${larger === 1 ? 'larger disk has' : `${larger} larger disks have`} over the smallest stays unused.`,
      )
  }
  const widths = new Set([...existing.map(({ width }) => width), ...groups.map(({ disks }) => disks.length)])
  if (widths.size > 1)
    found.push(
      `The groups differ in width (${[...widths].toSorted((a, b) => b - a).join(' and ')} disks); data spreads less evenly over them.`,
    )
  return found
}

function smallest(members: readonly Member[]): number {
  return Math.min(...members.map(({ size }) => size))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
