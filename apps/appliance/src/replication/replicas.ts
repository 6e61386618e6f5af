import type { Input } from '@vsnap/contract/endpoint.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { NewVolume } from '@vsnap/vsnap-api/volume.ts'
import { inBoth } from '../agreement.ts'
import type { RelationshipRow, SnapshotRow, VolumeRow } from '../catalog/rows.ts'
import { rowId, volumeRow, type HandlerContext } from '../handlers/context.ts'
import { poolSummary } from '../handlers/pool-view.ts'
import { withoutVolumes } from '../handlers/mapping.ts'
import { addVolume, namedVolumes } from '../handlers/volume-create.ts'
import { demandDeletable } from '../handlers/volume-delete.ts'
import { volumeDetail } from '../handlers/volume-view.ts'
import type { PeerApi } from './peer-api.ts'
import { abortTransfers } from './transfers.ts'

type Wanted = Input<PeerApi['replicaCreate']>['body']

interface Replica {
  readonly volume: VolumeRow
  /** Content of the newest snapshot that it has in common with its primary, when it was one before. */
  readonly base: string | undefined
}

/** Makes the replica that a partner asks for, or takes an existing one up again. To be called in its turn. */
export async function createReplica(context: HandlerContext, partnerId: string, wanted: Wanted): Promise<Replica> {
  const { catalog } = context
  const existing = wanted.name === null ? undefined : catalog.one('volume', { name: wanted.name })
  const relate = (volumeId: number, common: number | null = null) =>
    insertRelationship(context, partnerId, volumeId, wanted, common)
  const known = catalog.one('volume', { replica_of: wanted.replica_of })
  const again = wanted.name === null ? known : existing
  if (again && wanted.reuse) {
    await demandReusable(context, partnerId, again, wanted)
    const stale = catalog.one('relationship', { volume_id: again.id })
    if (stale) await abortTransfers(context, stale.id)
    const common = await newestOf(context, again, wanted.snapshots ?? [])
    catalog.change(() => {
      if (stale) catalog.delete('relationship', { id: stale.id })
      relate(again.id, common?.id)
    })
    return { volume: again, base: common?.guid }
  }
  const name = wanted.name ?? freeName(context, wanted.primary_vol_name)
  const pool = await poolFor(context, wanted)
  const { volume_type, size_total, size_block } = wanted
  const common = { name, pool_id: String(pool.id), size_total }
  const asVolume: NewVolume =
    volume_type === 'lun'
      ? { ...common, volume_type, size_total: size_total ?? 0, ...(size_block !== null && { size_block }) }
      : { ...common, volume_type }
  demand(volumeCan.create(asVolume, { pool: await poolSummary(context, pool) }, namedVolumes(context)))
  const row = { name, volume_type, pool_id: pool.id, size_total, size_block, replica_of: wanted.replica_of }
  const dataset = { pool: pool.key, kind: volume_type, size: size_total, block: size_block, replica: true }
  const id = await addVolume(context, row, (key) => context.engine.createDataset({ key, ...dataset }), relate)
  return { volume: volumeRow(context, String(id)), base: undefined }
}

export type SnapshotContent = SnapshotRow & { readonly guid: string }

/** The newest snapshot of a volume with one of these contents (the oldest first). */
export async function newestOf(
  context: HandlerContext,
  volume: VolumeRow,
  guids: readonly string[],
): Promise<SnapshotContent | undefined> {
  const own = new Map((await contentsOf(context, volume)).map((snapshot) => [snapshot.guid, snapshot]))
  const guid = guids.findLast((each) => own.has(each))
  return guid === undefined ? undefined : own.get(guid)
}

/** The snapshots of a volume, the oldest first, and what is in each: alike on every system that has it. */
export async function contentsOf({ catalog, engine }: HandlerContext, volume: VolumeRow): Promise<SnapshotContent[]> {
  const states = await engine.snapshots(volume.key)
  return catalog.all('snapshot', { volume_id: volume.id }).flatMap((row) => {
    const guid = states.get(row.key)?.guid
    return guid === undefined ? [] : [{ ...row, guid }]
  })
}

function insertRelationship(
  { catalog, clock }: HandlerContext,
  partnerId: string,
  volumeId: number,
  wanted: Wanted,
  common: number | null,
): void {
  const now = clock.now()
  catalog.insert('relationship', {
    id: wanted.id,
    role: 'replica',
    volume_id: volumeId,
    partner_id: partnerId,
    remote_pool_id: wanted.primary_pool_id,
    remote_vol_id: wanted.primary_vol_id,
    remote_vol_name: wanted.primary_vol_name,
    // What both have is what the next session builds on, as if this relationship had brought it.
    last_success_snap_id: common,
    time_created: now,
    time_updated: now,
  })
}

