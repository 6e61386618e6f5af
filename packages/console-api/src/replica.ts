import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/**
 * A snapshot of a replica (`id` on the replica's appliance), and when it was made on the primary (epoch seconds). A replica's own
 * appliance may only tell when it arrived.
 */
export const replicaSnapshot = open({ id: z.string(), made: z.int() })
export type ReplicaSnapshot = z.output<typeof replicaSnapshot>

export const replicaEndpoints = defineEndpoints({
  /**
   * The snapshots of a relationship's replica of which the console knows when they were made: those that a session brought, as long
   * as the primary's appliance has that session and the snapshot, or did when it was last read. 404 when no appliance reports the
   * relationship.
   */
  replicaSnapshotList: {
    method: 'GET',
    path: '/relationships/:relationship/sessions/snapshots',
    title: 'List snapshots of replica',
    role: 'viewer',
    params: z.object({ relationship: z.string().min(1).max(128) }),
    result: open({ snapshots: z.array(replicaSnapshot), total: z.int() }),
  },
})
