import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, idGiven, idText, name, size, text, time } from './common.ts'

/** §14.1. A replication session; `status`: PENDING, ACTIVE, COMPLETED or FAILED; `size_sent` in bytes. */
export const session = open({
  id: idText,
  rel_id: idText.nullish(),
  local_snap_id: idText.nullish(),
  remote_snap_id: idText.nullish(),
  local_snap_name: text,
  remote_snap_name: text,
  repl_address: text,
  size_sent: size,
  status: text,
  time_queued: time,
  time_started: time,
  time_ended: time,
  message: text,
})
export type Session = z.output<typeof session>

export const sessionEndpoints = defineEndpoints({
  sessionStart: {
    method: 'POST',
    path: '/relationship/:id/session',
    title: 'Start session',
    section: '14.1',
    role: 'operator',
    params: byId,
    body: z.strictObject({ snap_id: idGiven.nullish(), remote_snap_name: name.nullish() }),
    result: session,
    changes: ['session', 'snapshot', 'relationship'],
    settles: {
      operation: 'sessionView',
      params: { id: 'result.id' },
      field: 'status',
      done: ['COMPLETED'],
      failed: ['FAILED'],
      message: 'message',
    },
  },
  sessionList: {
    method: 'GET',
    path: '/session',
    title: 'List sessions',
    section: '14.2',
    role: 'viewer',
    result: open({ sessions: z.array(session), total: count.optional() }),
  },
  sessionView: {
    method: 'GET',
    path: '/session/:id',
    title: 'View session',
    section: '14.3',
    role: 'viewer',
    params: byId,
    result: session,
  },
  sessionCancel: {
    method: 'POST',
    path: '/session/:id',
    title: 'Cancel session',
    section: '14.4',
    role: 'operator',
    params: byId,
    body: z.strictObject({ action: z.literal('cancel') }),
    result: session,
    destructive: true,
    changes: ['session'],
  },
})
