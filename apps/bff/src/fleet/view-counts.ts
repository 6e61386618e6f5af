import { applianceStateWord } from '@vsnap/console-api/appliance.ts'
import type { View } from '@vsnap/console-api/view.ts'
import { sql, type Kysely } from 'kysely'
import type { Registry } from '../appliances/registry.ts'
import type { Database } from '../database/schema.ts'
import { isPostgres, narrowed } from './narrowed.ts'

/** The field whose words a list's filter of states has; what lacks it is `unknown` there. */
const stateFields: Readonly<Record<string, string>> = { pool: 'status', volume: 'volume_type', share: 'share_type' }

/** How many rows a view has, as its list shows them. */
export async function countOf(db: Kysely<Database>, registry: Registry, { resource, filters }: View): Promise<number> {
  const { label, q, status } = filters
  const appliance = filters.appliance ?? undefined
  const known = registry.list().filter(({ labels }) => label === null || labels.includes(label))
  if (resource === 'appliance') {
    const text = q.trim().toLocaleLowerCase('en')
    return known.filter((one) => {
      const word = applianceStateWord(one)
      const texts = [one.name, word, one.url, one.vsnap_version ?? '', one.username, one.labels.join(' ')]
      const isFound = texts.some((each) => each.toLocaleLowerCase('en').includes(text))
      return isFound && (status.length === 0 || status.includes(word))
    }).length
  }
  const names = new Map(known.map(({ id, name }) => [id, name]))
  if (appliance !== undefined && !names.has(appliance)) return 0
  const { where, total } = await narrowed(db, resource, names, {
    appliance,
    q,
    ...(label === null ? {} : { among: [...names.keys()] }),
  })
  const field = stateFields[resource]
  if (status.length === 0 || field === undefined) return total
  const value = isPostgres(db)
    ? sql`fleet_rows.content::jsonb ->> ${field}`
    : sql`json_extract(fleet_rows.content, ${`$.${field}`})`
  const words = sql.join(status.map((word) => word.toLowerCase()))
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from fleet_rows
    where ${sql.join(where, sql` and `)} and lower(coalesce(${value}, 'unknown')) in (${words})`.execute(db)
  return Number(rows[0]?.total ?? 0)
}
