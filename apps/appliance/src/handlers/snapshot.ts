import { randomBytes, randomUUID } from 'node:crypto'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import type { snapshotEndpoints } from '@vsnap/vsnap-api/snapshot.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { SnapshotRow } from '../catalog/rows.ts'
import { changing, rowId, volumeRow, type HandlerContext } from './context.ts'
import { volumeSummaryView } from './volume-view.ts'

/** @throws 404 NotFoundError. */
export function snapshotRow({ catalog }: HandlerContext, id: string): SnapshotRow {
  const row = catalog.one('snapshot', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No snapshot has the id ${id}.`)
  return row
}

function summary({ id, name, volume_id, time_created, time_updated }: SnapshotRow) {
  return { id: String(id), name, parent_id: String(volume_id), time_created, time_updated }
}

function detail(context: HandlerContext, row: SnapshotRow) {
  const { catalog, engine } = context
  const volume = volumeRow(context, String(row.volume_id))
  return {
    ...summary(row),
    parent_name: volume.name,
    pool_id: String(volume.pool_id),
    pool_name: catalog.one('pool', { id: volume.pool_id })?.name ?? '',
    has_clones: catalog.count('volume', { snapshot_id: row.id }) > 0,
    size_used: engine.snapshotUsed(row.key),
    version_id: row.version_id,
  }
}

function byName({ catalog }: HandlerContext, name: string): SnapshotRow {
  const [row, other] = catalog.all('snapshot', { name })
  if (!row) throw refusal('NotFoundError', `No snapshot has the name ${name}.`)
  if (other)
    throw refusal('InvalidParameterError', `Several volumes have a snapshot with the name ${name}. Ask by id.`, 'name')
  return row
}

/** §8.6, §8.7, §11. */
export const snapshotHandlers: Handlers<typeof snapshotEndpoints, HandlerContext> = {
  snapshotCreate: ({ params, body }, context) =>
    changing(context, async () => {
      const { catalog, clock, engine } = context
      const volume = volumeRow(context, params.id)
      const existing = catalog.all('snapshot', { volume_id: volume.id }).map(summary)
      const key = randomUUID()
      const name = body.name ?? `vsnap_${clock.now()}_${key.slice(0, 8)}`
      demand(volumeCan.snapshot(volumeSummaryView(context, volume)))
      demand(snapshotCan.name(name, existing))
      await engine.createSnapshot(key, volume.key)
      const now = clock.now()
      const version = randomBytes(8).readBigUInt64BE().toString()
      const id = catalog.change(() =>
        catalog.insert('snapshot', {
          key,
          name,
          volume_id: volume.id,
          version_id: version,
          time_created: now,
          time_updated: now,
        }),
      )
      return detail(context, snapshotRow(context, String(id)))
    }),

  volumeSnapshotList: ({ params }, context) => {
    const snapshots = context.catalog.all('snapshot', { volume_id: volumeRow(context, params.id).id }).map(summary)
    return { snapshots, total: snapshots.length }
  },

  snapshotList: (_, { catalog }) => {
    const snapshots = catalog.all('snapshot').map(summary)
    return { snapshots, total: snapshots.length }
  },

  snapshotView: ({ params }, context) =>
    detail(context, 'id' in params ? snapshotRow(context, params.id) : byName(context, params.name)),

  snapshotDelete: ({ params }, context) =>
    changing(context, async () => {
      const { catalog, engine } = context
      const row = snapshotRow(context, params.id)
      demand(snapshotCan.delete(summary(row), catalog.all('volume', { snapshot_id: row.id })))
      catalog.change(() => catalog.delete('snapshot', { id: row.id }))
      await engine.destroySnapshot(row.key)
      return {}
    }),
}
