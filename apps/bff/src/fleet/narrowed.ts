import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely'
import { isPostgres } from '../database/dialect.ts'
import type { Database } from '../database/schema.ts'
import { beginsWith, findText, shortest, sortable } from './find-text.ts'
import { isIn } from './states.ts'

/** What a list is narrowed to, as conditions on fleet_rows, and how many rows that leaves. */
export interface Narrowed {
  readonly where: readonly Expression<SqlBool>[]
  readonly total: number
  /** All of them are of these appliances (ids); absent: they may be of any. */
  readonly appliances?: readonly string[] | undefined
  /** Where all of them are in the order of names, when they stand together there. */
  readonly together?: Expression<SqlBool> | undefined
}

/** Rows up to which all are looked at; from there on the index of texts says which ones. */
const few = 5_000

/** Text as a pattern that contains it. */
const contains = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

interface Wanted {
  readonly appliance?: string | undefined
  /** Only these appliances (ids). */
  readonly among?: readonly string[] | undefined
  readonly q?: string | undefined
  /** Only rows with one of these states; none: all. */
  readonly states?: readonly string[] | undefined
}

/**
 * Narrows a resource to an appliance, or to some, to rows with a text (in one of their fields, or in their appliance's name),
 * and to some states. Where there are many rows and the text has fewer than three letters: to those whose name begins with it.
 * What it says holds within `undisturbed` only.
 */
export async function narrowed(
  db: Kysely<Database>,
  resource: FleetResource,
  names: ReadonlyMap<string, string>,
  { states = [], ...wanted }: Wanted,
): Promise<Narrowed> {
  const found = { appliances: ownersOf(wanted), ...(await byText(db, resource, names, wanted)) }
  const { appliances, together } = found
  const state = isIn(db, resource, states)
  if (!state || found.total === 0) return found
  const all = { ...(await counted(db, [...found.where, state])), appliances, together }
  if (found.total <= few || all.total > sortable || isPostgres(db)) return all
  // Their index leads to those that are wanted, instead of the list's order past all others.
  const { appliance, among, q } = wanted
  const isWhole = appliance === undefined && among === undefined && !q?.trim()
  const match = sql`select fleet_rows.rowid from fleet_rows where fleet_rows.resource = ${resource} and ${state}`
  return {
    where: [
      ...(isWhole ? [sql<SqlBool>`(fleet_rows.resource || '') = ${resource}`] : found.where),
      sql`fleet_rows.rowid in (${match})`,
    ],
    total: all.total,
    appliances,
  }
}

const ownersOf = ({ appliance, among }: Wanted) => (appliance === undefined ? among : [appliance])

async function byText(
  db: Kysely<Database>,
  resource: FleetResource,
  names: ReadonlyMap<string, string>,
  { appliance, among, q }: Omit<Wanted, 'states'>,
): Promise<Narrowed> {
  if (among?.length === 0) return { where: [sql`1 = 0`], total: 0 }
  const rows = await itemsOf(db, resource, appliance ?? among)
  // Of one appliance, or few rows of some, their own index is the way; that of the resource would lead past all the others' rows.
  const isOwn = appliance !== undefined || (among !== undefined && rows <= few)
  const own: Expression<SqlBool>[] = [
    isOwn ? sql`(fleet_rows.resource || '') = ${resource}` : sql`fleet_rows.resource = ${resource}`,
  ]
  if (appliance !== undefined) own.unshift(sql`fleet_rows.appliance_id = ${appliance}`)
  if (among) own.push(sql`fleet_rows.appliance_id in (${sql.join(among)})`)
  const needle = q?.trim().toLocaleLowerCase('en')
  if (!needle) return { where: own, total: rows }

  const named = [...names].flatMap(([id, name]) => (name.toLocaleLowerCase('en').includes(needle) ? [id] : []))
  const like: Expression<SqlBool> =
    named.length > 0
      ? sql`(fleet_rows.search like ${contains(needle)} escape '\\' or fleet_rows.appliance_id in (${sql.join(named)}))`
      : sql`fleet_rows.search like ${contains(needle)} escape '\\'`
  if (rows <= few || isPostgres(db)) return counted(db, [...own, like])
  if (Array.from(needle).length < shortest) return counted(db, [...own, beginsWith(needle)])

  const { total, rows: match, isFirst } = await findText(db, resource, needle)
  if (appliance !== undefined || among)
    return ofSome(db, resource, among ?? [appliance ?? ''], { own, like, match, rows, total })
  if (total > rows / 2) return { where: [...own, like], total }
  if (named.length > 0) {
    // As many as these appliances have: nothing else contains it, and where they stand is known.
    const { where } = await byText(db, resource, names, { among: named })
    if ((await counted(db, where)).total === total) return { where, total, appliances: named }
  }
  if (total > sortable) {
    const together = isFirst ? beginsWith(needle) : undefined
    return { where: [...own, sql`+fleet_rows.rowid in (${match})`], total, together }
  }
  return { where: [sql`(fleet_rows.resource || '') = ${resource}`, sql`fleet_rows.rowid in (${match})`], total }
}

interface Matched {
  readonly own: readonly Expression<SqlBool>[]
  readonly like: Expression<SqlBool>
  readonly match: Expression<unknown>
  /** Rows of these appliances; rows of all that match. */
  readonly rows: number
  readonly total: number
}

/** Narrows to some appliances what the index of texts finds of all: whichever has fewer rows leads. */
async function ofSome(
  db: Kysely<Database>,
  resource: FleetResource,
  ids: readonly string[],
  { own, like, match, rows, total }: Matched,
): Promise<Narrowed> {
  if (total > rows) return counted(db, [...own, like])
  const ofAny = sql<SqlBool>`(fleet_rows.resource || '') = ${resource}`
  const ofThese = sql<SqlBool>`fleet_rows.appliance_id in (${sql.join(ids)})`
  if (total <= few) return counted(db, [ofAny, sql`+${ofThese}`, sql`fleet_rows.rowid in (${match})`])
  const isFound = sql<SqlBool>`+fleet_rows.rowid in (${match})`
  const found = await counted(db, [ofThese, sql`fleet_rows.resource = ${resource}`, isFound])
  return { where: found.total > sortable ? [...own, isFound] : [ofThese, ofAny, isFound], total: found.total }
}

/** Rows of a list, as it was last read. */
async function itemsOf(
  db: Kysely<Database>,
  resource: FleetResource,
  of?: string | readonly string[],
): Promise<number> {
  let query = db
    .selectFrom('fleet_lists')
    .select(({ fn }) => fn.sum<number>('items').as('total'))
    .where('resource', '=', resource)
  if (of !== undefined) query = query.where('appliance_id', 'in', [of].flat())
  return Number((await query.executeTakeFirst())?.total ?? 0)
}

async function counted(db: Kysely<Database>, where: readonly Expression<SqlBool>[]): Promise<Narrowed> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from fleet_rows where ${sql.join(where, sql` and `)}`.execute(db)
  return { where, total: Number(rows[0]?.total ?? 0) }
}
