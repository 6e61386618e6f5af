import { integer, integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { byId, id, idText, name, nothing, size } from '@vsnap/vsnap-api/common.ts'
import { z } from 'zod'

/** What two appliances say to each other beyond the guide's calls; paths are relative to `/peer`. */
export const peerBase = '/peer'

const guid = z.string().regex(/^\d{1,20}$/, 'expected the number of a snapshot’s content')
const call = { role: 'admin' } as const

export const peerEndpoints = defineEndpoints({
  /** The only call that is made with an account of the system that is called; all others are made with a secret. */
  peerJoin: {
    ...call,
    method: 'POST',
    path: '/partner',
    title: 'Become partners',
    body: z.strictObject({
      /** The caller's system id, and where it can be reached; without an address: where the call comes from. */
      id,
      address: z.string().max(253).nullable(),
      api_port: z.int().min(1).max(65_535),
      ssh_port: z.int().min(1).max(65_535),
      /** What the caller shows on its own API (PEM), and what it wants to be shown by who calls it. */
      certificate: z.string().max(20_000),
      secret: z.string().min(32).max(128),
    }),
    /** What the caller has to show from now on. */
    result: open({ id: idText, secret: z.string() }),
  },
  peerGreet: { ...call, method: 'GET', path: '/partner', title: 'Who is there', result: open({ id: idText }) },
  peerLeave: { ...call, method: 'DELETE', path: '/partner', title: 'End the partnership', result: nothing },

  replicaCreate: {
    ...call,
    method: 'POST',
    path: '/relationship',
    title: 'Make a replica',
    body: z.strictObject({
      id,
      pool_id: id.nullable(),
      /** Without a name one is chosen, after the primary's. */
      name: name.nullable(),
      reuse: z.boolean(),
      volume_type: z.enum(['filesystem', 'lun']),
      size_total: integerText.nullable(),
      size_block: integerText.nullable(),
      /** The primary: `<system id>/<serial>`, and as its own system calls it. */
      replica_of: z.string().max(128),
      primary_pool_id: id,
      primary_vol_id: id,
      primary_vol_name: name,
      /** Contents of the primary's snapshots, the oldest first: asked of a replica that is taken up again. */
      snapshots: z.array(guid).optional(),
    }),
    /** `base`: content of the newest of these that the replica has. */
    result: open({ pool_id: idText, vol_id: idText, vol_name: z.string(), base: guid.nullish() }),
  },
  replicaView: {
    ...call,
    method: 'GET',
    path: '/relationship/:id',
    title: 'View a replica',
    params: byId,
    result: open({
      /** Contents of the snapshots that it has. */
      snapshots: z.array(open({ id: idText, name: z.string(), guid: z.string() })),
      /** Addresses of interfaces that carry replication. */
      addresses: z.array(z.string()),
    }),
  },
  peerRelationshipDelete: {
    ...call,
    method: 'DELETE',
    path: '/relationship/:id',
    title: 'Forget a relationship',
    params: byId,
    query: z.strictObject({ preserve_replica: z.enum(['true', 'false']) }),
    result: nothing,
  },

  transferBegin: {
    ...call,
    method: 'POST',
    path: '/relationship/:id/transfer',
    title: 'Begin a transfer',
    params: byId,
    body: z.strictObject({
      snapshot_name: name,
      guid,
      /** Content since which it says what changed. */
      base: guid.nullable(),
      size,
      /** The primary as it is now. */
      primary_vol_name: name,
      size_total: integerText.nullable(),
    }),
    result: open({ id: idText }),
  },
  transferCommit: {
    ...call,
    method: 'POST',
    path: '/transfer/:id',
    title: 'Commit a transfer',
    params: byId,
    /** Checksum and length of all that was sent. */
    body: z.strictObject({ sha256: z.string().length(64), length: integer }),
    result: open({ snap_id: idText, sha256: z.string() }),
    timeout: 120_000,
  },
  transferAbort: {
    ...call,
    method: 'DELETE',
    path: '/transfer/:id',
    title: 'Abort a transfer',
    params: byId,
    result: nothing,
    timeout: 5000,
  },
})
export type PeerApi = typeof peerEndpoints

/** `PUT` of the bytes from an offset on, acknowledged with how many are there; beside the table because it is not JSON. */
export const chunkPath = (transfer: string, offset: number | string): string => `/transfer/${transfer}/${offset}`
export const chunkAnswer = z.object({ received: integer })
/** Bytes of the largest chunk. */
export const largestChunk = 1024 ** 2
