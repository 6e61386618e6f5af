import type { Remedy, Severity } from '@vsnap/console-api/alert.ts'
import type { Channel, MessageState, NoticeKind } from '@vsnap/console-api/notification.ts'
import type { Role } from '@vsnap/contract/endpoint.ts'
import type { AuditState } from '@vsnap/console-api/audit.ts'
import type { FleetChangeKind, FleetResource } from '@vsnap/console-api/fleet.ts'
import type { PlanState } from '@vsnap/console-api/plan.ts'
import type { Token } from '@vsnap/console-api/token.ts'
import type { ViewedResource } from '@vsnap/console-api/view.ts'

/** Times are epoch seconds; ids are text of our own making, so that SQLite and PostgreSQL need no sequences. */
export interface Database {
  people: PeopleTable
  logins: LoginsTable
  appliances: AppliancesTable
  audit: AuditTable
  plans: PlansTable
  plan_steps: PlanStepsTable
  fleet_lists: FleetListsTable
  fleet_rows: FleetRowsTable
  fleet_names: FleetNamesTable
  fleet_changes: FleetChangesTable
  pool_usage: PoolUsageTable
  volume_usage: VolumeUsageTable
  volume_serials: VolumeSerialsTable
  alerts: AlertsTable
  alert_rules: AlertRulesTable
  silences: SilencesTable
  settings: SettingsTable
  notices: NoticesTable
  messages: MessagesTable
  lag_targets: LagTargetsTable
  tokens: TokensTable
  views: ViewsTable
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

/** API tokens. `secret_hash`: SHA-256 of what a program sends, so that the database opens nothing. */
export interface TokensTable {
  id: string
  name: string
  scope: Token['scope']
  role: Role
  secret_hash: string
  created_by: string
  time_created: number
  time_expires: number | null
  time_used: number | null
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
  /** Until when somebody works on it, who said so, and why; null while nobody does. */
  maintenance_until: number | null
  maintenance_by: string | null
  maintenance_reason: string | null
  /** JSON text: `["site=fra"]`; null: none. */
  labels: string | null
  notes: string | null
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

/** Plans; `id` sorts by time. One of each `idempotency_key` of a person; `content` is a hash of what was submitted with it. */
export interface PlansTable {
  id: string
  title: string
  /** Who made it. */
  name: string
  idempotency_key: string
  content: string
  /** Whose rights it runs with, and the network address that they came from. */
  actor: string
  address: string
  state: PlanState
  undoing: number
  time_created: number
  time_ended: number | null
}

/**
 * Steps as they last were known for sure; `input`, `answer` and `error` are JSON text, secrets in them sealed. That one is
 * under way is not written here: its line in the audit trail, found by `request_id`, is there before it is sent.
 */
export interface PlanStepsTable {
  plan_id: string
  n: number
  appliance_id: string
  appliance_name: string
  operation: string
  /** What it is about, by name. */
  about: string | null
  input: string
  state: PlanState
  request_id: string
  status: number | null
  answer: string | null
  error: string | null
  /** 1: it was sent at least once and nobody knows what became of it: look before it is sent again. */
  doubtful: number
  /** 1: its answer was lost, and what it made was found. */
  found: number
  time_started: number | null
  time_ended: number | null
}

/**
 * What was read of an appliance: one line for each of its lists. `hash` of the answer; `items`: its rows. `newest`: each
 * volume's newest snapshot (JSON text, see collector/newest.ts), of a list of snapshots; null where it was not looked for yet.
 */
export interface FleetListsTable {
  appliance_id: string
  resource: FleetResource
  hash: string
  items: number
  /** Written now and then only: what is in memory is newer. */
  read_at: number
  newest: string | null
}

/**
 * The objects of all appliances. `content`: JSON text, as the wire has it. `search`: every text of it in lower case.
 * `keys`: JSON, what each field is sorted by (see sortKey); the most wanted of these are columns.
 */
export interface FleetRowsTable {
  appliance_id: string
  resource: FleetResource
  id: string
  content: string
  search: string
  /** What it is known by: name, id, serial number, initiators; lower case, one a line. */
  words: string
  keys: string
  key_name: string | null
  key_time_created: string | null
  key_size_used: string | null
}

/** Appliances' names as lists are sorted by and searched for them. */
export interface FleetNamesTable {
  appliance_id: string
  key_name: string
  search: string
}

/** What changed on appliances, and not through this console; `id` sorts by time. */
export interface FleetChangesTable {
  id: string
  time: number
  appliance_id: string
  resource: FleetResource
  object_id: string
  name: string
  kind: FleetChangeKind
}

/** How full pools were (bytes). `step`: seconds between two values of a series; 0: as they were read. */
export interface PoolUsageTable {
  appliance_id: string
  pool_id: string
  step: number
  time: number
  used: number
  total: number
  compression_ratio: number | null
  deduplication_ratio: number | null
}

/**
 * How full the volumes of an appliance were: what changed at a time stands in one line, because there may be very many of
 * them. `content`: JSON text (see volume-usage.ts). `step` as of pools; that of a day has all volumes, changed or not.
 */
export interface VolumeUsageTable {
  appliance_id: string
  step: number
  time: number
  content: string
}

/** Serial numbers of LUNs, which no list has; `time_created` as the appliance sent it; empty: it has none. */
export interface VolumeSerialsTable {
  appliance_id: string
  id: string
  time_created: string
  serial: string
}

/** Alerts; one that is open has no `time_cleared`. `key`: the rule and what it is about; `object` is JSON text. */
export interface AlertsTable {
  id: string
  key: string
  rule: string
  severity: Severity
  appliance_id: string | null
  appliance_name: string | null
  object: string | null
  title: string
  text: string
  remedy: Remedy | null
  since: number
  time_cleared: number | null
  acknowledged_by: string | null
  time_acknowledged: number | null
  snoozed_until: number | null
  snoozed_by: string | null
  /** 1: whoever is to be told has a notice of it. */
  noticed: number
}

/** Rules that are set otherwise than usual; `threshold` null: the usual one. */
export interface AlertRulesTable {
  name: string
  enabled: number
  threshold: number | null
}

/** Appliances of which nothing is told until then; `name`: who wanted it. */
export interface SilencesTable {
  appliance_id: string
  until: number
  name: string
}

/** What is set in the console, as JSON text by a name; secrets in it are sealed. */
export interface SettingsTable {
  key: string
  value: string
}

/** What happened to alerts and stands in no message yet. `alert`: as it was then (JSON). */
export interface NoticesTable {
  id: string
  time: number
  kind: NoticeKind
  severity: Severity
  alert: string
}

/** Messages that were sent, or are to be; `content`: what is sent (JSON), emptied when that is over. `due`: not tried before. */
export interface MessagesTable {
  id: string
  time_created: number
  channel: Channel
  subject: string
  content: string
  state: MessageState
  attempts: number
  due: number
  error: string | null
  time_ended: number | null
}

/** Seconds that a replica may be behind. `relationship`: its id; empty: the usual one, of all that have none of their own. */
export interface LagTargetsTable {
  relationship: string
  seconds: number
}

/** Questions that people keep. `filters` and `columns` are JSON text; `owner`: whose it is; `shared`, `on_overview`: 0 or 1. */
export interface ViewsTable {
  id: string
  name: string
  resource: ViewedResource
  filters: string
  columns: string | null
  sort: string | null
  grouped_by: string | null
  shared: number
  on_overview: number
  owner: string
  time_created: number
}
