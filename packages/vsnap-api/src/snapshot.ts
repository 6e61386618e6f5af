import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, byIdOrName, flag, idText, name, nameText, nothing, size, text, times } from './common.ts'

const summary = { id: idText, name: nameText, parent_id: idText.nullish(), ...times }

/** §11.1. A snapshot as the list has it; `parent_id` is its volume. */
export const snapshotSummary = open(summary)
export type SnapshotSummary = z.output<typeof snapshotSummary>

/** §11.2. A snapshot in detail; `size_used` in bytes. */
export const snapshot = open({
  ...summary,
  parent_name: text,
  pool_id: idText.nullish(),
  pool_name: text,
  has_clones: flag,
  size_used: size,
  version_id: idText.nullish(),
})
export type Snapshot = z.output<typeof snapshot>

const list = open({ snapshots: z.array(snapshotSummary), total: count.optional() })

export const snapshotEndpoints = defineEndpoints({
  snapshotCreate: {
    method: 'POST',
    path: '/volume/:id/snapshot',
    title: 'Create snapshot',
    section: '8.6',
    role: 'operator',
    params: byId,
    body: z.strictObject({ name: name.optional() }),
    result: snapshot,
    changes: ['snapshot', 'volume'],
    found: {
      operation: 'volumeSnapshotList',
      params: { id: 'params.id' },
      items: 'snapshots',
      where: { name: 'body.name' },
    },
  },
  volumeSnapshotList: {
    method: 'GET',
    path: '/volume/:id/snapshot',
    title: 'List snapshots of volume',
    section: '8.7',
    role: 'viewer',
    params: byId,
    result: list,
  },
  snapshotList: {
    method: 'GET',
    path: '/snapshot',
    title: 'List snapshots',
    section: '11.1',
    role: 'viewer',
    result: list,
  },
  snapshotView: {
    method: 'GET',
    path: '/snapshot/:id',
    also: ['/snapshot?id=:id', '/snapshot?name=:name'],
    title: 'View snapshot',
    section: '11.2',
    role: 'viewer',
    params: byIdOrName,
    result: snapshot,
  },
  snapshotDelete: {
    method: 'DELETE',
    path: '/snapshot/:id',
    title: 'Delete snapshot',
    section: '11.3',
    role: 'operator',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['snapshot', 'volume'],
  },
})
