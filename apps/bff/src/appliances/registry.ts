import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../database/schema.ts'
import { answerTimeout } from '../proxy/exchange.ts'
import type { PinnedAgent } from '../proxy/pinned-tls.ts'
import { parseAddress } from './address.ts'
import { readSystem } from './call.ts'
import { notFound, passwordUnreadable } from './errors.ts'
import { type ApplianceRecord, type ApplianceRow, type Description, openRecords, type Work } from './records.ts'
import { isKnown, nextStatus, type Observation, observationOf, type Status, unknownStatus } from './status.ts'
import type { Vault } from './vault.ts'
import { applianceOf } from './view.ts'

/** What it takes to speak to one appliance. Holds its credentials: never log it, never answer it. */
export interface Connection {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly port: number
  /** SHA-256 of the pinned certificate (`AB:CD:…`); null: a CA has to vouch for it. */
  readonly fingerprint: string | null
  /** The value of the Authorization header. */
  readonly authorization: string
  /** Changes whenever host, port, fingerprint or authorization do: a connection pool of another revision is stale. */
  readonly revision: number
}

/** The appliances that the console knows. Reading costs no database access. */
export interface Registry {
  /**
   * How to reach an appliance; undefined when it is not registered.
   * @throws ApiError 502 ApplianceCredentialsRejected when its password was sealed with another key
   */
  connection(id: string): Connection | undefined
  connections(): readonly Connection[]
  /** As people may see them, by name. */
  list(): readonly Full<Appliance>[]
  view(id: string): Full<Appliance> | undefined
  /** Takes note of how an appliance answered; in memory, cheap enough for each call. An older revision's news is ignored. */
  observe(id: string, observation: Observation, revision?: number): void
  /** Reads GET /system now, one call shared by all who ask at once; never rejects. After a write that changes `system`, and by the watch. */
  refresh(id: string): Promise<void>
  /** From now on the watch's calls go over these connections, and not each over one of its own. */
  speakThrough(agentOf: (connection: Connection) => PinnedAgent): void
  /** Calls `listener` when an appliance was removed or its connection has another revision: close what is open to it. */
  onChange(listener: (id: string) => void): void
  /** Calls `listener` when an appliance was added, is in another state than before, or something else is odd about it. */
  onState(listener: (id: string) => void): void
  /** The password that is kept, for trying it on another address or under another name; null when its key is another one. */
  password(id: string): string | null
  /** Keeps a new appliance. @throws ApiError 409 AlreadyRegistered */
  insert(record: ApplianceRecord): Promise<void>
  /** Keeps what is given of a known one. @throws ApiError 404 NotFoundError, 409 AlreadyRegistered */
  update(id: string, change: Partial<Omit<ApplianceRecord, 'id'>>): Promise<void>
  /** Keeps how people tell it apart, and what they should know of it. @throws ApiError 404 NotFoundError */
  describe(id: string, what: Description): Promise<void>
  /** Announces work on an appliance, or its end (null). @throws ApiError 404 NotFoundError */
  maintain(id: string, work: Work | null): Promise<void>
  /** @throws ApiError 404 NotFoundError */
  remove(id: string): Promise<void>
  /** The appliance that is this system, whatever its address. */
  findSystem(system_id: string): { readonly id: string; readonly name: string } | undefined
}

interface Entry {
  row: ApplianceRow
  /** null: the password was sealed with another key. */
  connection: Connection | null
  status: Status
  refreshing?: Promise<void> | undefined
  /** The system that answered the last time. */
  answered?: string | undefined
  /** When its certificate was looked at by a connection of its own, milliseconds. */
  shown: number
  /** As people may see it, until something about it changes. */
  view?: Full<Appliance> | undefined
}

/** Milliseconds: a connection that is kept shows no other certificate than at its beginning, so now and then one is opened. */
const lookEvery = 150_000
const byName = new Intl.Collator('en', { numeric: true })

