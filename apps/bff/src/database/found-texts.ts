import { sql, type Kysely } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Database } from './schema.ts'

/** Texts whose rows are kept at a time. */
const slots = [0, 1, 2, 3, 4, 5, 6, 7]

/**
 * Makes what is found by texts a thing of this connection (SQLite): tables that nobody else sees and that are gone with it. Whatever
 * makes, changes or drops a row, also what goes with its appliance, makes the texts of its kind be looked for anew.
 */
export async function createFoundTexts(db: Kysely<Database>): Promise<void> {
  if (isPostgres(db)) return
  const forget = (kind: string) => `begin update found_texts set resource = null where resource ${kind}; end`
  for (const statement of [
    `create temp table found_texts
     (slot integer primary key, resource text, text text, total integer, is_whole integer, is_first integer, used integer)`,
    ...slots.flatMap((slot) => [
      `create temp table found_${slot} (found integer primary key)`,
      `insert into temp.found_texts (slot, used) values (${slot}, 0)`,
    ]),
    `create temp trigger found_texts_add after insert on main.fleet_rows ${forget('= new.resource')}`,
    `create temp trigger found_texts_drop after delete on main.fleet_rows ${forget('= old.resource')}`,
    `create temp trigger found_texts_name after insert on main.fleet_names ${forget('is not null')}`,
    `create temp trigger found_texts_rename after update of search on main.fleet_names ${forget('is not null')}`,
  ])
    await sql.raw(statement).execute(db)
}
