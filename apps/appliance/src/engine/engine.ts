import type { PoolType } from '@vsnap/vsnap-api/pool.ts'
import type { Readable } from 'node:stream'

/** A disk as the machine has it; `size` in bytes. What it is used for is the catalog's and the pools' matter. */
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

/** A pool's groups of data and its further disks, by uuid. */
export interface PoolDisks {
  readonly groups: readonly { readonly name: string; readonly disks: readonly string[] }[]
  readonly log: readonly string[]
  readonly cache: readonly string[]
  readonly spare: readonly string[]
}

/** How a pool is now; sizes in bytes, `health` in percent, ratios as ZFS prints them (`1.42x`). `size_free` + `size_used` = `size_total`. */
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
}

/** Space of a dataset, in bytes; `size_used` includes its snapshots. */
export interface DatasetState {
  readonly size_used: number
  readonly size_free: number
}

export interface NewDataset {
  readonly key: string
  readonly pool: string
  readonly kind: 'filesystem' | 'lun'
  /** Bytes: a filesystem's limit (null: none), a lun's size. */
  readonly size: number | null
  /** Bytes; luns only. */
  readonly block: number | null
}

/**
 * What differs between engines. Objects are known by keys that the catalog chooses (never by names or ids, which the
 * engine does not know). Handlers call one change at a time; a call that fails has changed nothing.
 */
export interface StorageEngine {
  disks(): readonly EngineDisk[]
  /** §6.2. Looks for disks that were added or removed. */
  rescan(): Promise<void>

  /** Keys of all pools; whatever the catalog does not know of them is left over from a crash. */
  pools(): readonly string[]
  createPool(key: string, poolType: PoolType, groups: PoolDisks['groups'], properties: PoolProperties): Promise<void>
  poolState(key: string): PoolState
  poolDisks(key: string): PoolDisks
  setPoolProperties(key: string, properties: PoolProperties): Promise<void>
  /** Adds groups, or puts another list of log, cache or spare disks in place. */
  changePoolDisks(key: string, disks: PoolDisks): Promise<void>
  /** Destroys a pool with everything in it. */
  destroyPool(key: string): Promise<void>

  /** Keys of all filesystems and luns, and of their snapshots. */
  datasets(): readonly string[]
  snapshots(): readonly string[]
  createDataset(dataset: NewDataset): Promise<void>
  datasetState(key: string): DatasetState
  resizeDataset(key: string, size: number | null): Promise<void>
  /** Destroys a dataset with its snapshots. */
  destroyDataset(key: string): Promise<void>
  createSnapshot(key: string, dataset: string): Promise<void>
  /** Bytes that only this snapshot holds. */
  snapshotUsed(key: string): number
  destroySnapshot(key: string): Promise<void>
  clone(key: string, snapshot: string): Promise<void>

  /** `zfs send [-i from] snapshot`: everything that a receiver needs to have the snapshot. */
  send?(snapshot: string, from?: string): Readable
  /** `zfs receive`: makes the snapshot on a dataset; resolves when all of it is there, leaves nothing when it is not. */
  receive?(dataset: string, snapshot: string, stream: Readable): Promise<void>

  close(): void
}
