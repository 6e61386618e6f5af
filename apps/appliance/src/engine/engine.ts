import type { Readable } from 'node:stream'
import type { PoolType } from '@vsnap/vsnap-api/pool.ts'

/** A disk as the machine has it; `size` in bytes. What it is used for follows from the pools. */
export interface EngineDisk {
  readonly uuid: string
  readonly name: string
  readonly model: string
  readonly vendor: string
  readonly type: string
  readonly size: number
  /** Not usable any more. */
  readonly failed: boolean
}

export interface PoolProperties {
  readonly compression: boolean
  readonly deduplication: boolean
  readonly syncwrite: boolean
}

/** A group of data disks (a RAID-Z vdev, or a stripe for raid0), by uuid. */
export interface DiskGroup {
  readonly name: string
  readonly disks: readonly string[]
}

/** What a disk beside the data can be in a pool. */
export type ExtraUse = 'log' | 'cache' | 'spare'

/** A pool's groups of data and its further disks, by uuid. */
export interface PoolDisks extends Readonly<Record<ExtraUse, readonly string[]>> {
  readonly groups: readonly DiskGroup[]
}

/**
 * How a pool is now; sizes in bytes, `health` in percent, ratios as ZFS prints them (`1.42x`).
 * `size_free` + `size_used` = `size_total`; what clients wrote is `size_before_compression`, what was left of that for
 * deduplication `size_before_deduplication`.
 */
export interface PoolState {
  readonly size_total: number
  readonly size_free: number
  readonly size_used: number
  readonly status: 'ONLINE' | 'DEGRADED' | 'FAULTED'
  readonly health: number
  readonly compression_ratio: string
  readonly deduplication_ratio: string
  readonly size_before_compression: number
  readonly size_before_deduplication: number
  readonly disks: PoolDisks
}

/** Space of a dataset, in bytes. `size_used` is its own data, without what its snapshots keep. */
export interface DatasetState {
  readonly size_used: number
  readonly size_free: number
}

/** Bytes that only this snapshot keeps, and the number (`zfs get guid`) by which its content is known on every system. */
export interface SnapshotState {
  readonly size_used: number
  readonly guid: string
}

export interface NewPool {
  readonly key: string
  readonly pool_type: PoolType
  readonly groups: readonly DiskGroup[]
  readonly properties: PoolProperties
}

export interface NewDataset {
  readonly key: string
  readonly pool: string
  readonly kind: 'filesystem' | 'lun'
  /** Bytes: a filesystem's limit (null: none), a lun's size. */
  readonly size: number | null
  /** Bytes; luns only. */
  readonly block: number | null
  /** Nobody writes to it but `receive`. */
  readonly replica?: boolean
}

/** A snapshot on its way to another system. */
export interface Sending {
  readonly stream: Readable
  /** Bytes that are sent in all, as well as can be said before (`zfs send -n -P`). */
  readonly size: number
  /** Bytes that each byte of the stream stands for: 1 on real storage. */
  readonly weight: number
}

/** How a filesystem is offered to clients (§8.8); `name` is the NFS path or the SMB name. */
export type Export =
  | {
      readonly type: 'nfs'
      readonly name: string
      readonly read_only: boolean
      readonly allowed_hosts: readonly string[]
    }
  | { readonly type: 'smb'; readonly name: string }

/** A block device as a host sees it: a lun's dataset, or a file (`path`) in a filesystem's dataset. */
export interface Lun {
  readonly number: number
  readonly serial: string
  readonly dataset: string
  readonly path: string | null
}

/** Everything that one host sees over iSCSI, and by which initiators it is known (§10). */
export interface HostAccess {
  readonly initiators: readonly string[]
  readonly luns: readonly Lun[]
}

/** The engine could not do what it was asked to; the message says what is in the way. Nothing was changed. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}

/**
 * What differs between engines. Objects are known by keys that the catalog chooses (never by names or ids, which the
 * engine does not know). Reading is in bulk, because that is how `zpool list` and `zfs list` answer. Changes are made
 * one at a time; one that fails (EngineError) has changed nothing, and one that is repeated (`destroy…`, `set…`,
 * `resize…`, `export`, `present`) finds its work done and succeeds, so that a crash can be repaired by repeating.
 */
export interface StorageEngine {
  /** §2.2. What has to be done once before the first pool, whatever time that takes; may be repeated. */
  prepare(): Promise<void>

  disks(): Promise<readonly EngineDisk[]>
  /** §6.2. Looks for disks that were added or removed. */
  rescan(): Promise<void>

  /** All pools, by key. */
  pools(): Promise<ReadonlyMap<string, PoolState>>
  createPool(pool: NewPool): Promise<void>
  setPoolProperties(key: string, properties: PoolProperties): Promise<void>
  expandPool(key: string, groups: readonly DiskGroup[]): Promise<void>
  addPoolDisks(key: string, use: ExtraUse, uuids: readonly string[]): Promise<void>
  removePoolDisks(key: string, use: ExtraUse, uuids: readonly string[]): Promise<void>
  /** Destroys a pool with everything in it. */
  destroyPool(key: string): Promise<void>

  /** All filesystems and luns, or those of one pool, by key. */
  datasets(pool?: string): Promise<ReadonlyMap<string, DatasetState>>
  createDataset(dataset: NewDataset): Promise<void>
  resizeDataset(key: string, size: number | null): Promise<void>
  /** Destroys a dataset with its snapshots, and what offers it to clients. */
  destroyDataset(key: string): Promise<void>

  /** All snapshots, or those of one dataset, by key. */
  snapshots(dataset?: string): Promise<ReadonlyMap<string, SnapshotState>>
  createSnapshot(key: string, dataset: string): Promise<void>
  /** A replica whose newest snapshot goes is as the one before it. */
  destroySnapshot(key: string): Promise<void>
  /** Makes a dataset from a snapshot. */
  clone(key: string, snapshot: string): Promise<void>

  /** Offers a filesystem to clients in exactly this way; null takes it away from them. */
  export(dataset: string, how: Export | null): Promise<void>
  /** How filesystems are offered now, by key of the dataset. */
  exports(): Promise<ReadonlyMap<string, Export>>
  /** Shows a host exactly these luns; null forgets the host. */
  present(host: string, access: HostAccess | null): Promise<void>
  /** What each host is shown now, by its key. */
  presented(): Promise<ReadonlyMap<string, HostAccess>>

  /**
   * `zfs send [-i from] snapshot`: everything that a receiver needs to have the snapshot, or what changed since `from`.
   * The stream fails with an EngineError when the snapshot goes while it is being sent.
   */
  send(snapshot: string, from?: string): Promise<Sending>
  /**
   * `zfs receive -F`: makes the snapshot on a dataset, which then is as the snapshot is. Resolves when all of it is
   * there; whatever is wrong (the stream ends early or is damaged, its `from` is not there, no space) leaves nothing.
   * A stream that is whole replaces what is in the dataset, but not the snapshots that it has.
   */
  receive(dataset: string, snapshot: string, stream: Readable): Promise<void>

  close(): void
}
