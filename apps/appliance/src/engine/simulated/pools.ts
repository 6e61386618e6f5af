import { poolLayout, raid } from '@vsnap/vsnap-api/pool.layout.ts'
import type { PoolType } from '@vsnap/vsnap-api/pool.ts'
import type { EngineDisk, PoolDisks, PoolState } from '../engine.ts'
import { between } from './random.ts'
import type { PoolFacts } from './store.ts'
import type { Usage } from './usage.ts'

/** Bytes that a pool has for its datasets. Group by group: an expanded pool was laid out in steps. */
export function capacityOf(poolType: string, { groups }: PoolDisks, disks: readonly EngineDisk[]): number {
  const sizes = new Map(disks.map(({ uuid, size }) => [uuid, size]))
  return groups.reduce((sum, group) => {
    const members = group.disks.map((uuid) => ({ uuid, size: sizes.get(uuid) ?? 0 }))
    return sum + poolLayout(members, poolType as PoolType).usable
  }, 0)
}

/**
 * The disks of a pool after its hot spares have taken the places of failed ones (§7.4.5), and which spares those were.
 * A pool without redundancy has nothing from which a spare could be filled.
 */
export function replaceFailed(
  poolType: string,
  disks: PoolDisks,
  failed: ReadonlySet<string>,
): { readonly disks: PoolDisks; readonly taken: readonly string[] } {
  const ready = poolType === 'raid0' ? [] : disks.spare.filter((uuid) => !failed.has(uuid))
  const left = [...ready]
  const groups = disks.groups.map((group) => ({
    ...group,
    disks: group.disks.map((uuid) => (failed.has(uuid) ? (left.shift() ?? uuid) : uuid)),
  }))
  const taken = ready.slice(0, ready.length - left.length)
  return { disks: { ...disks, groups, spare: disks.spare.filter((uuid) => !taken.includes(uuid)) }, taken }
}

/** How a pool is at a time (epoch seconds); `capacity` in bytes. */
export function poolStateOf(
  facts: PoolFacts,
  disks: PoolDisks,
  what: { readonly failed: ReadonlySet<string>; readonly capacity: number; readonly usage: Usage; readonly at: number },
): PoolState {
  const { capacity, usage, failed, at } = what
  const lost = disks.groups.map((group) => group.disks.filter((uuid) => failed.has(uuid)).length)
  const { parity } = raid[facts.pool_type as PoolType]
  const count = disks.groups.reduce((sum, group) => sum + group.disks.length, 0)
  const faulted = lost.some((disksLost) => disksLost > parity)
  const away = lost.reduce((sum, disksLost) => sum + disksLost, facts.resilvering_until > at ? 1 : 0)
  // Nothing but the pool's own book-keeping compresses to nothing worth telling.
  const empty = usage.datasets.size === 0
  const ratio = (low: number, high: number, word: string) =>
    empty ? 1 : Number(between(low, high, facts.key, word).toFixed(2))
  const compression = facts.compression === 1 ? ratio(1.25, 2.1, 'compression') : 1
  const deduplication = facts.deduplication === 1 ? ratio(1.1, 1.7, 'deduplication') : 1
  const beforeDeduplication = Math.round(usage.total * deduplication)
  return {
    size_total: capacity,
    size_used: usage.total,
    size_free: capacity - usage.total,
    status: faulted ? 'FAULTED' : away > 0 ? 'DEGRADED' : 'ONLINE',
    health: faulted ? 0 : Math.round((100 * (count - away)) / count),
    compression_ratio: `${compression.toFixed(2)}x`,
    deduplication_ratio: `${deduplication.toFixed(2)}x`,
    size_before_compression: Math.round(beforeDeduplication * compression),
    size_before_deduplication: beforeDeduplication,
    disks,
  }
}
