import type { Handlers, Input } from '@vsnap/contract/endpoint.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { shareCan } from '@vsnap/vsnap-api/share.rules.ts'
import type { shareEndpoints } from '@vsnap/vsnap-api/share.ts'
import { all, demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { inBoth } from '../agreement.ts'
import { sharedAs } from '../catalog/access.ts'
import type { ShareRow, VolumeRow } from '../catalog/rows.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { changing, rowId, volumeRow, type HandlerContext } from './context.ts'
import { volumeDetail } from './volume-view.ts'

type Wanted = Input<(typeof shareEndpoints)['shareCreate']>['body']

function shareRow({ catalog }: HandlerContext, id: string): ShareRow {
  const row = catalog.one('share', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No share has the id ${id}.`)
  return row
}

function summary({ id, name, volume_id, share_type, time_created, time_updated }: ShareRow) {
  return { id: String(id), name, vol_id: String(volume_id), share_type, time_created, time_updated }
}

function detail(row: ShareRow) {
  const options = { read_only: row.read_only === 1, allowed_hosts: JSON.parse(row.allowed_hosts) as string[] }
  return { ...summary(row), share_options: row.share_type === 'nfs' ? options : null }
}

/**
 * The NFS path, or the SMB name, under which clients find it. It stays when the volume is renamed, so that mounts do;
 * a volume that then takes the old name gets another one for its share.
 */
function shareName({ catalog }: HandlerContext, volume: VolumeRow, type: string): string {
  const pool = catalog.one('pool', { id: volume.pool_id })?.name ?? ''
  const wanted = type === 'nfs' ? `/data/${volume.name}` : `${pool}_${volume.name}`
  let name = wanted
  for (let number = 2; catalog.one('share', { name }) !== undefined; number += 1) name = `${wanted}-${number}`
  return name
}

function columns(wanted: Wanted) {
  const options = wanted.share_type === 'nfs' ? wanted.share_options : undefined
  demand(shareCan.allowHosts(options?.allowed_hosts ?? []))
  return {
    share_type: wanted.share_type,
    read_only: Number(options?.read_only ?? false),
    allowed_hosts: JSON.stringify(options?.allowed_hosts ?? []),
  }
}

/** A change of how a volume is shared, in the engine and in the catalog; null takes the share away. */
function changeShare<R>(
  context: HandlerContext,
  { key }: Pick<VolumeRow, 'key'>,
  share: Parameters<typeof sharedAs>[0] | null,
  change: () => R,
): Promise<R> {
  return inBoth(context, [{ kind: 'export', key, what: 'changing' }], {
    engine: () => context.engine.export(key, share && sharedAs(share)),
    catalog: change,
  })
}

async function remove(context: HandlerContext, row: ShareRow): Promise<Record<never, never>> {
  const volume = volumeRow(context, String(row.volume_id))
  await changeShare(context, volume, null, () => context.catalog.delete('share', { id: row.id }))
  return {}
}

function shareOf(context: HandlerContext, volume: VolumeRow): ShareRow {
  demand(volumeCan.haveShare(volume))
  const row = context.catalog.one('share', { volume_id: volume.id })
  if (!row) throw refusal('NotFoundError', `Volume ${volume.name} has no share.`)
  return row
}

/** §8.8, §8.9, §9. */
export const shareHandlers: Handlers<typeof shareEndpoints, HandlerContext> = {
  shareCreate: ({ params, body }, context) =>
    changing(context, async () => {
      const { catalog, clock } = context
      const volume = volumeRow(context, params.id)
      const view = await volumeDetail(context, volume)
      demand(
        all(whileReplicated.share(view, relationshipViews(context, { volume_id: volume.id })), volumeCan.share(view)),
      )
      const now = clock.now()
      const row = {
        ...columns(body),
        volume_id: volume.id,
        name: shareName(context, volume, body.share_type),
        time_created: now,
        time_updated: now,
      }
      const id = await changeShare(context, volume, row, () => catalog.insert('share', row))
      return detail(shareRow(context, String(id)))
    }),

  volumeShareDelete: ({ params }, context) =>
    changing(context, async () => remove(context, shareOf(context, volumeRow(context, params.id)))),

  shareList: (_, { catalog }) => {
    const shares = catalog.all('share').map(summary)
    return { shares, total: shares.length }
  },

  shareView: ({ params }, context) => detail(shareRow(context, params.id)),

  shareUpdate: ({ params, body }, context) =>
    changing(context, async () => {
      const { catalog, clock } = context
      const volume = volumeRow(context, params.id)
      const row = shareOf(context, volume)
      const name = body.share_type === row.share_type ? row.name : shareName(context, volume, body.share_type)
      const wanted = columns(body)
      const changed = { ...wanted, name, time_updated: clock.now() }
      await changeShare(context, volume, changed, () => catalog.update('share', { id: row.id }, changed))
      return detail(shareOf(context, volume))
    }),

  shareDelete: ({ params }, context) => changing(context, async () => remove(context, shareRow(context, params.id))),
}
