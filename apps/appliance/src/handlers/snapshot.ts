import { randomUUID } from 'node:crypto'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import type { snapshotEndpoints } from '@vsnap/vsnap-api/snapshot.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { inBoth } from '../agreement.ts'
import type { SnapshotRow } from '../catalog/rows.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { changing, rowId, volumeRow, type HandlerContext } from './context.ts'
import { volumeSummary } from './volume-view.ts'

/** @throws 404 NotFoundError. */
export function snapshotRow({ catalog }: HandlerContext, id: string): SnapshotRow {
  const row = catalog.one('snapshot', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No snapshot has the id ${id}.`)
  return row
}

/** A snapshot as the list has it (§11.1). */
export function summary({ id, name, volume_id, time_created, time_updated }: SnapshotRow) {
  return { id: String(id), name, parent_id: String(volume_id), time_created, time_updated }
}

async function detail(context: HandlerContext, row: SnapshotRow) {
  const { catalog, engine } = context
  const volume = volumeRow(context, String(row.volume_id))
  const state = (await engine.snapshots(volume.key)).get(row.key)
  return {
    ...summary(row),
    parent_name: volume.name,
    pool_id: String(volume.pool_id),
    pool_name: catalog.one('pool', { id: volume.pool_id })?.name ?? '',
    has_clones: catalog.count('volume', { snapshot_id: row.id }) > 0,
    size_used: state?.size_used ?? null,
    version_id: state?.guid ?? null,
  }
}

function byName({ catalog }: HandlerContext, name: string): SnapshotRow {
  const [row, other] = catalog.all('snapshot', { name })
  if (!row) throw refusal('NotFoundError', `No snapshot has the name ${name}.`)
  if (other)
    throw refusal('InvalidParameterError', `Several volumes have a snapshot with the name ${name}. Ask by id.`, 'name')
  return row
}

/** Makes a snapshot of a volume, when the rules allow it; without a name it gets one. To be called in its turn. */
export async function createSnapshot(context: HandlerContext, volumeId: string, given?: string): Promise<SnapshotRow> {
  const { catalog, clock, engine } = context
  const volume = volumeRow(context, volumeId)
  const key = randomUUID()
  const now = clock.now()
  const name = given ?? `vsnap_${now}_${key.slice(0, 8)}`
  const view = await volumeSummary(context, volume)
  demand(volumeCan.snapshot(view))
  demand(whileReplicated.snapshot(view, relationshipViews(context, { volume_id: volume.id })))
  demand(snapshotCan.name(name, catalog.all('snapshot', { volume_id: volume.id }).map(summary)))
  const id = await inBoth(context, [{ kind: 'snapshot', key, what: 'making' }], {
    engine: () => engine.createSnapshot(key, volume.key),
    catalog: () =>
      catalog.insert('snapshot', { key, name, volume_id: volume.id, time_created: now, time_updated: now }),
  })
  return snapshotRow(context, String(id))
}

/** §8.6, §8.7, §11. */
export const snapshotHandlers: Handlers<typeof snapshotEndpoints, HandlerContext> = {
  snapshotCreate: ({ params, body }, context) =>
    changing(context, async () => detail(context, await createSnapshot(context, params.id, body.name))),

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
      const relationships = relationshipViews(context, { volume_id: row.volume_id })
      demand(whileReplicated.deleteSnapshot(summary(row), relationships))
      demand(snapshotCan.delete(summary(row), catalog.all('volume', { snapshot_id: row.id })))
      await inBoth(context, [{ kind: 'snapshot', key: row.key, what: 'deleting' }], {
        engine: () => engine.destroySnapshot(row.key),
        catalog: () => catalog.delete('snapshot', { id: row.id }),
      })
      return {}
    }),
}
