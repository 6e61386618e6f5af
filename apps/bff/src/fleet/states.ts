import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely'
import { isPostgres } from '../database/dialect.ts'
import type { Database } from '../database/schema.ts'

/** The field that says how an object is, or of which kind; what lacks it is `unknown`. An index has what there may be many of. */
const stateFields: Readonly<Partial<Record<FleetResource, string>>> = {
  pool: 'status',
  volume: 'volume_type',
  share: 'share_type',
  session: 'status',
}

/** The state of a row of fleet_rows; undefined where the resource has none. */
function stateOf(db: Kysely<Database>, resource: FleetResource) {
  const field = stateFields[resource]
  if (field === undefined) return undefined
  return isPostgres(db)
    ? sql<string>`coalesce(fleet_rows.content::jsonb ->> ${field}, 'unknown')`
    : sql<string>`coalesce(json_extract(fleet_rows.content, ${sql.lit(`$.${field}`)}), 'unknown')`
}

/** That a row's state is one of these, as written or in small or capital letters; nothing where none is asked for, or the resource has none. */
export function isIn(
  db: Kysely<Database>,
  resource: FleetResource,
  states: readonly string[],
): Expression<SqlBool> | undefined {
  const state = stateOf(db, resource)
  if (state === undefined || states.length === 0) return undefined
  const words = new Set(states.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()]))
  return sql<SqlBool>`${state} in (${sql.join([...words])})`
}

/** How many rows have each state, by its name; null where the resource has none. */
export async function countStates(
  db: Kysely<Database>,
  resource: FleetResource,
  where: readonly Expression<SqlBool>[],
): Promise<{ state: string; total: number }[] | null> {
  const state = stateOf(db, resource)
  if (state === undefined) return null
  const { rows } = await sql<{ state: string; total: number }>`
    select ${state} as state, count(*) as total from fleet_rows where ${sql.join(where, sql` and `)}
    group by 1 order by 1`.execute(db)
  return rows.map((row) => ({ state: row.state, total: Number(row.total) }))
}
