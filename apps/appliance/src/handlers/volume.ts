import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all, demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { volumeEndpoints } from '@vsnap/vsnap-api/volume.ts'
import { inBoth } from '../agreement.ts'
import type { VolumeRow } from '../catalog/rows.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { changing, poolRow, volumeRow, type HandlerContext } from './context.ts'
import { mapVolume, withoutVolumes } from './mapping.ts'
import { poolSummary } from './pool-view.ts'
import { snapshotRow } from './snapshot.ts'
import { addVolume, createVolume, namedVolumes } from './volume-create.ts'
import { demandDeletable } from './volume-delete.ts'
import { volumeDetail, volumeSummary, volumeSummaryView } from './volume-view.ts'

/** §8, but for snapshots and shares. */
export const volumeHandlers: Handlers<typeof volumeEndpoints, HandlerContext> = {
  volumeCreate: ({ body }, context) =>
    changing(context, async () => {
      const id = await createVolume(context, body)
      return volumeDetail(context, volumeRow(context, String(id)))
    }),

  volumeClone: ({ body }, context) =>
    changing(context, async () => {
      const snapshot = snapshotRow(context, body.snapshot_id)
      const { volume_type, pool_id, size_total, size_block } = volumeRow(context, String(snapshot.volume_id))
      demand(volumeCan.name(body.name, namedVolumes(context)))
      const row = { name: body.name, volume_type, pool_id, size_total, size_block, snapshot_id: snapshot.id }
      const id = await addVolume(context, row, (key) => context.engine.clone(key, snapshot.key))
      return volumeDetail(context, volumeRow(context, String(id)))
    }),

  volumeList: async (_, { catalog, engine }) => {
    const states = await engine.datasets()
    const volumes = catalog.all('volume').map((row) => volumeSummaryView(row, states.get(row.key)))
    return { volumes, total: volumes.length }
  },

  volumeView: ({ params }, context) => {
    const row = 'id' in params ? volumeRow(context, params.id) : context.catalog.one('volume', { name: params.name })
    if (!row) throw refusal('NotFoundError', `No volume has the name ${'name' in params ? params.name : ''}.`)
    return volumeDetail(context, row)
  },

  volumeUpdate: ({ params, body }, context) =>
    changing(context, async () => {
      const { catalog, clock, engine } = context
      const row = volumeRow(context, params.id)
      const volume = await volumeSummary(context, row)
      const relationships = relationshipViews(context, { volume_id: row.id })
      if (body.name !== undefined && body.name !== row.name) {
        demand(
          all(
            whileReplicated.rename(volume, relationships),
            volumeCan.rename(volume, body.name, namedVolumes(context)),
          ),
        )
      }
      const size = body.size_total
      if (size !== undefined) {
        demand(whileReplicated.resize(volume, relationships))
        demand(volumeCan.resize(volume, size, await poolSummary(context, poolRow(context, String(row.pool_id)))))
      }
      await inBoth(context, size === undefined ? [] : [{ kind: 'dataset', key: row.key, what: 'changing' }], {
        engine: async () => {
          if (size !== undefined) await engine.resizeDataset(row.key, size)
        },
        catalog: () =>
          catalog.update(
            'volume',
            { id: row.id },
            {
              name: body.name ?? row.name,
              size_total: size === undefined ? row.size_total : size,
              time_updated: clock.now(),
            },
          ),
      })
      return volumeDetail(context, volumeRow(context, params.id))
    }),

  volumeDelete: ({ params }, context) =>
    changing(context, async () => {
      const { catalog, engine } = context
      const row = volumeRow(context, params.id)
      demand(
        whileReplicated.delete(await volumeSummary(context, row), relationshipViews(context, { volume_id: row.id })),
      )
      await demandDeletable(context, row)
      const hasDataset = row.volume_type !== 'filebackedlun'
      const { intents, engine: takeAway } = withoutVolumes(context, [row])
      await inBoth(context, [...intents, ...(hasDataset ? [deleting(row)] : [])], {
        engine: async () => {
          await takeAway()
          if (hasDataset) await engine.destroyDataset(row.key)
        },
        catalog: () => catalog.delete('volume', { id: row.id }),
      })
      return {}
    }),

  volumeMap: ({ params, body }, context) => changing(context, () => mapVolume(context, params.id, body.host_id)),
}

function deleting({ key }: VolumeRow) {
  return { kind: 'dataset', key, what: 'deleting' } as const
}
