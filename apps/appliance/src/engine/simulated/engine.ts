import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { poolLayout } from '@vsnap/vsnap-api/pool.layout.ts'
import type { PoolType } from '@vsnap/vsnap-api/pool.ts'
import type { Clock } from '../../clock.ts'
import type {
  DatasetState,
  EngineDisk,
  NewDataset,
  PoolDisks,
  PoolProperties,
  PoolState,
  StorageEngine,
} from '../engine.ts'
import { simulatedDisk, watchControl, type Control } from './disks.ts'
import { hex, between } from './random.ts'
import { openStore, type DatasetFacts, type PoolFacts, type SnapshotFacts } from './store.ts'
import { referenced, usageOf, type Usage } from './usage.ts'

export interface SimulatedOptions {
  /** Where it keeps its facts, and where `control.json` is looked for. */
  readonly dir: string
  readonly clock: Clock
  /** Everything that looks like chance follows from it; taken when the machine is made. */
  readonly seed: string
  /** Disks, and bytes of each; taken when the machine is made. */
  readonly disks: number
  readonly diskSize: number
}

/** What a dataset's clients do; bytes, and bytes a day. */
export interface Workload {
  readonly start: number
  readonly perDay: number
}

const tib = 1024 ** 4

/** Storage that exists only on paper, but whose numbers hold together: see `usage.ts` for how they come about. */
export class SimulatedEngine implements StorageEngine {
  readonly #db: Database
  readonly #clock: Clock
  readonly #control: () => Control

  constructor({ dir, clock, seed, disks, diskSize }: SimulatedOptions) {
    this.#db = openStore(join(dir, 'engine.db'))
    this.#clock = clock
    this.#control = watchControl(dir)
    this.#db
      .prepare('INSERT OR IGNORE INTO machine (id, seed, disks, disk_size) VALUES (1, ?, ?, ?)')
      .run(seed, disks, diskSize)
  }

  disks(): readonly EngineDisk[] {
    const machine = this.#db.prepare('SELECT seed, disks, disk_size, added FROM machine').get() as {
      seed: string
      disks: number
      disk_size: number
      added: number
    }
    const failed = new Set(this.#control().failed_disks)
    return Array.from({ length: machine.disks + machine.added }, (_, index) => {
      const disk = simulatedDisk(machine.seed, index, machine.disk_size)
      return { ...disk, failed: failed.has(disk.uuid) }
    })
  }

  async rescan(): Promise<void> {
    this.#db.prepare('UPDATE machine SET added = max(added, ?)').run(this.#control().added_disks)
  }

  pools(): readonly string[] {
    return this.#keys('pool')
  }

