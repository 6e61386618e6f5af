import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Clock } from '../../clock.ts'
import {
  EngineError,
  type DatasetState,
  type DiskGroup,
  type EngineDisk,
  type Export,
  type ExtraUse,
  type HostAccess,
  type NewDataset,
  type NewPool,
  type PoolDisks,
  type PoolProperties,
  type PoolState,
  type Sending,
  type SnapshotState,
  type StorageEngine,
} from '../engine.ts'
import { underControl, watchControl, type Control } from './control.ts'
import { simulatedDisk } from './disks.ts'
import { capacityOf, poolStateOf, replaceFailed } from './pools.ts'
import { between } from './random.ts'
import { emptyDataset, Store, type DatasetFacts, type PoolFacts } from './store.ts'
import { digest, incoming, outgoing, type Content } from './stream.ts'
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

/** A pool as it is read: what follows from its facts now. */
interface PoolReading {
  readonly state: PoolState
  readonly usage: Usage
}

/** Storage that exists only on paper, but whose numbers hold together: see `usage.ts` for how they come about. */
export class SimulatedEngine implements StorageEngine {
  readonly #store: Store
  readonly #clock: Clock
  readonly #control: () => Control

  constructor({ dir, clock, seed, disks, diskSize }: SimulatedOptions) {
    this.#store = new Store(join(dir, 'engine.db'))
    this.#clock = clock
    this.#control = watchControl(dir)
    this.#store.insert('machine', { id: 1, seed, disks, disk_size: diskSize }, 'OR IGNORE')
  }

  async prepare(): Promise<void> {
    await this.#clock.sleep(this.#control().preparation)
    this.#change('prepare', () => undefined)
  }

  async disks(): Promise<readonly EngineDisk[]> {
    return this.#disks()
  }

  async rescan(): Promise<void> {
    this.#change('rescan', () => this.#store.addDisks(this.#control().added_disks))
  }

