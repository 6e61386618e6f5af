import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { disk } from '@vsnap/vsnap-api/disk.ts'
import { poolSummary, type PoolSummary } from '@vsnap/vsnap-api/pool.ts'
import { relationship, type Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import { session, type Session } from '@vsnap/vsnap-api/session.ts'
import { snapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import { volumeSummary } from '@vsnap/vsnap-api/volume.ts'
import type { Kysely } from 'kysely'
import { setImmediate as nextRound } from 'node:timers/promises'
import { z } from 'zod'
import { keptRows } from '../collector/kept-rows.ts'
import type { Row } from '../collector/lists.ts'
import { type Newest, newestAsText, newestFromText, newestOf } from '../collector/newest.ts'
import type { Database } from '../database/schema.ts'
import { createTurns } from '../turns.ts'

/** What the overview and the alerts have to know of one appliance, as its lists last were. */
export interface ApplianceFacts {
  readonly pools: readonly PoolSummary[]
  /** Volumes that snapshots and relationships protect: no clones, and no files within another volume. */
  readonly volumes: readonly { readonly id: string; readonly name: string }[]
  /** When each volume's newest snapshot was made (epoch seconds). */
  readonly newest: Newest
  /** When those snapshots (id) were made that relationships and their last sessions name (epoch seconds). */
  readonly taken: ReadonlyMap<string, number>
  readonly relationships: readonly Relationship[]
  /** How many of its sessions have each status. */
  readonly sessions: ReadonlyMap<string, number>
  /** Sessions that have not ended. */
  readonly running: readonly Session[]
  /** What each relationship last sent whole, and why its last session failed, if it did. */
  readonly succeeded: ReadonlyMap<string, Sent>
  readonly failed: ReadonlyMap<string, string>
  /** How many sessions of each relationship failed since one succeeded. */
  readonly failures: ReadonlyMap<string, number>
  /** What each disk (uuid) is used as; empty until the list was read. */
  readonly disks: ReadonlyMap<string, string>
}

/** A session that was completed: its id, the snapshot that it sent (its id on the primary), when it was queued (epoch seconds). */
export interface Sent {
  readonly session: string
  readonly snapshot: string | null | undefined
  readonly queued: number
}

export interface Facts {
  of(applianceId: string): ApplianceFacts
  /** Takes note of a list that was read, and that the database has already. */
  update(applianceId: string, resource: FleetResource, rows: readonly Row[]): Promise<void>
  forget(applianceId: string): void
}

const nothing: ApplianceFacts = {
  pools: [],
  volumes: [],
  newest: new Map(),
  taken: new Map(),
  relationships: [],
  sessions: new Map(),
  running: [],
  succeeded: new Map(),
  failed: new Map(),
  failures: new Map(),
  disks: new Map(),
}
/** In this order: what snapshots are looked for by comes before them. */
const known = ['pool', 'volume', 'relationship', 'session', 'snapshot', 'disk'] as const
/** Lists that say which snapshots were sent, or when they were made. */
const ofTaken: readonly FleetResource[] = ['relationship', 'session', 'snapshot']

/** Begins with what the model knows from before. */
export async function openFacts(db: Kysely<Database>): Promise<Facts> {
  const all = new Map<string, ApplianceFacts>()
  const turn = createTurns(1)
  const keep = (applianceId: string, found: Partial<ApplianceFacts>) => {
    const own = { ...(all.get(applianceId) ?? nothing), ...found }
    all.set(applianceId, own)
    return own
  }
  const learn = async (applianceId: string, resource: FleetResource, found: Partial<ApplianceFacts>) => {
    if (!ofTaken.includes(resource)) return void keep(applianceId, found)
    await turn(async () => {
      const named = namedIn({ ...(all.get(applianceId) ?? nothing), ...found })
      keep(applianceId, { ...found, taken: await takenOf(db, applianceId, named) })
    })
  }
  const update: Facts['update'] = async (applianceId, resource, rows) => {
    const found = read(resource, rows)
    if (found) await learn(applianceId, resource, found)
  }
  // One list after the other: those of a large fleet are too much to be in memory together.
  const lists = await db.selectFrom('fleet_lists').select(['appliance_id', 'resource']).execute()
  for (const resource of known)
    for (const { appliance_id } of lists.filter((list) => list.resource === resource)) {
      const found =
        resource === 'snapshot'
          ? { newest: await keptNewest(db, appliance_id) }
          : read(resource, await keptRows(db, appliance_id, resource))
      if (found) await learn(appliance_id, resource, found)
      // Who asks meanwhile whether the console is there gets an answer.
      await nextRound()
    }
  return { of: (id) => all.get(id) ?? nothing, update, forget: (id) => void all.delete(id) }
}

/** The newest snapshots as they were when the list was kept: to read a million rows would take longer than anybody waits for a start. */
async function keptNewest(db: Kysely<Database>, applianceId: string): Promise<Newest> {
  const list = await db
    .selectFrom('fleet_lists')
    .select('newest')
    .where('appliance_id', '=', applianceId)
    .where('resource', '=', 'snapshot')
    .executeTakeFirst()
  if (list?.newest != null) return newestFromText(list.newest)
  const newest = newestOf(await keptRows(db, applianceId, 'snapshot'))
  await db
    .updateTable('fleet_lists')
    .set({ newest: newestAsText(newest) })
    .where('appliance_id', '=', applianceId)
    .where('resource', '=', 'snapshot')
    .execute()
  return newest
}

/** The snapshots that relationships and their last sessions name, by their ids. */
function namedIn({ relationships, succeeded }: ApplianceFacts): string[] {
  const ids = [
    ...relationships.map(({ last_success_snap_id: id }) => id),
    ...[...succeeded.values()].map(({ snapshot }) => snapshot),
  ]
  return [...new Set(ids.filter((id) => id != null))]
}

/** When snapshots of an appliance were made (epoch seconds), by the ids of those that it has. */
export async function takenOf(
  db: Kysely<Database>,
  applianceId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('fleet_rows')
    .select('content')
    .where('appliance_id', '=', applianceId)
    .where('resource', '=', 'snapshot')
    .where('id', 'in', ids)
    .execute()
  const snapshots = decoded(
    snapshotSummary,
    rows.map(({ content }) => JSON.parse(content) as Row),
  )
  return new Map(snapshots.flatMap(({ id, time_created: time }) => (time == null ? [] : [[id, time]])))
}

function read(resource: FleetResource, rows: readonly Row[]): Partial<ApplianceFacts> | undefined {
  switch (resource) {
    case 'pool':
      return { pools: decoded(poolSummary, rows) }
    case 'volume':
      return {
        volumes: decoded(volumeSummary, rows)
          .filter(({ volume_type: type, is_clone: isClone }) => type !== 'filebackedlun' && isClone !== true)
          .map(({ id, name }) => ({ id, name })),
      }
    case 'snapshot':
      return { newest: newestOf(rows) }
    case 'relationship':
      return { relationships: decoded(relationship, rows) }
    case 'session':
      return readSessions(decoded(session, rows))
    case 'disk':
      return { disks: new Map(decoded(disk, rows).map(({ uuid, used_as: use }) => [uuid, use ?? ''])) }
    default:
      return undefined
  }
}

function readSessions(sessions: readonly Session[]): Partial<ApplianceFacts> {
  const succeeded = new Map<string, Sent>()
  const failed = new Map<string, string>()
  const failures = new Map<string, number>()
  // In the order in which they ended: one that is canceled while it waits ends before one that was queued before it.
  const inOrder = sessions.toSorted(
    (a, b) => endOf(a) - endOf(b) || (a.time_queued ?? 0) - (b.time_queued ?? 0) || Number(a.id) - Number(b.id),
  )
  for (const { id: session, rel_id: id, local_snap_id: snapshot, status, message, ...times } of inOrder) {
    if (id == null) continue
    if (status === 'COMPLETED') {
      succeeded.set(id, { session, snapshot, queued: times.time_queued ?? times.time_ended ?? 0 })
      failed.delete(id)
      failures.delete(id)
    } else if (status === 'FAILED') {
      failed.set(id, message ?? '')
      failures.set(id, (failures.get(id) ?? 0) + 1)
    }
  }
  const running = sessions.filter(isRunning)
  const byStatus = Map.groupBy(sessions, ({ status }) => status ?? 'unknown')
  const counts = new Map([...byStatus].map(([status, own]) => [status, own.length]))
  return { sessions: counts, running, succeeded, failed, failures }
}

/** When a session ended, or, where that is not said, was queued (epoch seconds). */
function endOf({ time_ended: ended, time_queued: queued }: Pick<Session, 'time_ended' | 'time_queued'>): number {
  return ended ?? queued ?? 0
}

/** The rows that are what the API describes; what is not is shown in its list, and says nothing here. */
function decoded<T extends z.ZodType>(schema: T, rows: readonly Row[]): z.output<T>[] {
  return rows.flatMap((row) => {
    const read = z.safeDecode(schema, row as never)
    return read.success ? [read.data] : []
  })
}
