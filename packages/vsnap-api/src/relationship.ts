import { booleanText, count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, idGiven, idText, name, nothing, text, times } from './common.ts'

/** §13.3. A replication relationship as one of its two ends sees it: `local_role` is `primary` or `replica`. */
export const relationship = open({
  id: idText,
  local_pool_id: idText.nullish(),
  local_role: text,
  local_vol_id: idText.nullish(),
  local_vol_name: text,
  partner_id: idText.nullish(),
  remote_pool_id: idText.nullish(),
  remote_vol_id: idText.nullish(),
  remote_vol_name: text,
  last_sync_status: text,
  last_attempt_snap_id: idText.nullish(),
  last_success_snap_id: idText.nullish(),
  ...times,
})
export type Relationship = z.output<typeof relationship>

const list = open({ relationships: z.array(relationship), total: count.optional() })

export const relationshipEndpoints = defineEndpoints({
  relationshipCreate: {
    method: 'POST',
    path: '/volume/:id/relationship',
    title: 'Create relationship',
    section: '13.1',
    role: 'operator',
    params: byId,
    body: z.strictObject({
      partner_id: idGiven,
      remote_pool_id: idGiven.nullish(),
      remote_vol_name: name.nullish(),
      reuse: z.boolean().nullish(),
    }),
    result: relationship,
    changes: ['relationship'],
    timeout: 60_000,
    found: {
      operation: 'volumeRelationshipList',
      params: { id: 'params.id' },
      items: 'relationships',
      where: { partner_id: 'body.partner_id' },
    },
    // A replica that was there before, and was used again, stays.
    undo: {
      operation: 'relationshipDelete',
      params: { id: 'result.id' },
      query: { preserve_replica: 'body.reuse' },
    },
  },
  volumeRelationshipList: {
    method: 'GET',
    path: '/volume/:id/relationship',
    title: 'List relationships of volume',
    section: '13.2',
    role: 'viewer',
    params: byId,
    result: list,
  },
  relationshipList: {
    method: 'GET',
    path: '/relationship',
    title: 'List relationships',
    section: '13.2',
    role: 'viewer',
    query: z.strictObject({ vol_name: name.optional() }),
    result: list,
  },
  relationshipView: {
    method: 'GET',
    path: '/relationship/:id',
    also: ['/relationship?id=:id'],
    title: 'View relationship',
    section: '13.3',
    role: 'viewer',
    params: byId,
    result: relationship,
  },
  relationshipDelete: {
    method: 'DELETE',
    path: '/relationship/:id',
    title: 'Delete relationship',
    section: '13.4',
    role: 'operator',
    params: byId,
    query: z.strictObject({ preserve_replica: booleanText.optional() }),
    result: nothing,
    destructive: true,
    changes: ['relationship'],
    timeout: 60_000,
  },
})