  async createPool(
    key: string,
    poolType: PoolType,
    groups: PoolDisks['groups'],
    properties: PoolProperties,
  ): Promise<void> {
    const disks: PoolDisks = { groups, log: [], cache: [], spare: [] }
    this.#db
      .prepare(
        'INSERT INTO pool (key, pool_type, disks, compression, deduplication, syncwrite, made) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(key, poolType, JSON.stringify(disks), ...flags(properties), this.#clock.now())
  }

  poolDisks(key: string): PoolDisks {
    return this.#replaceFailed(key)
  }

  poolState(key: string): PoolState {
    const disks = this.#replaceFailed(key)
    const pool = this.#pool(key)
    const capacity = this.#capacity(pool, disks)
    const usage = this.#usage(key, capacity)
    const failed = new Set(
      this.disks()
        .filter((disk) => disk.failed)
        .map(({ uuid }) => uuid),
    )
    const lost = disks.groups.map((group) => group.disks.filter((uuid) => failed.has(uuid)).length)
    const parity = pool.pool_type === 'raid6' ? 2 : pool.pool_type === 'raid5' ? 1 : 0
    const count = disks.groups.reduce((sum, group) => sum + group.disks.length, 0)
    const faulted = lost.some((disksLost) => disksLost > parity)
    const resilvering = pool.resilvering_until > this.#clock.now()
    const away = lost.reduce((sum, disksLost) => sum + disksLost, resilvering ? 1 : 0)
    // Nothing but the pool's own book-keeping compresses to nothing worth telling.
    const empty = usage.datasets.size === 0
    const compression = pool.compression && !empty ? between(1.25, 2.1, key, 'compression') : 1
    const deduplication = pool.deduplication && !empty ? between(1.1, 1.7, key, 'deduplication') : 1
    return {
      size_total: capacity,
      size_used: usage.total,
      size_free: capacity - usage.total,
      status: faulted ? 'FAULTED' : away > 0 ? 'DEGRADED' : 'ONLINE',
      health: faulted ? 0 : Math.round((100 * (count - away)) / count),
      compression_ratio: `${compression.toFixed(2)}x`,
      deduplication_ratio: `${deduplication.toFixed(2)}x`,
      size_before_compression: Math.round(usage.total * Number(compression.toFixed(2))),
      size_before_deduplication: Math.round(usage.total * Number(deduplication.toFixed(2))),
    }
  }

  async setPoolProperties(key: string, properties: PoolProperties): Promise<void> {
    this.#db
      .prepare('UPDATE pool SET compression = ?, deduplication = ?, syncwrite = ? WHERE key = ?')
      .run(...flags(properties), key)
  }

  async changePoolDisks(key: string, disks: PoolDisks): Promise<void> {
    this.#db.prepare('UPDATE pool SET disks = ? WHERE key = ?').run(JSON.stringify(disks), key)
  }

  async destroyPool(key: string): Promise<void> {
    this.#db.prepare('DELETE FROM pool WHERE key = ?').run(key)
  }

  datasets(): readonly string[] {
    return this.#keys('dataset')
  }

  snapshots(): readonly string[] {
    return this.#keys('snapshot')
  }

  async createDataset({ key, pool, kind, size, block }: NewDataset): Promise<void> {
    const capacity = this.#capacity(this.#pool(pool), this.poolDisks(pool))
    // Clients of the usual kind: a few thousandths of the pool a day, at the most a TiB.
    const perDay = Math.floor(Math.min(tib, size ?? capacity, capacity) * between(0.001, 0.006, key, 'growth'))
    this.#insertDataset({
      key,
      pool,
      kind,
      size,
      block,
      made: this.#clock.now(),
      start: 0,
      per_day: perDay,
      origin: null,
    })
  }

  /** Says what a dataset's clients do, from now on as if always; for demos and tests. */
  setWorkload(key: string, { start, perDay }: Workload): void {
    this.#db
      .prepare('UPDATE dataset SET start = ?, per_day = ? WHERE key = ?')
      .run(Math.floor(start), Math.floor(perDay), key)
  }

  datasetState(key: string): DatasetState {
    const dataset = this.#dataset(key)
    const { size_total: capacity, size_used: poolUsed } = this.poolState(dataset.pool)
    const used = this.#usage(dataset.pool, capacity).datasets.get(key) ?? 0
    const inPool = capacity - poolUsed
    if (dataset.size === null) return { size_used: used, size_free: inPool }
    if (dataset.kind === 'lun')
      return {
        size_used: used,
        size_free: Math.max(0, dataset.size - Math.min(dataset.size, referenced(dataset, this.#clock.now()))),
      }
    return { size_used: used, size_free: Math.min(inPool, Math.max(0, dataset.size - used)) }
  }

  async resizeDataset(key: string, size: number | null): Promise<void> {
    this.#db.prepare('UPDATE dataset SET size = ? WHERE key = ?').run(size, key)
  }

  async destroyDataset(key: string): Promise<void> {
    this.#db.prepare('DELETE FROM dataset WHERE key = ?').run(key)
  }

  async createSnapshot(key: string, dataset: string): Promise<void> {
    this.#db.prepare('INSERT INTO snapshot (key, dataset, made) VALUES (?, ?, ?)').run(key, dataset, this.#clock.now())
  }

  snapshotUsed(key: string): number {
    const { dataset } = this.#snapshot(key)
    const { pool } = this.#dataset(dataset)
    return this.#usage(pool, this.#capacity(this.#pool(pool), this.poolDisks(pool))).snapshots.get(key) ?? 0
  }

  async destroySnapshot(key: string): Promise<void> {
    this.#db.prepare('DELETE FROM snapshot WHERE key = ?').run(key)
  }

  async clone(key: string, snapshot: string): Promise<void> {
    const origin = this.#dataset(this.#snapshot(snapshot).dataset)
    // A clone shares its blocks with the snapshot: it takes space only for what is written to it.
    const perDay = Math.floor(origin.per_day / 10)
    this.#insertDataset({ ...origin, key, made: this.#clock.now(), start: 0, per_day: perDay, origin: snapshot })
  }

  close(): void {
    this.#db.close()
  }

  #insertDataset({ key, pool, kind, size, block, made, start, per_day: perDay, origin }: DatasetFacts): void {
    this.#db
      .prepare(
        'INSERT INTO dataset (key, pool, kind, size, block, made, start, per_day, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(key, pool, kind, size, block, made, start, perDay, origin)
  }

  #keys(table: 'pool' | 'dataset' | 'snapshot'): readonly string[] {
    return (this.#db.prepare(`SELECT key FROM ${table}`).all() as { key: string }[]).map(({ key }) => key)
  }

  #pool(key: string): PoolFacts {
    return found(this.#db.prepare('SELECT * FROM pool WHERE key = ?').get(key) as PoolFacts | undefined, 'pool', key)
  }

  #dataset(key: string): DatasetFacts {
    return found(
      this.#db.prepare('SELECT * FROM dataset WHERE key = ?').get(key) as DatasetFacts | undefined,
      'dataset',
      key,
    )
  }

  #snapshot(key: string): SnapshotFacts {
    return found(
      this.#db.prepare('SELECT * FROM snapshot WHERE key = ?').get(key) as SnapshotFacts | undefined,
      'snapshot',
      key,
    )
  }

  #capacity(pool: PoolFacts, disks: PoolDisks): number {
    const sizes = new Map(this.disks().map(({ uuid, size }) => [uuid, size]))
    // Group by group: an expanded pool was laid out in steps.
    return disks.groups.reduce((sum, group) => {
      const members = group.disks.map((uuid) => ({ uuid, size: sizes.get(uuid) ?? 0 }))
      return sum + poolLayout(members, pool.pool_type as PoolType).usable
    }, 0)
  }

  #usage(pool: string, capacity: number): Usage {
    const datasets = this.#db.prepare('SELECT * FROM dataset WHERE pool = ?').all(pool) as DatasetFacts[]
    const snapshots = this.#db
      .prepare('SELECT s.* FROM snapshot s JOIN dataset d ON d.key = s.dataset WHERE d.pool = ? ORDER BY s.made, s.key')
      .all(pool) as SnapshotFacts[]
    return usageOf(datasets, snapshots, capacity, this.#clock.now())
  }

  /** A hot spare takes the place of a failed disk as soon as somebody looks (§7.4.5). */
  #replaceFailed(key: string): PoolDisks {
    const facts = this.#pool(key)
    const disks = JSON.parse(facts.disks) as PoolDisks
    if (disks.spare.length === 0 || facts.pool_type === 'raid0') return disks
    const failed = new Set(
      this.disks()
        .filter((disk) => disk.failed)
        .map(({ uuid }) => uuid),
    )
    const spares = disks.spare.filter((uuid) => !failed.has(uuid))
    const groups = disks.groups.map((group) => ({
      ...group,
      disks: group.disks.map((uuid) => (failed.has(uuid) ? (spares.shift() ?? uuid) : uuid)),
    }))
    const taken = disks.spare.filter((uuid) => !failed.has(uuid) && !spares.includes(uuid))
    if (taken.length === 0) return disks
    const replaced: PoolDisks = { ...disks, groups, spare: disks.spare.filter((uuid) => !taken.includes(uuid)) }
    const until = this.#clock.now() + Math.round(between(60, 180, key, ...taken))
    this.#db
      .prepare('UPDATE pool SET disks = ?, resilvering_until = ? WHERE key = ?')
      .run(JSON.stringify(replaced), until, key)
    return replaced
  }
}

function flags({ compression, deduplication, syncwrite }: PoolProperties): [number, number, number] {
  return [Number(compression), Number(deduplication), Number(syncwrite)]
}

function found<T>(row: T | undefined, what: string, key: string): T {
  if (row === undefined) throw new Error(`The engine has no ${what} ${key}.`)
  return row
}

/** A seed for a new machine, from anything that names it. */
export function seedOf(name: string): string {
  return hex(32, name)
}
