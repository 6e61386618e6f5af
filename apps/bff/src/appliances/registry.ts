import type { Appliance, Certificate } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'
import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Logger } from 'pino'
import type { AppliancesTable, Database } from '../database/schema.ts'
import { parseAddress } from './address.ts'
import { answerTimeout } from '../proxy/exchange.ts'
import type { PinnedAgent } from '../proxy/pinned-tls.ts'
import { readSystem } from './call.ts'
import { findingsOf } from './findings.ts'
import { isKnown, nextStatus, observationOf, type Status, unknownStatus } from './status.ts'
import type { Vault } from './vault.ts'

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

type Failure = { readonly type: string; readonly message: string }

/**
 * What somebody who spoke to an appliance found. `system`: its answer of GET /system, when that was asked for, with the
 * milliseconds that it `took`, and the seconds that its clock is ahead (`skew`).
 */
export type Observation =
  | {
      readonly state: 'online'
      readonly system?: System
      readonly took?: number
      readonly skew?: number | undefined
    }
  | { readonly state: 'unreachable' | 'credentials-rejected'; readonly error: Failure }
  | { readonly state: 'certificate-changed'; readonly error: Failure; readonly certificate: Certificate | null }

/** An appliance as it is kept; the password goes in and never comes out. */
export interface ApplianceRecord extends Omit<
  Insertable<AppliancesTable>,
  'password_sealed' | 'time_created' | 'time_updated' | 'labels' | 'notes' | `maintenance_${string}`
> {
  readonly password: string
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
  describe(
    id: string,
    what: { readonly labels?: readonly string[] | undefined; readonly notes?: string | undefined },
  ): Promise<void>
  /** Announces work on an appliance, or its end (null). @throws ApiError 404 NotFoundError */
  maintain(
    id: string,
    work: { readonly until: number; readonly by: string; readonly reason: string } | null,
  ): Promise<void>
  /** @throws ApiError 404 NotFoundError */
  remove(id: string): Promise<void>
  /** The appliance that is this system, whatever its address. */
  findSystem(system_id: string): { readonly id: string; readonly name: string } | undefined
}

type Row = Selectable<AppliancesTable>

interface Entry {
  row: Row
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

