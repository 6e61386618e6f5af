import type { PoolType } from '@vsnap/vsnap-api/pool.ts'

export const GiB = 1024 ** 3
export const TiB = 1024 ** 4

/** A site of the demo as a story: what somebody set up over the past weeks, and what its clients write. Sizes in bytes. */
export interface SitePlan {
  readonly disks: number
  readonly diskSize: number
  readonly multipool: boolean
  /** How long ago the system was initialised. */
  readonly daysAgo: number
  readonly pools: readonly PoolPlan[]
  readonly hosts: readonly HostPlan[]
  readonly volumes: readonly VolumePlan[]
}

export interface PoolPlan {
  readonly name: string
  readonly pool_type: PoolType
  /** How many unused disks it takes. */
  readonly disks: number
  readonly compression?: boolean
  readonly deduplication?: boolean
  readonly syncwrite?: boolean
  readonly log?: number
  readonly cache?: true
  readonly spares?: number
  /** Disks of its groups that have failed since. */
  readonly failed?: number
}

export interface HostPlan {
  readonly name: string
  readonly iqns: readonly string[]
}

/** What clients do with a volume: bytes that were in it from the start, and that come with each day. */
export interface Load {
  readonly start: number
  readonly perDay: number
}

interface Common {
  readonly name: string
  /** How long ago it was made. */
  readonly daysAgo: number
}

interface Protected extends Load {
  readonly pool: string
  /** One snapshot every so many days at about this hour (UTC), for as many as are kept. */
  readonly snapshots?: { readonly every: number; readonly keep: number; readonly hour: number }
  /** Clones of the snapshot that was the newest so many days ago. */
  readonly clones?: readonly { readonly name: string; readonly daysAgo: number }[]
}

export interface FilesystemPlan extends Common, Protected {
  readonly kind: 'filesystem'
  readonly limit?: number
  readonly share?: { readonly nfs: readonly string[]; readonly read_only?: boolean } | 'smb'
}

export interface LunPlan extends Common, Protected {
  readonly kind: 'lun'
  readonly size: number
  readonly block?: number
  /** Names of hosts that it is mapped to. */
  readonly hosts?: readonly string[]
}

export interface FileBackedPlan extends Common {
  readonly kind: 'filebackedlun'
  /** Name of the filesystem that has the file. */
  readonly parent: string
  readonly path: string
  readonly hosts?: readonly string[]
}

export type VolumePlan = FilesystemPlan | LunPlan | FileBackedPlan
