import { fleetResources } from '@vsnap/console-api/fleet.ts'
import { sql, type Kysely } from 'kysely'
import { isPostgres } from './dialect.ts'

/** The columns of the index of texts: one for each resource, so that a match says of which it is. */
const columns = fleetResources.join(', ')
const textOf = (row: string) =>
  `${row}.search || char(10) || coalesce((select search from fleet_names where appliance_id = ${row}.appliance_id), '')`
const valuesOf = (row: string) =>
  fleetResources.map((resource) => `case ${row}.resource when '${resource}' then ${textOf(row)} end`).join(', ')

/** Makes the index of texts (SQLite: every three letters of each row, with its appliance's name), and what keeps it true. */
export async function createTextIndex(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) return
  const add = (rows: string) =>
    `insert into fleet_text (rowid, ${columns}) select r.rowid, ${valuesOf('r')} from ${rows} r`
  for (const statement of [
    `create virtual table fleet_text using fts5(${columns}, content = '', contentless_delete = 1, tokenize = 'trigram')`,
    add('fleet_rows'),
    `create trigger fleet_text_add after insert on fleet_rows begin
       insert into fleet_text (rowid, ${columns}) values (new.rowid, ${valuesOf('new')}); end`,
    `create trigger fleet_text_drop after delete on fleet_rows begin
       delete from fleet_text where rowid = old.rowid; end`,
    `create trigger fleet_text_rename after update of search on fleet_names when new.search <> old.search begin
       delete from fleet_text where rowid in (select rowid from fleet_rows where appliance_id = new.appliance_id);
       ${add('(select rowid, * from fleet_rows where appliance_id = new.appliance_id)')}; end`,
  ])
    await sql.raw(statement).execute(db)
}

/** Of which kind an object is, where there may be many of them: to count them, and to find the few of one kind. */
export async function createStates(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) return
  for (const [resource, field] of [
    ['volume', 'volume_type'],
    ['share', 'share_type'],
  ])
    await sql
      .raw(
        `create index fleet_rows_by_${field} on fleet_rows
         (resource, coalesce(json_extract(content, '$.${field}'), 'unknown'), appliance_id) where resource = '${resource}'`,
      )
      .execute(db)
}

/** Orders of what there may be a million of, that are in no column; and that of the appliances' names. */
export async function createOrders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('fleet_names_in_order')
    .unique()
    .on('fleet_names')
    .columns(['key_name', 'appliance_id'])
    .execute()
  if (isPostgres(db)) return
  for (const field of ['parent_id', 'id', 'time_updated'])
    await sql
      .raw(
        `create index fleet_rows_by_${field} on fleet_rows
         (resource, json_extract(keys, '$."${field}"'), appliance_id, id) where resource = 'snapshot'`,
      )
      .execute(db)
}