/** `answerWithin`: milliseconds that an appliance may take to say who it is. */
export async function openRegistry(
  db: Kysely<Database>,
  vault: Vault,
  log: Logger,
  answerWithin?: number,
): Promise<Registry> {
  const records = openRecords(db, vault, log)
  const entries = new Map<string, Entry>()
  const listeners: ((id: string) => void)[] = []
  const stateListeners: ((id: string) => void)[] = []
  let revision = 0
  let agentOf: ((connection: Connection) => PinnedAgent) | undefined
  /** All by name, and by the system that answers; undefined: to be found out anew. */
  let sorted: readonly Entry[] | undefined
  let bySystem: ReadonlyMap<string, readonly Entry[]> | undefined
  /** One came, went, or is named otherwise. */
  const forgetOrder = () => {
    sorted = bySystem = undefined
    for (const entry of entries.values()) entry.view = undefined
  }

  const connectionOf = (row: ApplianceRow): Connection | null => {
    const password = records.passwordOf(row)
    if (password === null) return null
    const { host, port } = parseAddress(row.url)
    const { id, name, fingerprint } = row
    return {
      id,
      name,
      host,
      port,
      fingerprint,
      authorization: basicAuthorization(row.username, password),
      revision: ++revision,
    }
  }
  const entryOf = (row: ApplianceRow): Entry => {
    const connection = connectionOf(row)
    const status = unknownStatus()
    return {
      row,
      connection,
      shown: 0,
      status: connection
        ? status
        : { ...status, state: 'credentials-rejected', error: passwordUnreadable(row.name).toJSON().error },
    }
  }
  const known = (id: string): Entry => entries.get(id) ?? notFound(id)

  for (const row of await records.all()) entries.set(row.id, entryOf(row))

  const registry: Registry = {
    connection(id) {
      const entry = entries.get(id)
      if (entry && !entry.connection) throw passwordUnreadable(entry.row.name)
      return entry?.connection ?? undefined
    },
    connections: () => [...entries.values()].flatMap(({ connection }) => connection ?? []),
    list() {
      sorted ??= [...entries.values()].sort((a, b) => byName.compare(a.row.name, b.row.name))
      return sorted.map(viewOf)
    },
    view(id) {
      const entry = entries.get(id)
      return entry && viewOf(entry)
    },
    speakThrough(of) {
      agentOf = of
    },
    findSystem: (system_id) => [...entries.values()].find(({ row }) => row.system_id === system_id)?.row,
    password: (id) => records.passwordOf(known(id).row),
    onChange: (listener) => void listeners.push(listener),
    onState: (listener) => void stateListeners.push(listener),

    observe(id, seen, of) {
      const entry = entries.get(id)
      if (!entry || (of !== undefined && of !== entry.connection?.revision)) return
      if (isKnown(entry.status, seen)) return
      const { system } = seen.state === 'online' ? seen : {}
      const found = {
        system_id: entry.row.system_id ?? system?.id ?? null,
        init_status: system?.init_status ?? entry.row.init_status,
        vsnap_version: system?.vsnap_version ?? entry.row.vsnap_version,
      }
      const before = { ...entry.status, findings: viewOf(entry).findings.length }
      entry.status = nextStatus(before, seen, found)
      entry.view = undefined
      const isOther = system !== undefined && system.id !== (entry.answered ?? entry.row.system_id)
      if (system) entry.answered = system.id
      if (isOther) forgetOrder()
      const { state, error, findings } = { ...entry.status, findings: viewOf(entry).findings.length }
      if (state !== before.state || error?.type !== before.error?.type || findings !== before.findings)
        for (const listener of stateListeners) listener(id)
      const { system_id, init_status, vsnap_version } = entry.row
      if (found.system_id === system_id && found.init_status === init_status && found.vsnap_version === vsnap_version)
        return
      entry.row = { ...entry.row, ...found }
      entry.view = undefined
      records.remember(id, found)
    },

    refresh(id) {
      const entry = entries.get(id)
      const connection = entry?.connection
      if (!entry || !connection) return Promise.resolve()
      const isOwn = Date.now() - entry.shown > lookEvery || entry.status.state === 'certificate-changed'
      if (isOwn) entry.shown = Date.now()
      // As long as for any other answer: one whose lists come in time answers, however slowly.
      const within = answerWithin ?? answerTimeout
      entry.refreshing ??= readSystem(connection, isOwn ? undefined : agentOf?.(connection), within)
        .then(
          (seen) => registry.observe(id, { state: 'online', ...seen }, connection.revision),
          (error: unknown) => registry.observe(id, observationOf(error), connection.revision),
        )
        .finally(() => {
          entry.refreshing = undefined
        })
      return entry.refreshing
    },

    async insert(record) {
      const row = await records.insert(record)
      entries.set(row.id, entryOf(row))
      forgetOrder()
      for (const listener of stateListeners) listener(row.id)
    },

    async update(id, change) {
      known(id)
      const changed = await records.update(id, change)
      // Another one by now, or none, when somebody else changed it meanwhile.
      const entry = known(id)
      entry.row = { ...entry.row, ...changed }
      if ('system_id' in changed) entry.answered = undefined
      forgetOrder()
      if (!['url', 'fingerprint', 'username', 'password_sealed'].some((each) => each in changed)) {
        if (entry.connection) entry.connection = { ...entry.connection, name: entry.row.name }
        return
      }
      entries.set(id, { ...entryOf(entry.row), status: entry.status })
      for (const listener of listeners) listener(id)
    },

    async describe(id, what) {
      known(id)
      if (what.labels === undefined && what.notes === undefined) return
      showChanged(id, await records.describe(id, what))
    },

    async maintain(id, work) {
      known(id)
      showChanged(id, await records.maintain(id, work))
    },

    async remove(id) {
      known(id)
      await records.remove(id)
      entries.delete(id)
      forgetOrder()
      for (const listener of listeners) listener(id)
    },
  }

  /** What people see of it is another now, and they are told. */
  function showChanged(id: string, changed: Partial<ApplianceRow>): void {
    const entry = known(id)
    entry.row = { ...entry.row, ...changed }
    entry.view = undefined
    for (const listener of stateListeners) listener(id)
  }

  function viewOf(entry: Entry): Full<Appliance> {
    const { view } = entry
    // Maintenance ends by itself.
    if (view && (view.maintenance === null || view.maintenance.until > Date.now() / 1000)) return view
    bySystem ??= Map.groupBy(entries.values(), systemOf)
    const twins = (bySystem.get(systemOf(entry)) ?? []).filter((one) => one !== entry).map(({ row }) => row.name)
    return (entry.view = applianceOf(entry.row, entry.status, twins))
  }

  return registry
}

/** The value of the Authorization header (guide §1). */
export function basicAuthorization(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** Which system stands behind it: the one that answers, else the one that was added; none that is known is nobody's twin. */
const systemOf = ({ row, answered }: Entry): string => answered ?? row.system_id ?? `unknown ${row.id}`
