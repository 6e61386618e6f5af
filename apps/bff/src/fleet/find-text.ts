import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely'
import { sortKey } from '../collector/sort-key.ts'
import type { Database } from '../database/schema.ts'

/** Rows that contain a text. */
export interface FoundText {
  readonly total: number
  /** Their rowids, to be looked for in. */
  readonly rows: Expression<unknown>
  /** They are many, and all their names begin with it: in the order of names they stand together. */
  readonly isFirst: boolean
}

/** Rows that are fetched and then sorted; of more, the order is followed until the page is full. */
export const sortable = 30_000
/** Of more rows only their number is kept. */
const most = 500_000

interface Kept {
  readonly slot: number
  readonly total: number
  readonly is_whole: number
  readonly is_first: number
}

/**
 * Finds the rows of a resource that contain a text, by the index of texts (SQLite). That takes most of the time of a page, and a
 * page, its counts and the pages after it ask for the same: what was found is kept until a row of that kind changes (see
 * database/found-texts.ts). What it answers holds within `undisturbed`.
 */
export async function findText(on: Kysely<Database>, resource: FleetResource, text: string): Promise<FoundText> {
  const ofText = sql`select rowid from fleet_text where ${inText(resource, text)}`
  // What was read before somebody looked for the first time has no appliance's name in its text.
  const ofNamed = sql`
    select fleet_rows.rowid from fleet_rows where fleet_rows.resource = ${resource}
    and fleet_rows.appliance_id in (select appliance_id from fleet_names where instr(search, ${text}) > 0)`
  const match = sql`${ofText} union ${ofNamed}`
  const kept = await sql<Kept>`
    select slot, total, is_whole, is_first from temp.found_texts
    where resource = ${resource} and text = ${text}`.execute(on)
  const { slot, total, is_whole, is_first } = kept.rows[0] ?? (await find())
  await sql`update temp.found_texts set used = (select max(used) from temp.found_texts) + 1 where slot = ${slot}`.execute(
    on,
  )
  return { total, rows: is_whole === 1 ? sql`select found from ${tableOf(slot)}` : match, isFirst: is_first === 1 }

  async function find(): Promise<Kept> {
    const oldest = await sql<{ slot: number }>`select slot from temp.found_texts order by used limit 1`.execute(on)
    const { slot = 0 } = oldest.rows[0] ?? {}
    // First of all it stands for nothing, in case that something goes wrong.
    await sql`update temp.found_texts set resource = null where slot = ${slot}`.execute(on)
    await sql`delete from ${tableOf(slot)}`.execute(on)
    let found = 0
    for (const part of [ofText, ofNamed]) {
      const insert = sql`insert or ignore into ${tableOf(slot)} (found) ${part} limit ${most + 1}`
      found += Number((await insert.execute(on)).numAffectedRows ?? 0n)
    }
    const is_whole = found <= most ? 1 : 0
    if (is_whole === 0) await sql`delete from ${tableOf(slot)}`.execute(on)
    const total = is_whole === 1 ? found : await countOf(match)
    const begun = sql`
      select 1 from fleet_rows where resource = ${resource} and ${beginsWith(text)}
      and +rowid in (select found from ${tableOf(slot)})`
    const is_first = is_whole === 1 && total > sortable && (await countOf(begun)) === total ? 1 : 0
    await sql`
      update temp.found_texts
      set resource = ${resource}, text = ${text}, total = ${total}, is_whole = ${is_whole},
        is_first = ${is_first}
      where slot = ${slot}`.execute(on)
    return { slot, total, is_whole, is_first }
  }

  async function countOf(rows: Expression<unknown>): Promise<number> {
    const counted = await sql<{ total: number }>`select count(*) as total from (${rows})`.execute(on)
    return counted.rows[0]?.total ?? 0
  }
}

/** Letters that the index of texts needs. */
export const shortest = 3
/** Rows of the index of texts (fleet_text) that contain a text, of one resource. */
export const inText = (resource: FleetResource, text: string): Expression<SqlBool> =>
  sql`fleet_text match ${`${resource} : "${text.replaceAll('"', '""')}"`}`

/** Rows whose name begins with a text, by the index of names. */
export function beginsWith(text: string): Expression<SqlBool> {
  const key = sortKey(text) ?? ''
  return sql`fleet_rows.key_name >= ${key} and fleet_rows.key_name < ${`${key}\u{10ffff}`}`
}

const tableOf = (slot: number) => sql.id('temp', `found_${slot}`)
