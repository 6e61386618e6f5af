import { randomBytes } from 'node:crypto'
import type { Input } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { relationshipCan } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { relationshipEndpoints } from '@vsnap/vsnap-api/relationship.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import type { PartnerRow, RelationshipRow, VolumeRow } from '../catalog/rows.ts'
import { changing, demandReady, systemRow, volumeRow, type HandlerContext } from '../handlers/context.ts'
import { volumeSummary } from '../handlers/volume-view.ts'
import { partnerRow, withPartner } from './partners.ts'
import { relationshipViews } from './relationship-view.ts'
import { contentsOf, demandReplicaDeletable, forgetRelationship, newestOf } from './replicas.ts'
import { sessionViews } from './session-view.ts'

/** @throws 404 NotFoundError. */
export function relationshipRow({ catalog }: HandlerContext, id: string): RelationshipRow {
  const row = catalog.one('relationship', { id })
  if (!row) throw refusal('NotFoundError', `No relationship has the id ${id}.`)
  return row
}

/** Runs a call that talks to a partner about something; a second one about the same is refused meanwhile. */
export async function alone<R>({ replication }: HandlerContext, what: string, work: () => Promise<R>): Promise<R> {
  const { busy } = replication
  if (busy.has(what))
    throw refusal('InUseError', 'Another call is working on the same just now. Try again when it has ended.')
  busy.add(what)
  try {
    return await work()
  } finally {
    busy.delete(what)
  }
}

/** Makes a relationship and its replica (§13.1); both sides have it afterwards, or neither. Returns its id. */
export async function createRelationship(
  context: HandlerContext,
  volumeId: string,
  wanted: Input<(typeof relationshipEndpoints)['relationshipCreate']>['body'],
): Promise<string> {
  demandReady(context)
  const volume = volumeRow(context, volumeId)
  const partner = partnerRow(context, wanted.partner_id, 'partner_id')
  const allowed = async () =>
    demand(relationshipCan.create(await volumeSummary(context, volume), partner.id, relationshipViews(context)))
  await allowed()
  const id = randomBytes(16).toString('hex')
  try {
    await alone(context, `volume ${volume.id}`, () =>
      alone(context, `relationship ${id}`, async () => {
        const { catalog } = context
        // From now on the partner may have it: whatever happens here, it is told to forget what did not come about.
        const note = { rel_id: id, partner_id: partner.id, preserve: Number(wanted.reuse ?? false) }
        catalog.change(() => catalog.insert('unfinished', note))
        const replica = await makeReplica(context, { id, volume, partner, wanted })
        await changing(context, async () => {
          volumeRow(context, volumeId)
          await allowed()
          const common = replica.base == null ? undefined : await newestOf(context, volume, [replica.base])
          insertRelationship(context, { id, volume, partner }, replica, common?.id ?? null)
        })
      }),
    )
  } catch (error) {
    await undoUnfinished(context)
    throw error
  }
  return id
}

type Replica = Awaited<ReturnType<typeof makeReplica>>

function insertRelationship(
  { catalog, clock }: HandlerContext,
  what: { readonly id: string; readonly volume: VolumeRow; readonly partner: PartnerRow },
  replica: Replica,
  common: number | null,
): void {
  const now = clock.now()
  catalog.change(() => {
    catalog.insert('relationship', {
      id: what.id,
      role: 'primary',
      volume_id: what.volume.id,
      partner_id: what.partner.id,
      remote_pool_id: replica.pool_id,
      remote_vol_id: replica.vol_id,
      remote_vol_name: replica.vol_name,
      last_success_snap_id: common,
      time_created: now,
      time_updated: now,
    })
    catalog.delete('unfinished', { rel_id: what.id })
  })
}

const remoteFields: Readonly<Record<string, string>> = { name: 'remote_vol_name', pool_id: 'remote_pool_id' }

async function makeReplica(
  context: HandlerContext,
  what: {
    readonly id: string
    readonly volume: VolumeRow
    readonly partner: PartnerRow
    readonly wanted: Input<(typeof relationshipEndpoints)['relationshipCreate']>['body']
  },
) {
  const { id, volume, partner, wanted } = what
  const snapshots = wanted.reuse === true ? (await contentsOf(context, volume)).map(({ guid }) => guid) : undefined
  try {
    return await withPartner(context, partner, ({ peer }) =>
      peer.replicaCreate({
        body: {
          id,
          pool_id: wanted.remote_pool_id ?? null,
          name: wanted.remote_vol_name ?? null,
          reuse: wanted.reuse ?? false,
          volume_type: volume.volume_type === 'lun' ? 'lun' : 'filesystem',
          size_total: volume.size_total,
          size_block: volume.size_block,
          replica_of: `${systemRow(context).id}/${volume.serial}`,
          primary_pool_id: String(volume.pool_id),
          primary_vol_id: String(volume.id),
          primary_vol_name: volume.name,
          ...(snapshots && { snapshots }),
        },
      }),
    )
  } catch (error) {
    if (!(error instanceof ApiError) || typeof error.details.field !== 'string') throw error
    // The partner speaks of its own parameters; the caller has to find them among theirs.
    const { field: named, ...details } = error.details
    const field = remoteFields[named as string]
    throw new ApiError(error.status, error.type, error.message, field === undefined ? details : { ...details, field })
  }
}

/** Tells partners to forget relationships that did not come about; what cannot be told now stays noted. */
export async function undoUnfinished(context: HandlerContext): Promise<void> {
  const { catalog } = context
  for (const { rel_id: id, partner_id, preserve } of catalog.all('unfinished')) {
    const partner = catalog.one('partner', { id: partner_id })
    if (context.replication.busy.has(`relationship ${id}`)) continue
    try {
      if (partner) await forgetThere(context, partner, id, preserve === 1)
      catalog.change(() => catalog.delete('unfinished', { rel_id: id }))
    } catch {
      // Away, or busy: it is tried again later.
    }
  }
}

/** Lets a partner forget a relationship; one that it does not have is forgotten already. */
async function forgetThere(context: HandlerContext, partner: PartnerRow, id: string, preserve: boolean): Promise<void> {
  try {
    await withPartner(context, partner, ({ peer }) =>
      peer.peerRelationshipDelete({ params: { id }, query: { preserve_replica: preserve ? 'true' : 'false' } }),
    )
  } catch (error) {
    if (!(error instanceof ApiError && error.type === 'NotFoundError')) throw error
  }
}

/**
 * Deletes a relationship (§13.4) on both sides, and the replica unless it is to be preserved. First there, then here:
 * when the partner is away nothing is done, so that no replica is left that nobody knows of.
 */
export async function deleteRelationship(context: HandlerContext, id: string, preserve: boolean): Promise<void> {
  const row = relationshipRow(context, id)
  const partner = partnerRow(context, row.partner_id)
  await alone(context, `relationship ${id}`, async () => {
    const [view] = relationshipViews(context, { id })
    if (view) demand(relationshipCan.delete(view, sessionViews(context, { rel_id: id })))
    if (row.role === 'replica' && !preserve) await demandReplicaDeletable(context, row)
    try {
      await forgetThere(context, partner, id, preserve)
    } catch (error) {
      if (!(error instanceof ApiError && /^Partner(Unreachable|Certificate)Error$/.test(error.type))) throw error
      const rest =
        'The relationship was not deleted, since the other side would keep its part of it. Try again when the partner is back.'
      throw new ApiError(error.status, error.type, `${error.message} ${rest}`)
    }
    await changing(context, () => forgetRelationship(context, row, preserve))
  })
}
