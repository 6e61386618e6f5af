import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import type { Insertable, Kysely } from 'kysely'
import type { Write } from '../database/batch.ts'
import type { Database, FleetRowsTable } from '../database/schema.ts'
import type { Row } from './lists.ts'
import { searchText, sortKey } from './sort-key.ts'
import { knownWords } from './words.ts'

export interface Named {
  readonly object_id: string
  readonly name: string
}

/** What a list that was read now has, that the model has not. */
export interface Differences {
  /** Rows that the list has. */
  readonly items: number
  readonly gone: readonly Named[]
  readonly come: readonly Named[]
  /** What makes the model so, in parts that each take some milliseconds; none when nothing differs. */
  readonly writes: readonly Write[]
}

/** Rows that are written in one go: who waits for the database meanwhile does not wait long. */
const atOnce = 400

/** Compares a list with what the model has of it: only the rows that differ are written. */
export async function differences(
  db: Kysely<Database>,
  appliance_id: string,
  resource: FleetResource,
  rows: readonly Row[],
): Promise<Differences> {
  const own = await db
    .selectFrom('fleet_rows')
    .select(['id', 'content'])
    .where('appliance_id', '=', appliance_id)
    .where('resource', '=', resource)
    .execute()
  const before = new Map(own.map(({ id, content }) => [id, content]))
  const after = new Map(rows.map((row, index) => [idOf(row, index), row]))
  const gone = own.filter(({ id }) => !after.has(id))
  const changed = [...after]
    .map(([id, row]) => ({ id, row, content: JSON.stringify(row) }))
    .filter(({ id, content }) => before.get(id) !== content)
  const drop = async (on: Kysely<Database>, ids: readonly string[]) => {
    if (ids.length === 0) return
    await on
      .deleteFrom('fleet_rows')
      .where('appliance_id', '=', appliance_id)
      .where('resource', '=', resource)
      .where('id', 'in', ids)
      .execute()
  }
  const writes: Write[] = [
    ...parts(gone).map(
      (part) => (on: Kysely<Database>) =>
        drop(
          on,
          part.map(({ id }) => id),
        ),
    ),
    ...parts(changed).map((part) => async (on: Kysely<Database>) => {
      await drop(
        on,
        part.flatMap(({ id }) => (before.has(id) ? id : [])),
      )
      await on
        .insertInto('fleet_rows')
        .values(part.map(({ id, row, content }) => rowOf(appliance_id, resource, id, row, content)))
        .execute()
    }),
  ]
  const named = (object_id: string, row: Row): Named => ({ object_id, name: nameOf(row) ?? object_id })
  return {
    items: after.size,
    gone: gone.map(({ id, content }) => named(id, JSON.parse(content) as Row)),
    come: changed.filter(({ id }) => !before.has(id)).map(({ id, row }) => named(id, row)),
    writes,
  }
}

function parts<T>(all: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / atOnce) }, (_, n) => all.slice(n * atOnce, (n + 1) * atOnce))
}

function rowOf(
  appliance_id: string,
  resource: FleetResource,
  id: string,
  row: Row,
  content: string,
): Insertable<FleetRowsTable> {
  const keys = Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => {
      const key = sortKey(value)
      return key === null ? [] : [[field, key]]
    }),
  )
  return {
    appliance_id,
    resource,
    id,
    content,
    search: searchText(Object.values(row)),
    words: knownWords(row),
    keys: JSON.stringify(keys),
    key_name: sortKey(row['name']),
    key_time_created: sortKey(row['time_created']),
    key_size_used: sortKey(row['size_used']),
  }
}

/** What an object is known by: its id, a disk's uuid. What has neither is told apart by its place. */
function idOf(row: Row, index: number): string {
  const id = row['id'] ?? row['uuid'] ?? row['name']
  return typeof id === 'string' || typeof id === 'number' ? String(id) : `#${index}`
}

const nameOf = (row: Row): string | undefined => {
  const name = row['name'] ?? row['local_vol_name'] ?? row['address']
  return typeof name === 'string' ? name : undefined
}
