import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { inBoth, type Intent } from '../agreement.ts'
import { accessWith } from '../catalog/access.ts'
import type { HostRow, MappingRow, VolumeRow } from '../catalog/rows.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { rowId, volumeRow, type HandlerContext } from './context.ts'
import { volumeDetail } from './volume-view.ts'

/** @throws 404 NotFoundError. */
export function hostRow({ catalog }: HandlerContext, id: string): HostRow {
  const row = catalog.one('host', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No host has the id ${id}.`)
  return row
}

/** A change of what a host sees, in the engine and in the catalog. */
export function changeAccess(
  context: HandlerContext,
  host: Pick<HostRow, 'id' | 'iqns'>,
  mappings: readonly MappingRow[],
  change: () => void,
): Promise<void> {
  const { catalog, engine } = context
  const key = String(host.id)
  return inBoth(context, [{ kind: 'host', key, what: 'changing' }], {
    engine: () => engine.present(key, accessWith(catalog, host, mappings)),
    catalog: change,
  })
}

/** Gives a host a lun with the lowest number that it has free (§8.10, §10.5). */
export async function mapVolume(context: HandlerContext, volumeId: string, hostId: string) {
  const { catalog, clock } = context
  const volume = volumeRow(context, volumeId)
  const host = hostRow(context, hostId)
  const view = await volumeDetail(context, volume)
  demand(whileReplicated.map(view, relationshipViews(context, { volume_id: volume.id })))
  demand(volumeCan.map(view, String(host.id)))
  const before = catalog.all('mapping', { host_id: host.id })
  const taken = new Set(before.map(({ lun }) => lun))
  let lun = 0
  while (taken.has(lun)) lun += 1
  const mapping = { host_id: host.id, volume_id: volume.id, lun }
  await changeAccess(context, host, [...before, mapping], () => {
    catalog.insert('mapping', mapping)
    catalog.update('host', { id: host.id }, { time_updated: clock.now() })
  })
  return { vol_id: String(volume.id), lun }
}

/** Takes a lun from a host (§10.6). */
export async function unmapVolume(context: HandlerContext, volumeId: string, hostId: string): Promise<void> {
  const { catalog, clock } = context
  const volume = volumeRow(context, volumeId)
  const host = hostRow(context, hostId)
  const before = catalog.all('mapping', { host_id: host.id })
  const left = before.filter(({ volume_id }) => volume_id !== volume.id)
  if (left.length === before.length) {
    throw refusal('NotFoundError', `Volume ${volume.name} is not mapped to host ${host.name}.`, 'vol_id')
  }
  await changeAccess(context, host, left, () => {
    catalog.delete('mapping', { host_id: host.id, volume_id: volume.id })
    catalog.update('host', { id: host.id }, { time_updated: clock.now() })
  })
}

/** Takes volumes that are about to go from all their clients, for `inBoth`: what it is about, and the engine's part. */
export function withoutVolumes(
  { catalog, engine }: HandlerContext,
  volumes: readonly VolumeRow[],
): { readonly intents: readonly Intent[]; readonly engine: () => Promise<void> } {
  const gone = new Set(volumes.map(({ id }) => id))
  const mapped = volumes.flatMap(({ id }) => catalog.all('mapping', { volume_id: id }).map(({ host_id }) => host_id))
  const hosts = [...new Set(mapped)]
  const shared = volumes.filter(({ id }) => catalog.one('share', { volume_id: id }) !== undefined)
  return {
    intents: [
      ...hosts.map((id) => ({ kind: 'host', key: String(id), what: 'changing' }) as const),
      ...shared.map(({ key }) => ({ kind: 'export', key, what: 'changing' }) as const),
    ],
    engine: async () => {
      for (const id of hosts) {
        const left = catalog.all('mapping', { host_id: id }).filter(({ volume_id }) => !gone.has(volume_id))
        await engine.present(String(id), accessWith(catalog, catalog.one('host', { id }) ?? { iqns: '[]' }, left))
      }
      for (const { key } of shared) await engine.export(key, null)
    },
  }
}
