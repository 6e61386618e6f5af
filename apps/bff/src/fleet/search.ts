import type { FleetResource, FoundObject } from '@vsnap/console-api/fleet.ts'
import { type Kysely, sql, type SqlBool } from 'kysely'
import { sortKey } from '../collector/sort-key.ts'
import { knownFields, wordsOf } from '../collector/words.ts'
import { isPostgres } from '../database/dialect.ts'
import type { Database } from '../database/schema.ts'
import { beginsWith, inText, shortest } from './find-text.ts'

/** In this order what matches equally well is shown: what there are few of first. */
const order: readonly FleetResource[] = [
  'pool',
  'volume',
  'host',
  'share',
  'partner',
  'relationship',
  'disk',
  'snapshot',
  'session',
]
/** Rows of a resource that are looked at, of those that match: enough to show the best ones, and never a whole list. */
const candidates = 60
/** Rows up to which all are looked at; from there on the index of texts says which ones, or that of names for fewer than three letters. */
const few = 20_000

/** Characters of a serial number that are looked for: fewer are in nearly all of them. */
const shortestSerial = 4

/** Rows of those that the index of texts leads to: it knows all of their fields, so that most may not be meant. */
const hits = 2_000

interface Candidate {
  readonly resource: FleetResource
  readonly appliance_id: string
  readonly id: string
  readonly content: string
  /** Of a LUN, when it was found by that. */
  readonly serial?: string
}

interface Ranked extends FoundObject {
  readonly rank: number
}

/**
 * Objects whose name, id, serial number or initiator contains `q`, in the read model: the same ones first, then what begins
 * with it. Of a resource with very many, one or two letters find names that begin with them. At most `limit` of them;
 * `more` when there are others, or may be.
 */
export async function search(
  db: Kysely<Database>,
  names: ReadonlyMap<string, string>,
  { q, limit = 20 }: { readonly q: string; readonly limit?: number | undefined },
): Promise<{ items: FoundObject[]; more: boolean }> {
  const needle = q.trim().toLocaleLowerCase('en')
  if (needle === '') return { items: [], more: false }
  const pattern = `%${needle.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const like = sql<SqlBool>`words like ${pattern} escape '\\'`
  const rows = isPostgres(db) ? new Map<FleetResource, number>() : await counted(db)
  const found = new Map<string, Ranked>()
  let more = false
  for (const resource of order) {
    // By the index of names: the one with this very name is found, however many contain it.
    const same = await sql<Candidate>`
      select resource, appliance_id, id, content from fleet_rows
      where resource = ${resource} and key_name = ${sortKey(needle)} limit ${limit}`.execute(db)
    const isLong = (rows.get(resource) ?? 0) > few && Array.from(needle).length >= shortest
    const among =
      (rows.get(resource) ?? 0) <= few
        ? sql`fleet_rows where resource = ${resource} and ${like}`
        : !isLong
          ? sql`fleet_rows where resource = ${resource} and ${beginsWith(needle)}`
          : sql`(select rowid as hit from fleet_text where ${inText(resource, needle)} limit ${hits})
              cross join fleet_rows on fleet_rows.rowid = hit where ${like}`
    const others = await sql<Candidate>`
      select resource, appliance_id, id, content from ${among} limit ${candidates}`.execute(db)
    more ||= others.rows.length === candidates || (isLong && (await isBeyond(db, resource, needle)))
    for (const row of [...same.rows, ...others.rows]) {
      const ranked = rank(row, needle, names)
      if (ranked) found.set(`${row.appliance_id}/${resource}/${row.id}`, ranked)
    }
  }
  if (Array.from(needle).length >= shortestSerial) {
    const luns = await sql<Candidate>`
      select resource, fleet_rows.appliance_id, fleet_rows.id, content, serial from volume_serials
      join fleet_rows on fleet_rows.appliance_id = volume_serials.appliance_id
        and resource = 'volume' and fleet_rows.id = volume_serials.id
      where lower(serial) like ${pattern} escape '\\' limit ${candidates}`.execute(db)
    more ||= luns.rows.length === candidates
    for (const row of luns.rows) {
      const ranked = rank(row, needle, names)
      if (ranked) found.set(`${row.appliance_id}/${row.resource}/${row.id}`, ranked)
    }
  }
  const items = [...found.values()].sort(
    (a, b) =>
      a.rank - b.rank ||
      order.indexOf(a.resource) - order.indexOf(b.resource) ||
      // Of what begins alike the shortest is the closest.
      a.name.length - b.name.length ||
      a.name.localeCompare(b.name, 'en'),
  )
  return {
    items: items
      .slice(0, limit)
      .map(({ resource, appliance, id, name, match }) => ({ resource, appliance, id, name, match })),
    more: more || items.length > limit,
  }
}

/** Whether more rows have a text somewhere than are looked at. */
async function isBeyond(db: Kysely<Database>, resource: FleetResource, needle: string): Promise<boolean> {
  const { rows } = await sql`select 1 from fleet_text where ${inText(resource, needle)} limit 1 offset ${hits}`.execute(
    db,
  )
  return rows.length > 0
}

/** How many rows each resource has. */
async function counted(db: Kysely<Database>): Promise<ReadonlyMap<FleetResource, number>> {
  const lists = await db
    .selectFrom('fleet_lists')
    .select(({ fn }) => ['resource', fn.sum<number>('items').as('total')])
    .groupBy('resource')
    .execute()
  return new Map(lists.map(({ resource, total }) => [resource, Number(total)]))
}

/** How well a row matches, and by which of its fields; undefined when by none of those that objects are known by. */
function rank(row: Candidate, needle: string, names: ReadonlyMap<string, string>): Ranked | undefined {
  const listed = JSON.parse(row.content) as Readonly<Record<string, unknown>>
  const content: typeof listed = { serial: row.serial, ...listed }
  const matches = knownFields.flatMap((field) =>
    wordsOf(content[field]).flatMap((text) => {
      const word = text.toLocaleLowerCase('en')
      if (!word.includes(needle)) return []
      return [{ field, text, rank: word === needle ? 0 : word.startsWith(needle) ? 1 : 2 }]
    }),
  )
  const best = matches.sort((a, b) => a.rank - b.rank)[0]
  if (!best) return undefined
  const name = wordsOf(content['name'] ?? content['local_vol_name'] ?? content['address'])[0] ?? row.id
  return {
    rank: best.rank,
    resource: row.resource,
    appliance: { id: row.appliance_id, name: names.get(row.appliance_id) ?? row.appliance_id },
    id: row.id,
    name,
    match: best.text === name ? null : { field: best.field, text: best.text },
  }
}