  async pools(): Promise<ReadonlyMap<string, PoolState>> {
    return new Map(this.#store.all('pool').map((facts) => [facts.key, this.#read(facts).state]))
  }

  async createPool({ key, pool_type, groups, properties }: NewPool): Promise<void> {
    const disks: PoolDisks = { groups, log: [], cache: [], spare: [] }
    const facts = { key, pool_type, disks: JSON.stringify(disks), made: this.#clock.now(), ...flags(properties) }
    this.#change('createPool', () => this.#store.insert('pool', facts))
  }

  async setPoolProperties(key: string, properties: PoolProperties): Promise<void> {
    this.#change('setPoolProperties', () => this.#store.update('pool', key, flags(properties)))
  }

  async expandPool(key: string, added: readonly DiskGroup[]): Promise<void> {
    this.#changeDisks('expandPool', key, (disks) => ({ ...disks, groups: [...disks.groups, ...added] }))
  }

  async addPoolDisks(key: string, use: ExtraUse, uuids: readonly string[]): Promise<void> {
    this.#changeDisks('addPoolDisks', key, (disks) => ({ ...disks, [use]: [...disks[use], ...uuids] }))
  }

  async removePoolDisks(key: string, use: ExtraUse, uuids: readonly string[]): Promise<void> {
    const rest = (disks: PoolDisks) => disks[use].filter((uuid) => !uuids.includes(uuid))
    this.#changeDisks('removePoolDisks', key, (disks) => ({ ...disks, [use]: rest(disks) }))
  }

  async destroyPool(key: string): Promise<void> {
    this.#change('destroyPool', () => this.#store.delete('pool', key))
  }

  async datasets(pool?: string): Promise<ReadonlyMap<string, DatasetState>> {
    const states = new Map<string, DatasetState>()
    for (const facts of this.#store.all('pool')) {
      if (pool !== undefined && facts.key !== pool) continue
      const { usage, state } = this.#read(facts)
      for (const dataset of this.#store.datasetsOf(facts.key)) {
        const used = usage.datasets.get(dataset.key) ?? 0
        states.set(dataset.key, { size_used: used, size_free: freeIn(dataset, used, state.size_free) })
      }
    }
    return states
  }

  async createDataset({ key, pool, kind, size, block, replica = false }: NewDataset): Promise<void> {
    const { size_total: capacity } = this.#read(this.#store.get('pool', pool)).state
    // Clients of the usual kind: a few thousandths of the pool a day, at the most a TiB.
    const usual = Math.floor(Math.min(tib, size ?? capacity, capacity) * between(0.001, 0.006, key, 'growth'))
    const clients = { made: this.#clock.now(), start: 0, per_day: replica ? 0 : usual }
    const facts = { key, pool, kind, size, block, ...clients, origin: null, replica: Number(replica) }
    this.#change('createDataset', () => this.#store.insert('dataset', facts))
  }

  /** Says what a dataset's clients do, from now on as if always; for demos and tests. */
  setWorkload(key: string, { start, perDay }: Workload): void {
    this.#store.update('dataset', key, { start: Math.floor(start), per_day: Math.floor(perDay) })
  }

  async resizeDataset(key: string, size: number | null): Promise<void> {
    this.#change('resizeDataset', () => this.#store.update('dataset', key, { size }))
  }

  async destroyDataset(key: string): Promise<void> {
    this.#change('destroyDataset', () => this.#store.delete('dataset', key))
  }

  async snapshots(dataset?: string): Promise<ReadonlyMap<string, SnapshotState>> {
    const only = dataset === undefined ? undefined : this.#store.find('dataset', dataset)
    if (dataset !== undefined && !only) return new Map()
    const states = new Map<string, SnapshotState>()
    for (const facts of this.#store.all('pool')) {
      if (only && facts.key !== only.pool) continue
      const { usage } = this.#read(facts)
      for (const snapshot of this.#store.snapshotsIn(facts.key)) {
        if (only && snapshot.dataset !== only.key) continue
        states.set(snapshot.key, { size_used: usage.snapshots.get(snapshot.key) ?? 0, guid: snapshot.guid })
      }
    }
    return states
  }

  async createSnapshot(key: string, dataset: string): Promise<void> {
    const made = this.#clock.now()
    const bytes = referenced(this.#store.get('dataset', dataset), made)
    const content = { guid: randomBytes(8).readBigUInt64BE().toString(), dataset, made, bytes }
    this.#change('createSnapshot', () => this.#insertSnapshot(key, dataset, content))
  }

  async destroySnapshot(key: string): Promise<void> {
    const snapshot = this.#store.find('snapshot', key)
    this.#change('destroySnapshot', () => {
      this.#store.delete('snapshot', key)
      if (snapshot) this.#followNewest(snapshot.dataset)
    })
  }

  async clone(key: string, snapshot: string): Promise<void> {
    const origin = this.#store.get('dataset', this.#store.get('snapshot', snapshot).dataset)
    // A clone shares its blocks with the snapshot: it takes space only for what is written to it.
    const perDay = Math.floor(origin.per_day / 10)
    const clients = { made: this.#clock.now(), start: 0, per_day: perDay }
    const facts = { ...origin, key, ...clients, origin: snapshot, replica: 0 }
    this.#change('clone', () => this.#store.insert('dataset', facts))
  }

  async send(key: string, from?: string): Promise<Sending> {
    const snapshot = this.#store.get('snapshot', key)
    const base = from === undefined ? undefined : this.#store.get('snapshot', from)
    return outgoing({
      content: JSON.parse(snapshot.content) as Content,
      ...(base && { base: JSON.parse(base.content) as Content }),
      most: this.#control().transfer_bytes,
      rate: () => this.#control().transfer_rate,
      isThere: () => this.#store.find('snapshot', key) !== undefined,
    })
  }

  async receive(dataset: string, key: string, stream: Readable): Promise<void> {
    const facts = this.#store.get('dataset', dataset)
    const content = await incoming(stream, ({ base, size }) => {
      const known = this.#store.snapshotsOf(dataset).map((snapshot) => digest(JSON.parse(snapshot.content) as Content))
      if (base !== undefined && !known.includes(base))
        throw new EngineError('The snapshot that the increment is based on is not on the replica.')
      const { size_free: left } = this.#read(this.#store.get('pool', facts.pool)).state
      if (size > left) throw new EngineError(`The pool has ${left} bytes left, and the snapshot takes ${size}.`)
    })
    this.#change('receive', () => {
      this.#insertSnapshot(key, dataset, content)
      this.#follow(dataset, content.bytes)
    })
  }

  async export(dataset: string, how: Export | null): Promise<void> {
    this.#change('export', () => this.#offer('export', dataset, how))
  }

  async exports(): Promise<ReadonlyMap<string, Export>> {
    return new Map(this.#store.all('export').map(({ key, offer }) => [key, JSON.parse(offer) as Export]))
  }

  async present(host: string, access: HostAccess | null): Promise<void> {
    this.#change('present', () => this.#offer('host', host, access))
  }

  async presented(): Promise<ReadonlyMap<string, HostAccess>> {
    return new Map(this.#store.all('host').map(({ key, offer }) => [key, JSON.parse(offer) as HostAccess]))
  }

  close(): void {
    this.#store.close()
  }

  /** Every change of the engine: one transaction, which the control file may let fail or end the process. */
  #change(name: keyof StorageEngine, work: () => void): void {
    underControl(this.#control(), name, () => this.#store.change(work))
  }

  #changeDisks(name: keyof StorageEngine, key: string, change: (disks: PoolDisks) => PoolDisks): void {
    const disks = change(JSON.parse(this.#store.get('pool', key).disks) as PoolDisks)
    this.#change(name, () => this.#store.update('pool', key, { disks: JSON.stringify(disks) }))
  }

  #insertSnapshot(key: string, dataset: string, content: Content): void {
    const { guid, bytes } = content
    const made = this.#clock.now()
    this.#store.insert('snapshot', { key, dataset, made, guid, bytes, content: JSON.stringify(content) })
  }

  /** A dataset that is from now on as a snapshot with so many bytes is. */
  #follow(dataset: string, bytes: number): void {
    this.#store.update('dataset', dataset, { start: Math.max(0, bytes - emptyDataset), per_day: 0 })
  }

  #followNewest(dataset: string): void {
    if (this.#store.find('dataset', dataset)?.replica !== 1) return
    this.#follow(dataset, this.#store.snapshotsOf(dataset).at(-1)?.bytes ?? 0)
  }

  #offer(table: 'export' | 'host', key: string, offer: Export | HostAccess | null): void {
    if (offer) this.#store.insert(table, { key, offer: JSON.stringify(offer) }, 'OR REPLACE')
    else this.#store.delete(table, key)
  }

  #disks(): EngineDisk[] {
    const machine = this.#store.machine()
    const failed = new Set(this.#control().failed_disks)
    return Array.from({ length: machine.disks + machine.added }, (_, index) => {
      const disk = simulatedDisk(machine.seed, index, machine.disk_size)
      return { ...disk, failed: failed.has(disk.uuid) }
    })
  }

  #read(facts: PoolFacts): PoolReading {
    const disks = this.#disks()
    const failed = new Set(disks.filter((disk) => disk.failed).map(({ uuid }) => uuid))
    const pool = this.#withSpares(facts, failed)
    const members = JSON.parse(pool.disks) as PoolDisks
    const capacity = capacityOf(pool.pool_type, members, disks)
    const at = this.#clock.now()
    const usage = usageOf(this.#store.datasetsOf(pool.key), this.#store.snapshotsIn(pool.key), capacity, at)
    return { usage, state: poolStateOf(pool, members, { failed, capacity, usage, at }) }
  }

  /** A hot spare takes the place of a failed disk as soon as somebody looks (§7.4.5), and is filled for a while. */
  #withSpares(facts: PoolFacts, failed: ReadonlySet<string>): PoolFacts {
    const { disks, taken } = replaceFailed(facts.pool_type, JSON.parse(facts.disks) as PoolDisks, failed)
    if (taken.length === 0) return facts
    const resilvering_until = this.#clock.now() + Math.round(between(60, 180, facts.key, ...taken))
    const change = { disks: JSON.stringify(disks), resilvering_until }
    this.#store.update('pool', facts.key, change)
    return { ...facts, ...change }
  }
}

function flags({ compression, deduplication, syncwrite }: PoolProperties) {
  return { compression: Number(compression), deduplication: Number(deduplication), syncwrite: Number(syncwrite) }
}

/** Bytes that clients can still write to a dataset that has `used` bytes, in a pool with `left` free ones. */
function freeIn({ size, kind }: DatasetFacts, used: number, left: number): number {
  if (size === null) return left
  const own = Math.max(0, size - used)
  return kind === 'lun' ? own : Math.min(left, own)
}
