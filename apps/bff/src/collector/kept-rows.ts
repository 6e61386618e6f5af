import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Row } from './lists.ts'

/** The rows of an appliance's list as they were read last, in no order. */
export async function keptRows(db: Kysely<Database>, applianceId: string, resource: FleetResource): Promise<Row[]> {
  const rows = await db
    .selectFrom('fleet_rows')
    .select('content')
    .where('appliance_id', '=', applianceId)
    .where('resource', '=', resource)
    .execute()
  return rows.map(({ content }) => JSON.parse(content) as Row)
}
