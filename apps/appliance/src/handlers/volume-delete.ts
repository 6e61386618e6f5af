import { demand } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { VolumeRow } from '../catalog/rows.ts'
import type { HandlerContext } from './context.ts'
import { volumeSummary } from './volume-view.ts'

/** Not while its snapshots have clones, nor while filebackedluns have their file in it. */
export async function demandDeletable(context: HandlerContext, row: VolumeRow): Promise<void> {
  const { catalog } = context
  const snapshots = catalog.all('snapshot', { volume_id: row.id })
  const cloned = snapshots.filter(({ id }) => catalog.count('volume', { snapshot_id: id }) > 0)
  const fileBacked = catalog.all('volume', { parent_id: row.id })
  demand(volumeCan.delete(await volumeSummary(context, row), { cloned, fileBacked }))
}
