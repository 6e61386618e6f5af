import type { Role } from '@vsnap/contract/endpoint.ts'
import type { AuditState } from '@vsnap/console-api/audit.ts'

/** Times are epoch seconds; ids are text of our own making, so that SQLite and PostgreSQL need no sequences. */
export interface Database {
  people: PeopleTable
  logins: LoginsTable
  appliances: AppliancesTable
  audit: AuditTable
}

/** People who may log in. `name_key`: the name as it is compared (case does not matter). */
export interface PeopleTable {
  name: string
  name_key: string
  role: Role
  /** `scrypt$N$r$p$salt$hash` */
  password_hash: string
  time_created: number
  time_updated: number
}

/** Sessions. `token_hash`: SHA-256 of the cookie's value, so that the database opens no session. */
export interface LoginsTable {
  token_hash: string
  name_key: string
  address: string
  time_created: number
  time_seen: number
}

export interface AppliancesTable {
  id: string
  name: string
  /** `https://host:port` */
  url: string
  /** SHA-256 of the pinned certificate, null when a CA vouches for it. */
  fingerprint: string | null
  username: string
  /** AES-256-GCM, bound to the appliance's id. */
  password_sealed: string
  system_id: string | null
  init_status: string | null
  vsnap_version: string | null
  time_created: number
  time_updated: number
}

/** The audit trail; `id` sorts by time. `request` and `error` are JSON text without secrets. */
export interface AuditTable {
  id: string
  time: number
  name: string | null
  address: string | null
  appliance_id: string | null
  appliance_name: string | null
  operation: string
  title: string
  method: string
  path: string
  request: string
  state: AuditState
  status: number | null
  error: string | null
  request_id: string
}