  const passwordOf = ({ id, password_sealed }: Row): string | null => {
    try {
      return vault.open(password_sealed, id)
    } catch {
      log.error({ appliance: id }, 'the password of an appliance cannot be opened with this key')
      return null
    }
  }
  const connectionOf = (row: Row): Connection | null => {
    const password = passwordOf(row)
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
  const entryOf = (row: Row): Entry => {
    const connection = connectionOf(row)
    const status = unknownStatus()
    return {
      row,
      connection,
      shown: 0,
      status: connection
        ? status
        : { ...status, state: 'credentials-rejected', error: unreadable(row.name).toJSON().error },
    }
  }
  const known = (id: string): Entry => entries.get(id) ?? notFound(id)

  for (const row of await db.selectFrom('appliances').selectAll().execute()) entries.set(row.id, entryOf(row))

  const registry: Registry = {
    connection(id) {
      const entry = entries.get(id)
      if (entry && !entry.connection) throw unreadable(entry.row.name)
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
    password: (id) => passwordOf(known(id).row),
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
      // Only a memory of what the appliance will say again: nothing waits for it.
      db.updateTable('appliances')
        .set(found)
        .where('id', '=', id)
        .execute()
        .catch((error: unknown) => log.error({ err: error, appliance: id }, 'not kept: what an appliance said'))
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

    async insert({ password, ...record }) {
      const now = Math.floor(Date.now() / 1000)
      const row: Row = {
        fingerprint: null,
        system_id: null,
        init_status: null,
        vsnap_version: null,
        maintenance_until: null,
        maintenance_by: null,
        maintenance_reason: null,
        labels: null,
        notes: null,
        ...record,
        password_sealed: vault.seal(password, record.id),
        time_created: now,
        time_updated: now,
      }
      await refuseKnownSystem(row, () => db.insertInto('appliances').values(row).execute())
      entries.set(row.id, entryOf(row))
      forgetOrder()
      for (const listener of stateListeners) listener(row.id)
    },

    async update(id, { password, ...change }) {
      const entry = known(id)
      const sealed = password === undefined ? {} : { password_sealed: vault.seal(password, id) }
      const changed = { ...change, ...sealed, time_updated: Math.floor(Date.now() / 1000) }
      await refuseKnownSystem({ id, ...change }, () =>
        db.updateTable('appliances').set(changed).where('id', '=', id).execute(),
      )
      if (!entries.has(id)) return notFound(id)
      entry.row = { ...entry.row, ...changed }
      if ('system_id' in change) entry.answered = undefined
      forgetOrder()
      if (!('url' in change || 'fingerprint' in change || 'username' in change || sealed.password_sealed)) {
        if (entry.connection) entry.connection = { ...entry.connection, name: entry.row.name }
        return
      }
      entries.set(id, { ...entryOf(entry.row), status: entry.status })
      for (const listener of listeners) listener(id)
    },

    async describe(id, { labels, notes }) {
      const entry = known(id)
      const change = {
        ...(labels && { labels: JSON.stringify([...new Set(labels)].sort()) }),
        ...(notes !== undefined && { notes }),
      }
      if (Object.keys(change).length === 0) return
      await db.updateTable('appliances').set(change).where('id', '=', id).execute()
      entry.row = { ...entry.row, ...change }
      entry.view = undefined
      for (const listener of stateListeners) listener(id)
    },

    async maintain(id, work) {
      const entry = known(id)
      const change = {
        maintenance_until: work?.until ?? null,
        maintenance_by: work?.by ?? null,
        maintenance_reason: work?.reason ?? null,
      }
      await db.updateTable('appliances').set(change).where('id', '=', id).execute()
      entry.row = { ...entry.row, ...change }
      entry.view = undefined
      for (const listener of stateListeners) listener(id)
    },

    async remove(id) {
      known(id)
      await db.deleteFrom('appliances').where('id', '=', id).execute()
      entries.delete(id)
      forgetOrder()
      for (const listener of listeners) listener(id)
    },
  }

  function viewOf(entry: Entry): Full<Appliance> {
    const { view } = entry
    // Maintenance ends by itself.
    if (view && (view.maintenance === null || view.maintenance.until > Date.now() / 1000)) return view
    bySystem ??= Map.groupBy(entries.values(), systemOf)
    const twins = (bySystem.get(systemOf(entry)) ?? []).filter((one) => one !== entry).map(({ row }) => row.name)
    return (entry.view = applianceOf(entry, twins))
  }

  /** Two people may add the same system at once: the database lets one of them win. */
  async function refuseKnownSystem<T>(
    row: { id: string; system_id?: string | null | undefined },
    write: () => Promise<T>,
  ): Promise<T> {
    try {
      return await write()
    } catch (error) {
      const first = row.system_id
        ? await db
            .selectFrom('appliances')
            .select(['id', 'name'])
            .where('system_id', '=', row.system_id)
            .executeTakeFirst()
        : undefined
      throw first && first.id !== row.id ? alreadyRegistered(first) : error
    }
  }

  return registry
}

/** The value of the Authorization header (guide §1). */
export function basicAuthorization(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

export function alreadyRegistered({ id, name }: { id: string; name: string }): ApiError {
  return new ApiError(
    409,
    'AlreadyRegistered',
    `This system is registered already, as ${name}. Edit that one if its address has changed.`,
    { id, name },
  )
}

export function notFound(id: string): never {
  throw new ApiError(404, 'NotFoundError', `There is no appliance ${id}. It may have been removed.`)
}

function unreadable(name: string): ApiError {
  return new ApiError(
    502,
    'ApplianceCredentialsRejected',
    `The password of ${name} was encrypted with another key and cannot be read. Enter it again, or start the console with the key that it had.`,
  )
}

/** Which system stands behind it: the one that answers, else the one that was added; none that is known is nobody's twin. */
const systemOf = ({ row, answered }: Entry): string => answered ?? row.system_id ?? `unknown ${row.id}`

function applianceOf({ row, status }: Entry, twins: readonly string[]): Full<Appliance> {
  const { id, name, url, username, fingerprint, system_id, init_status, vsnap_version, time_created } = row
  const { maintenance_until: until, maintenance_by: by, maintenance_reason: reason } = row
  const maintenance = until !== null && until > Date.now() / 1000 ? { until, by: by ?? '', reason: reason ?? '' } : null
  return {
    id,
    name,
    url,
    username,
    fingerprint,
    system_id,
    ...status,
    ...(maintenance && { state: 'maintenance' as const }),
    findings: findingsOf({ status, twins }),
    maintenance,
    labels: row.labels === null ? [] : (JSON.parse(row.labels) as string[]),
    notes: row.notes ?? '',
    init_status,
    vsnap_version,
    time_created,
  }
}