/** The pool that is asked for, or the only one. */
async function poolFor({ catalog }: HandlerContext, { pool_id }: Wanted) {
  const pools = catalog.all('pool')
  const pool = pool_id === null ? pools[0] : catalog.one('pool', { id: rowId(pool_id) })
  if (pool_id !== null && !pool) throw refusal('NotFoundError', `No pool has the id ${pool_id}.`, 'pool_id')
  if (!pool) throw refusal('NotFoundError', 'This system has no pool for a replica. Make one first.', 'pool_id')
  if (pool_id === null && pools.length > 1) {
    const names = pools.map(({ id, name }) => `${name} (${id})`).join(', ')
    throw refusal(
      'InvalidParameterError',
      `This system has several pools: ${names}. Say in which one the replica is to be.`,
      'pool_id',
    )
  }
  return pool
}

/** The primary's own name, or one made of it. */
function freeName({ catalog }: HandlerContext, wanted: string): string {
  const taken = (name: string) => catalog.one('volume', { name }) !== undefined
  if (!taken(wanted)) return wanted
  let name = `${wanted}_replica`
  for (let number = 2; taken(name); number += 1) name = `${wanted}_replica${number}`
  return name
}

/** Only what was a replica of the same volume, and is nobody's now, can be one again. */
async function demandReusable(
  context: HandlerContext,
  partnerId: string,
  volume: VolumeRow,
  wanted: Wanted,
): Promise<void> {
  const { name } = volume
  if (volume.replica_of === null) {
    throw refusal('NotApplicableError', `Volume ${name} is no replica; only a replica can be taken up again.`, 'name')
  }
  if (volume.replica_of !== wanted.replica_of) {
    throw refusal('NotApplicableError', `Volume ${name} is a replica of another volume.`, 'name')
  }
  const asked = wanted.pool_id === null ? undefined : await poolFor(context, wanted)
  if (asked && asked.id !== volume.pool_id) {
    const pool = context.catalog.one('pool', { id: volume.pool_id })
    throw refusal(
      'NotApplicableError',
      `Volume ${name} is in pool ${pool?.name ?? ''} (${volume.pool_id}), not in ${asked.name}; what is taken up again stays where it is. Choose its pool, or none.`,
      'pool_id',
    )
  }
  const relationship = context.catalog.one('relationship', { volume_id: volume.id })
  // The primary asks for a new one only when it has none: what is left here of another with it is stale.
  const isStale = relationship?.role === 'replica' && relationship.partner_id === partnerId
  if (relationship && !isStale) {
    throw refusal('InUseError', `Volume ${name} has a relationship already: ${relationship.id}.`, 'name')
  }
  const [file] = context.catalog.all('volume', { parent_id: volume.id })
  if (file) {
    throw refusal(
      'InUseError',
      `Volume ${name} holds the backing file of ${file.name}, whose hosts could change it. Delete ${file.name} first.`,
      'name',
    )
  }
  const { share_id, host_ids } = await volumeDetail(context, volume)
  if (share_id !== null || host_ids.length > 0) {
    throw refusal(
      'InUseError',
      `Volume ${name} is shared or mapped: its clients could change it. Take it from them first.`,
      'name',
    )
  }
}

/** Not while snapshots of the replica have clones: they would go with it. */
export async function demandReplicaDeletable(context: HandlerContext, row: RelationshipRow): Promise<void> {
  await demandDeletable(context, volumeRow(context, String(row.volume_id)))
}

/** Forgets a relationship; at the replica's end the replica goes with it, unless it is to be preserved. To be called in its turn. */
export async function forgetRelationship(
  context: HandlerContext,
  { id, role, volume_id }: RelationshipRow,
  preserve: boolean,
): Promise<void> {
  const { catalog, engine } = context
  const volume = catalog.one('volume', { id: volume_id })
  if (role === 'primary' || preserve || !volume) {
    catalog.change(() => catalog.delete('relationship', { id }))
    return
  }
  await demandDeletable(context, volume)
  const { intents, engine: takeAway } = withoutVolumes(context, [volume])
  await inBoth(context, [...intents, { kind: 'dataset', key: volume.key, what: 'deleting' }], {
    engine: async () => {
      await takeAway()
      await engine.destroyDataset(volume.key)
    },
    // The relationship goes with it.
    catalog: () => catalog.delete('volume', { id: volume.id }),
  })
}
