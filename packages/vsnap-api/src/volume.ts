import { count, integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, byIdOrName, flag, idGiven, idText, name, nameText, nothing, size, text, times } from './common.ts'

export const volumeTypes = ['filesystem', 'lun', 'filebackedlun'] as const
export type VolumeType = (typeof volumeTypes)[number]

const summary = {
  id: idText,
  volume_type: text,
  is_clone: flag,
  name: nameText,
  pool_id: idText.nullish(),
  /** Bytes; null for a filesystem without a limit. */
  size_total: size,
  size_free: size,
  size_used: size,
  ...times,
}

/** §8.2. A volume as the list has it. */
export const volumeSummary = open(summary)
export type VolumeSummary = z.output<typeof volumeSummary>

/** §8.3. A volume in detail; `snapshot_id` is the origin of a clone, `parent_id` the filesystem of a filebackedlun. */
export const volume = open({
  ...summary,
  serial: text,
  pool_name: text,
  parent_id: idText.nullish(),
  parent_path: text,
  snapshot_id: idText.nullish(),
  share_id: idText.nullish(),
  host_ids: z.array(idText).nullish(),
})
export type Volume = z.output<typeof volume>

/** §8.10, §10.5. A LUN as a host sees it. */
export const mappedLun = open({ vol_id: idText, lun: integerText })

const newVolume = z.discriminatedUnion('volume_type', [
  z.strictObject({ name, volume_type: z.literal('filesystem'), pool_id: idGiven, size_total: integerText.nullish() }),
  z.strictObject({
    name,
    volume_type: z.literal('lun'),
    pool_id: idGiven,
    size_total: integerText,
    size_block: integerText.optional(),
  }),
  z.strictObject({
    name,
    volume_type: z.literal('filebackedlun'),
    parent_id: idGiven,
    parent_path: z.string().min(1).max(1024),
  }),
])
/** §8.1. The body of volumeCreate, by kind. */
export type NewVolume = z.output<typeof newVolume>

const found = { operation: 'volumeView', params: { name: 'body.name' } } as const
/** Snapshots that somebody has made of it since would go with it. */
const undo = {
  operation: 'volumeDelete',
  params: { id: 'result.id' },
  unless: { operation: 'volumeSnapshotList', params: { id: 'result.id' }, items: 'snapshots' },
} as const

export const volumeEndpoints = defineEndpoints({
  volumeCreate: {
    method: 'POST',
    path: '/volume',
    title: 'Create volume',
    section: '8.1',
    role: 'operator',
    body: newVolume,
    result: volume,
    changes: ['volume', 'pool'],
    found,
    undo,
  },
  volumeClone: {
    method: 'POST',
    path: '/volume',
    when: 'snapshot_id',
    title: 'Clone volume from snapshot',
    section: '8.1',
    role: 'operator',
    body: z.strictObject({ name, snapshot_id: idGiven }),
    result: volume,
    changes: ['volume', 'snapshot'],
    found,
    undo,
  },
  volumeList: {
    method: 'GET',
    path: '/volume',
    title: 'List volumes',
    section: '8.2',
    role: 'viewer',
    result: open({ volumes: z.array(volumeSummary), total: count.optional() }),
  },
  volumeView: {
    method: 'GET',
    path: '/volume/:id',
    also: ['/volume?id=:id', '/volume?name=:name'],
    title: 'View volume',
    section: '8.3',
    role: 'viewer',
    params: byIdOrName,
    result: volume,
  },
  volumeUpdate: {
    method: 'PUT',
    path: '/volume/:id',
    title: 'Update volume',
    section: '8.4',
    role: 'operator',
    params: byId,
    body: z.strictObject({ name: name.optional(), size_total: integerText.nullish() }),
    result: volume,
    changes: ['volume'],
  },
  volumeDelete: {
    method: 'DELETE',
    path: '/volume/:id',
    title: 'Delete volume',
    section: '8.5',
    role: 'operator',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['volume', 'share', 'host', 'snapshot', 'pool'],
    timeout: 120_000,
  },
  volumeMap: {
    method: 'POST',
    path: '/volume/:id/map',
    title: 'Map volume to host',
    section: '8.10',
    role: 'operator',
    params: byId,
    body: z.strictObject({ host_id: idGiven }),
    result: mappedLun,
    changes: ['host', 'volume'],
    found: {
      operation: 'hostView',
      params: { id: 'body.host_id' },
      items: 'mapped_luns',
      where: { vol_id: 'params.id' },
    },
    undo: { operation: 'hostUnmap', params: { id: 'body.host_id' }, body: { vol_id: 'params.id' } },
  },
})
