import { countText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, byIdOrName, idGiven, idText, name, nameText, nothing, times } from './common.ts'
import { mappedLun } from './volume.ts'

const summary = { id: idText, name: nameText, iqns: z.array(nameText).nullish(), ...times }

/** §10.2. A storage client as the list has it. */
export const hostSummary = open(summary)
export type HostSummary = z.output<typeof hostSummary>

/** §10.3. A storage client in detail, with the LUNs that it sees. */
export const host = open({ ...summary, mapped_luns: z.array(mappedLun).nullish() })
export type Host = z.output<typeof host>

const iqns = z.array(z.string().min(1).max(223))
const lunAction = {
  method: 'POST',
  path: '/host/:id',
  role: 'operator',
  params: byId,
  changes: ['host', 'volume'],
} as const

const mapping = {
  operation: 'hostView',
  params: { id: 'params.id' },
  items: 'mapped_luns',
  where: { vol_id: 'body.vol_id' },
} as const

export const hostEndpoints = defineEndpoints({
  hostCreate: {
    method: 'POST',
    path: '/host',
    title: 'Create host',
    section: '10.1',
    role: 'operator',
    body: z.strictObject({ name, iqns: iqns.optional() }),
    result: host,
    changes: ['host'],
    found: { operation: 'hostView', params: { name: 'body.name' } },
  },
  hostList: {
    method: 'GET',
    path: '/host',
    title: 'List hosts',
    section: '10.2',
    role: 'viewer',
    // The guide's sample has this total as text, alone among the lists.
    result: open({ hosts: z.array(hostSummary), total: countText.optional() }),
  },
  hostView: {
    method: 'GET',
    path: '/host/:id',
    also: ['/host?id=:id', '/host?name=:name'],
    title: 'View host',
    section: '10.3',
    role: 'viewer',
    params: byIdOrName,
    result: host,
  },
  hostUpdate: {
    method: 'PUT',
    path: '/host/:id',
    title: 'Update host',
    section: '10.4',
    role: 'operator',
    params: byId,
    body: z.strictObject({ name: name.optional(), iqns: iqns.optional() }),
    result: host,
    changes: ['host'],
  },
  hostMap: {
    ...lunAction,
    title: 'Map volume to host',
    section: '10.5',
    body: z.strictObject({ action: z.literal('map'), vol_id: idGiven }),
    result: mappedLun,
    found: mapping,
    undo: { operation: 'hostUnmap', params: { id: 'params.id' }, body: { vol_id: 'body.vol_id' } },
  },
  hostUnmap: {
    ...lunAction,
    title: 'Unmap volume from host',
    section: '10.6',
    body: z.strictObject({ action: z.literal('unmap'), vol_id: idGiven }),
    result: nothing,
    found: { ...mapping, gone: true },
  },
  hostDelete: {
    method: 'DELETE',
    path: '/host/:id',
    title: 'Delete host',
    section: '10.7',
    role: 'operator',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['host', 'volume'],
  },
})
