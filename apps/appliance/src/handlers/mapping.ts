import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { HostRow } from '../catalog/rows.ts'
import { rowId, volumeRow, type HandlerContext } from './context.ts'
import { volumeDetailView } from './volume-view.ts'

/** @throws 404 NotFoundError. */
export function hostRow({ catalog }: HandlerContext, id: string): HostRow {
  const row = catalog.one('host', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No host has the id ${id}.`)
  return row
}

/** Gives a host a lun with the lowest number that it has free (§8.10, §10.5). */
export function mapVolume(context: HandlerContext, volumeId: string, hostId: string) {
  const { catalog, clock } = context
  const volume = volumeRow(context, volumeId)
  const host = hostRow(context, hostId)
  demand(volumeCan.map(volumeDetailView(context, volume), String(host.id)))
  const taken = new Set(catalog.all('mapping', { host_id: host.id }).map(({ lun }) => lun))
  let lun = 0
  while (taken.has(lun)) lun += 1
  catalog.change(() => {
    catalog.insert('mapping', { host_id: host.id, volume_id: volume.id, lun })
    catalog.update('host', { id: host.id }, { time_updated: clock.now() })
  })
  return { vol_id: String(volume.id), lun }
}

/** Takes a lun from a host (§10.6). */
export function unmapVolume(context: HandlerContext, volumeId: string, hostId: string): void {
  const { catalog, clock } = context
  const volume = volumeRow(context, volumeId)
  const host = hostRow(context, hostId)
  if (!catalog.one('mapping', { host_id: host.id, volume_id: volume.id })) {
    throw refusal('NotFoundError', `Volume ${volume.name} is not mapped to host ${host.name}.`, 'vol_id')
  }
  catalog.change(() => {
    catalog.delete('mapping', { host_id: host.id, volume_id: volume.id })
    catalog.update('host', { id: host.id }, { time_updated: clock.now() })
  })
}
