import { timingSafeEqual } from 'node:crypto'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { implement } from '@vsnap/contract/route.ts'
import { withRefusals } from '@vsnap/request-body/body.ts'
import { partnerCan } from '@vsnap/vsnap-api/partner.rules.ts'
import { relationshipCan } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all, demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import express, { Router, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Account } from '../account.ts'
import { authenticate, basicCredentials, notKnown } from '../auth.ts'
import type { RelationshipRow } from '../catalog/rows.ts'
import { changing, demandReady, systemRow, volumeRow, type HandlerContext } from '../handlers/context.ts'
import { callsTo } from './partner-calls.ts'
import { keepPartner, newSecret, partnerView, proofOf } from './partners.ts'
import { chunkPath, largestChunk, peerEndpoints, type PeerApi } from './peer-api.ts'
import { relationshipViews } from './relationship-view.ts'
import { contentsOf, createReplica, forgetRelationship } from './replicas.ts'
import { sessionViews } from './session-view.ts'
import { abortTransfers, beginTransfer, type Transfer } from './transfers.ts'

/** Who calls, and where from. */
interface Caller {
  /** The partner's id; empty for the one call that is made with an account. */
  readonly partner: string
  readonly from: string
}

type PeerContext = HandlerContext & Caller

/**
 * What partners call, under `/peer`. Each call proves who makes it with HTTP Basic authentication: becoming partners with
 * an account of this system, everything else with the partner's id and the secret that was given to it then. A partner
 * sees and changes only relationships with itself.
 */
export function peerRouter(context: HandlerContext, account: Account, json: RequestHandler[]): Router {
  const router = Router({ caseSensitive: true })
  const [byAccount, byPartner] = [authenticate(account), authenticatePartner(context)]
  router.use((req, res, next) =>
    req.method === 'POST' && req.path === '/partner' ? byAccount(req, res, next) : byPartner(req, res, next),
  )
  const bytes = withRefusals(express.raw({ type: 'application/octet-stream', limit: largestChunk, inflate: false }))
  router.put(chunkPath(':id', ':offset'), bytes, async (req, res) => {
    const { id, offset } = chunkParams.parse(req.params)
    if (!Buffer.isBuffer(req.body))
      throw refusal('InvalidParameterError', 'The body has to be application/octet-stream.')
    res.json({ received: await transferOf({ ...context, ...callerOf(res) }, id).write(offset, req.body) })
  })
  router.use(json)
  implement(router, peerEndpoints, peerHandlers, (req, res) => ({
    ...context,
    ...callerOf(res),
    from: (req.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  }))
  return router
}

const chunkParams = z.object({ id: z.uuid(), offset: z.coerce.number().int().nonnegative() })

function callerOf(res: Response): Caller {
  return { partner: String(res.locals.partner ?? ''), from: '' }
}

function authenticatePartner({ catalog, replication }: HandlerContext): RequestHandler {
  return (req, res, next) => {
    const { user = '', password = '' } = basicCredentials(req.headers.authorization) ?? {}
    const shown = Buffer.from(proofOf(password))
    // A partner that is added again has two for a moment: the one that it had, and the one that it is being given.
    const proofs = [catalog.one('partner', { id: user })?.proof, replication.joining.get(user)]
    if (!proofs.some((proof) => proof !== undefined && timingSafeEqual(shown, Buffer.from(proof)))) throw notKnown(res)
    res.locals.partner = user
    next()
  }
}

function relationshipWith({ catalog, partner }: PeerContext, id: string): RelationshipRow {
  const row = catalog.one('relationship', { id, partner_id: partner })
  if (!row) throw refusal('NotFoundError', `No relationship has the id ${id}.`)
  return row
}

function replicaWith(context: PeerContext, id: string): RelationshipRow {
  const row = relationshipWith(context, id)
  if (row.role !== 'replica') throw refusal('NotApplicableError', `Relationship ${id} has no replica on this system.`)
  return row
}

function transferOf({ replication, partner }: HandlerContext & Caller, id: string): Transfer {
  const transfer = replication.transfers.get(id)
  if (transfer?.partner_id === partner) return transfer
  throw refusal(
    'NotFoundError',
    'That transfer was given up: no byte of it came for too long, or this system was restarted.',
  )
}

const peerHandlers: Handlers<PeerApi, PeerContext> = {
  peerJoin: async ({ body }, context) => {
    const { catalog, from, replication } = context
    demandReady(context)
    const { id: self } = systemRow(context)
    const known = catalog.all('partner').filter(({ id }) => id !== body.id)
    demand(all(partnerCan.add(body.id, self, known.map(partnerView))))
    if (replication.joining.has(body.id)) {
      throw refusal('InUseError', 'This system is making yours its partner just now.')
    }
    const { id, api_port, ssh_port, certificate, secret } = body
    const address = body.address ?? from
    await demandReachable({ address, port: api_port, certificate, user: self, password: secret }, id)
    const theirs = newSecret()
    await context.inTurn(async () =>
      keepPartner(context, { id, address, api_port, ssh_port, certificate, ours: secret, theirs }),
    )
    return { id: self, secret: theirs }
  },

  peerGreet: (_, context) => ({ id: systemRow(context).id }),

  peerLeave: async (_, { catalog, inTurn, partner }) => {
    await inTurn(async () => catalog.change(() => catalog.delete('partner', { id: partner })))
    return {}
  },

  replicaCreate: ({ body }, context) =>
    changing(context, async () => {
      const { volume, base } = await createReplica(context, context.partner, body)
      return { pool_id: String(volume.pool_id), vol_id: String(volume.id), vol_name: volume.name, base: base ?? null }
    }),

  replicaView: async ({ params }, context) => {
    const { catalog } = context
    const { volume_id } = replicaWith(context, params.id)
    const snapshots = await contentsOf(context, volumeRow(context, String(volume_id)))
    const list = (json: string) => JSON.parse(json) as string[]
    const carrying = catalog.all('network').filter(({ services }) => list(services).includes('repl'))
    return {
      snapshots: snapshots.map(({ id, name, guid }) => ({ id: String(id), name, guid })),
      addresses: carrying.flatMap(({ ip4_addrs, ip6_addrs }) => [...list(ip4_addrs), ...list(ip6_addrs)]),
    }
  },

  peerRelationshipDelete: async ({ params, query }, context) => {
    const row = relationshipWith(context, params.id)
    await changing(context, async () => {
      const [view] = relationshipViews(context, { id: row.id })
      if (view) demand(relationshipCan.delete(view, sessionViews(context, { rel_id: row.id })))
      await abortTransfers(context, row.id)
      await forgetRelationship(context, row, query?.preserve_replica === 'true')
    })
    return {}
  },

  transferBegin: ({ params, body }, context) =>
    changing(context, async () => ({ id: await beginTransfer(context, replicaWith(context, params.id), body) })),

  transferCommit: ({ params, body }, context) => transferOf(context, params.id).commit(body),

  transferAbort: async ({ params }, context) => {
    await transferOf(context, params.id).abort()
    return {}
  },
}

/** That a system which wants to be a partner is where it says, and shows the certificate that it says. */
async function demandReachable(remote: Parameters<typeof callsTo>[0], id: string): Promise<void> {
  const calls = callsTo(remote)
  const hint = 'Give local_addr and local_api_port by which that system can be reached from here.'
  try {
    const there = await calls.peer.peerGreet()
    if (there.id !== id) throw new Error(`${remote.address}:${remote.port} is another system.`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refusal('PartnerUnreachableError', `The way back does not work: ${why} ${hint}`, 'local_addr')
  } finally {
    calls.close()
  }
}
