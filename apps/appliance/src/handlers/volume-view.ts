import type { VolumeRow } from '../catalog/rows.ts'
import type { HandlerContext } from './context.ts'

const idOrNull = (id: number | null) => (id === null ? null : String(id))

/** A volume as the list has it (§8.2); a filebackedlun has no sizes of its own. */
export function volumeSummaryView({ engine }: HandlerContext, row: VolumeRow) {
  const { id, name, volume_type, pool_id, size_total, snapshot_id, time_created, time_updated } = row
  const state = volume_type === 'filebackedlun' ? { size_used: null, size_free: null } : engine.datasetState(row.key)
  return {
    id: String(id),
    volume_type,
    is_clone: snapshot_id !== null,
    name,
    pool_id: String(pool_id),
    size_total,
    size_free: state.size_free,
    size_used: state.size_used,
    time_created,
    time_updated,
  }
}

/** A volume in detail (§8.3). */
export function volumeDetailView(context: HandlerContext, row: VolumeRow) {
  const { catalog } = context
  const share = catalog.one('share', { volume_id: row.id })
  return {
    ...volumeSummaryView(context, row),
    serial: row.serial,
    pool_name: catalog.one('pool', { id: row.pool_id })?.name ?? '',
    parent_id: idOrNull(row.parent_id),
    parent_path: row.parent_path,
    snapshot_id: idOrNull(row.snapshot_id),
    share_id: idOrNull(share?.id ?? null),
    host_ids: catalog.all('mapping', { volume_id: row.id }).map(({ host_id }) => String(host_id)),
  }
}
