import type { VolumeRow } from '../catalog/rows.ts'
import type { DatasetState } from '../engine/engine.ts'
import type { HandlerContext } from './context.ts'

const idOrNull = (id: number | null) => (id === null ? null : String(id))

/** A volume as the list has it (§8.2); a filebackedlun has no sizes of its own, and no state. */
export function volumeSummaryView(row: VolumeRow, state: DatasetState | undefined) {
  const { id, name, volume_type, pool_id, size_total, snapshot_id, time_created, time_updated } = row
  return {
    id: String(id),
    volume_type,
    is_clone: snapshot_id !== null,
    name,
    pool_id: String(pool_id),
    size_total,
    size_free: state?.size_free ?? null,
    size_used: state?.size_used ?? null,
    time_created,
    time_updated,
  }
}

/** A volume as it is now, as the list has it. */
export async function volumeSummary({ catalog, engine }: HandlerContext, row: VolumeRow) {
  const states = await engine.datasets(catalog.one('pool', { id: row.pool_id })?.key)
  return volumeSummaryView(row, states.get(row.key))
}

/** A volume as it is now, in detail (§8.3). */
export async function volumeDetail(context: HandlerContext, row: VolumeRow) {
  const { catalog } = context
  const share = catalog.one('share', { volume_id: row.id })
  return {
    ...(await volumeSummary(context, row)),
    serial: row.serial,
    pool_name: catalog.one('pool', { id: row.pool_id })?.name ?? '',
    parent_id: idOrNull(row.parent_id),
    parent_path: row.parent_path,
    snapshot_id: idOrNull(row.snapshot_id),
    share_id: idOrNull(share?.id ?? null),
    host_ids: catalog.all('mapping', { volume_id: row.id }).map(({ host_id }) => String(host_id)),
  }
}
