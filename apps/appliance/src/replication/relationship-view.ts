import type { RelationshipRow } from '../catalog/rows.ts'
import type { HandlerContext } from '../handlers/context.ts'

const idOrNull = (id: number | null) => (id === null ? null : String(id))

/** Relationships as the API has them (§13.2), those with these values or all. */
export function relationshipViews(
  context: HandlerContext,
  where: { readonly id?: string; readonly volume_id?: number; readonly partner_id?: string } = {},
) {
  const { catalog } = context
  const volumes = new Map(catalog.all('volume').map((volume) => [volume.id, volume]))
  return catalog.all('relationship', where).map((row) => relationshipView(row, volumes.get(row.volume_id)))
}

function relationshipView(
  row: RelationshipRow,
  volume: { readonly pool_id: number; readonly name: string } | undefined,
) {
  return {
    id: row.id,
    local_pool_id: idOrNull(volume?.pool_id ?? null),
    local_role: row.role,
    local_vol_id: String(row.volume_id),
    local_vol_name: volume?.name ?? null,
    partner_id: row.partner_id,
    remote_pool_id: row.remote_pool_id,
    remote_vol_id: row.remote_vol_id,
    remote_vol_name: row.remote_vol_name,
    last_sync_status: row.last_sync_status,
    last_attempt_snap_id: idOrNull(row.last_attempt_snap_id),
    last_success_snap_id: idOrNull(row.last_success_snap_id),
    time_created: row.time_created,
    time_updated: row.time_updated,
  }
}
