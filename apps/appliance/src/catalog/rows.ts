/** The catalog's rows as SQLite has them: ids are integers, booleans 0 or 1, lists JSON; sizes in bytes, times in epoch seconds. */
interface Times {
  readonly time_created: number
  readonly time_updated: number
}

export interface SystemRow {
  readonly id: string
  readonly hostname: string
  readonly init_status: string
  readonly multipool: number
  readonly skip_pool: number
}

export interface NetworkRow {
  readonly id: string
  readonly name: string
  readonly hw_addr: string
  readonly ip4_addrs: string
  readonly ip6_addrs: string
  readonly services: string
}

export interface PoolRow extends Times {
  readonly id: number
  /** The engine's name for it. */
  readonly key: string
  readonly name: string
  readonly pool_type: string
  readonly compression: number
  readonly deduplication: number
  readonly syncwrite: number
}

export interface VolumeRow extends Times {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly volume_type: string
  readonly serial: string
  readonly pool_id: number
  readonly size_total: number | null
  readonly size_block: number | null
  readonly parent_id: number | null
  readonly parent_path: string | null
  /** The snapshot that it is a clone of. */
  readonly snapshot_id: number | null
  /** Of which volume it is, or was, a replica: `<system id>/<serial>`. */
  readonly replica_of: string | null
}

export interface SnapshotRow extends Times {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly volume_id: number
}

export interface ShareRow extends Times {
  readonly id: number
  readonly volume_id: number
  readonly name: string
  readonly share_type: string
  readonly read_only: number
  readonly allowed_hosts: string
}

export interface HostRow extends Times {
  readonly id: number
  readonly name: string
  readonly iqns: string
}

export interface MappingRow {
  readonly host_id: number
  readonly volume_id: number
  readonly lun: number
}

/** A system that replicates with this one; its id is that system's. */
export interface PartnerRow extends Times {
  readonly id: string
  readonly address: string
  readonly api_port: number
  readonly ssh_port: number
  /** The certificate that it has to show, PEM. */
  readonly certificate: string
  /** What this system proves itself with to the partner, encrypted. */
  readonly secret: string
  /** SHA-256 of what the partner proves itself with, hexadecimal. */
  readonly proof: string
}

/** Snapshot ids are this system's. */
export interface RelationshipRow extends Times {
  readonly id: string
  readonly role: 'primary' | 'replica'
  readonly volume_id: number
  readonly partner_id: string
  readonly remote_pool_id: string
  readonly remote_vol_id: string
  readonly remote_vol_name: string
  readonly last_sync_status: string | null
  readonly last_attempt_snap_id: number | null
  readonly last_success_snap_id: number | null
}

export interface SessionRow {
  readonly id: number
  readonly rel_id: string
  readonly local_snap_id: number
  readonly local_snap_name: string
  readonly remote_snap_id: string | null
  readonly remote_snap_name: string
  readonly repl_address: string | null
  readonly size_sent: number | null
  readonly status: 'PENDING' | 'ACTIVE' | 'COMPLETED' | 'FAILED'
  readonly time_queued: number
  readonly time_started: number | null
  readonly time_ended: number | null
  readonly message: string | null
}

/** A relationship that may be on the partner and is not here: the partner is yet to be told to forget it. */
export interface UnfinishedRow {
  readonly rel_id: string
  readonly partner_id: string
  /** 1: the replica is left as it was. */
  readonly preserve: number
}

/** What is being done to an object, in the engine and here: see `agreement.ts`. */
export interface IntentRow {
  readonly id: number
  readonly kind: 'pool' | 'dataset' | 'snapshot' | 'export' | 'host'
  /** The engine's key of it. */
  readonly key: string
  readonly what: 'making' | 'changing' | 'deleting'
}

export interface Tables {
  readonly system: SystemRow
  readonly network: NetworkRow
  readonly pool: PoolRow
  readonly volume: VolumeRow
  readonly snapshot: SnapshotRow
  readonly share: ShareRow
  readonly host: HostRow
  readonly mapping: MappingRow
  readonly partner: PartnerRow
  readonly relationship: RelationshipRow
  readonly session: SessionRow
  readonly unfinished: UnfinishedRow
  readonly intent: IntentRow
}
