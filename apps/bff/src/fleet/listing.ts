import type { FleetItem, FleetResource } from '@vsnap/console-api/fleet.ts'
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely'
import { z } from 'zod'
import { isPostgres } from '../database/dialect.ts'
import { undisturbed } from '../database/undisturbed.ts'
import type { Database } from '../database/schema.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { narrowed } from './narrowed.ts'

export interface Listing {
  readonly appliance?: string | undefined
  /** Only of these appliances (ids). */
  readonly among?: readonly string[] | undefined
  readonly q?: string | undefined
  /** Only with one of these states. */
  readonly states?: readonly string[] | undefined
  readonly sort?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export interface Listed {
  readonly items: readonly FleetItem[]
  readonly total: number
  readonly next: string | null
}

/** Fields whose order is kept in a column with an index. */
const columns: Readonly<Record<string, string>> = {
  name: 'fleet_rows.key_name',
  time_created: 'fleet_rows.key_time_created',
  size_used: 'fleet_rows.key_size_used',
  appliance: 'fleet_names.key_name',
  'appliance.name': 'fleet_names.key_name',
}

/** Where a page ends: the sort key of its last row (null: it has none), and whose it is. */
const place = z.tuple([z.string().nullable(), z.string(), z.string()])
type Place = z.output<typeof place>

/**
 * Filters, sorts and pages the rows of a resource in the database. What has no value in the field that is sorted by
 * comes last, whichever way it is sorted. `next` is the cursor of the page that follows, null on the last one.
 * @throws ApiError 400 InvalidParameterError for a cursor that nobody gave
 */
export function list(
  db: Kysely<Database>,
  resource: FleetResource,
  names: ReadonlyMap<string, string>,
  listing: Listing,
): Promise<Listed> {
  return undisturbed(db, (on) => listOn(on, resource, names, listing))
}

async function listOn(
  db: Kysely<Database>,
  resource: FleetResource,
  names: ReadonlyMap<string, string>,
  { appliance, among, q, states, sort = 'name', limit = 100, cursor }: Listing,
): Promise<Listed> {
  const isDown = sort.startsWith('-')
  const field = isDown ? sort.slice(1) : sort
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined
  const key = column === undefined ? fieldKey(db, field) : sql<string | null>`${sql.ref(column)}`
  const direction = isDown ? sql`desc` : sql`asc`
  const from = cursor === undefined ? undefined : placeOf(place, cursor)

  const {
    where: wanted,
    total,
    appliances,
    together,
  } = await narrowed(db, resource, names, {
    appliance,
    among,
    q,
    states,
  })
  const isByAppliance = column === columns['appliance']
  const owner = isByAppliance ? sql`fleet_names.appliance_id` : sql`fleet_rows.appliance_id`
  // Said of the names too: they lead, and the rows of all others would be looked at.
  const ofThese = isByAppliance && appliances?.length ? [sql<SqlBool>`${owner} in (${sql.join(appliances)})`] : []

  // It would lead away from any other order.
  const inOrder = together && field === 'name' ? [together] : []

  const page = (part: Expression<SqlBool>, after: Expression<SqlBool> | undefined, rows: number) =>
    sql<{ appliance_id: string; id: string; content: string; key: string | null }>`
      select fleet_rows.appliance_id, fleet_rows.id, fleet_rows.content, ${key} as key
      from ${isByAppliance ? sql`fleet_names cross join fleet_rows` : sql`fleet_rows`}
      where ${all([...(isByAppliance ? [sql<SqlBool>`fleet_rows.appliance_id = fleet_names.appliance_id`] : []), ...ofThese, ...inOrder, ...wanted, part, ...(after ? [after] : [])])}
      order by ${key} ${direction}, ${owner} ${direction}, fleet_rows.id ${direction}
      limit ${rows}`.execute(db)

  const beyond = isDown ? sql`<` : sql`>`
  const beyondPlace = ([at, ...whose]: Place) => {
    if (at === null) return sql<SqlBool>`(${owner}, fleet_rows.id) ${beyond} (${whose[0]}, ${whose[1]})`
    // Said twice, so that an index that has only the key leads there too.
    return sql<SqlBool>`${key} ${beyond}= ${at} and (${key}, ${owner}, fleet_rows.id) ${beyond} (${at}, ${whose[0]}, ${whose[1]})`
  }

  // Two parts, each in the order of an index: what has a value, and what has none.
  const found =
    from?.[0] === null ? [] : (await page(sql`${key} is not null`, from && beyondPlace(from), limit + 1)).rows
  if (found.length <= limit) {
    const after = from?.[0] === null ? beyondPlace(from) : undefined
    found.push(...(await page(sql`${key} is null`, after, limit + 1 - found.length)).rows)
  }

  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ appliance_id, content }) => ({
      ...(JSON.parse(content) as object),
      appliance: { id: appliance_id, name: names.get(appliance_id) ?? appliance_id },
    })),
    total,
    next: found.length > limit && last ? cursorOf([last.key, last.appliance_id, last.id] satisfies Place) : null,
  }
}

const all = (parts: readonly Expression<SqlBool>[]) => sql<SqlBool>`${sql.join(parts, sql` and `)}`

/** Fields of which there may be a million: their order is in an index, though not in a column. */
const indexedFields = ['parent_id', 'id', 'time_updated'] as const

/** What a field without a column is sorted by. */
function fieldKey(db: Kysely<Database>, field: string) {
  return isPostgres(db)
    ? sql<string | null>`((fleet_rows.keys::jsonb ->> ${field}) collate "C")`
    : (indexedFields as readonly string[]).includes(field)
      ? sql<string | null>`json_extract(fleet_rows.keys, ${sql.lit(`$."${field}"`)})`
      : sql<string | null>`json_extract(fleet_rows.keys, ${`$."${field}"`})`
}
