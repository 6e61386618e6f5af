import { randomUUID } from 'node:crypto'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { refusal, demand } from '@vsnap/vsnap-api/verdict.ts'
import { defaultBlockSize, volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { NewVolume, volumeEndpoints } from '@vsnap/vsnap-api/volume.ts'
import type { VolumeRow } from '../catalog/rows.ts'
import { changing, poolRow, rowId, volumeRow, type HandlerContext } from './context.ts'
import { mapVolume } from './mapping.ts'
import { poolSummaryView } from './pool-view.ts'
import { snapshotRow } from './snapshot.ts'
import { volumeDetailView, volumeSummaryView } from './volume-view.ts'

const named = ({ catalog }: HandlerContext) => catalog.all('volume').map(({ id, name }) => ({ id: String(id), name }))

function addVolume(
  { catalog, clock }: HandlerContext,
  row: Pick<VolumeRow, 'key' | 'name' | 'volume_type' | 'pool_id'> & Partial<VolumeRow>,
): number {
  const now = clock.now()
  return catalog.change(() =>
    catalog.insert('volume', { serial: randomUUID(), time_created: now, time_updated: now, ...row }),
  )
}

async function create(context: HandlerContext, wanted: NewVolume): Promise<number> {
  const { catalog, engine } = context
  const key = randomUUID()
  if (wanted.volume_type === 'filebackedlun') {
    const parent = catalog.one('volume', { id: rowId(wanted.parent_id) })
    demand(volumeCan.create(wanted, { parent: parent && volumeSummaryView(context, parent) }, named(context)))
    const { id: parentId, pool_id } = volumeRow(context, wanted.parent_id)
    const other = catalog.one('volume', { parent_id: parentId, parent_path: wanted.parent_path })
    if (other)
      throw refusal(
        'AlreadyExistsError',
        `The file ${wanted.parent_path} backs volume ${other.name} already.`,
        'parent_path',
      )
    return addVolume(context, {
      key,
      name: wanted.name,
      volume_type: wanted.volume_type,
      pool_id,
      parent_id: parentId,
      parent_path: wanted.parent_path,
    })
  }
  const pool = catalog.one('pool', { id: rowId(wanted.pool_id) })
  demand(volumeCan.create(wanted, { pool: pool && poolSummaryView(context, pool) }, named(context)))
  const { id: poolId, key: poolKey } = poolRow(context, wanted.pool_id)
  const size = wanted.size_total ?? null
  const block = wanted.volume_type === 'lun' ? (wanted.size_block ?? defaultBlockSize) : null
  await engine.createDataset({ key, pool: poolKey, kind: wanted.volume_type, size, block })
  return addVolume(context, {
    key,
    name: wanted.name,
    volume_type: wanted.volume_type,
    pool_id: poolId,
    size_total: size,
    size_block: block,
  })
}

/** §8, but for snapshots and shares. */
export const volumeHandlers: Handlers<typeof volumeEndpoints, HandlerContext> = {
  volumeCreate: ({ body }, context) =>
    changing(context, async () => volumeDetailView(context, volumeRow(context, String(await create(context, body))))),

  volumeClone: ({ body }, context) =>
    changing(context, async () => {
      const snapshot = snapshotRow(context, body.snapshot_id)
      const { volume_type, pool_id, size_total, size_block } = volumeRow(context, String(snapshot.volume_id))
      demand(volumeCan.name(body.name, named(context)))
      const key = randomUUID()
      await context.engine.clone(key, snapshot.key)
      const id = addVolume(context, {
        key,
        name: body.name,
        volume_type,
        pool_id,
        size_total,
        size_block,
        snapshot_id: snapshot.id,
      })
      return volumeDetailView(context, volumeRow(context, String(id)))
    }),

  volumeList: (_, context) => {
    const volumes = context.catalog.all('volume').map((row) => volumeSummaryView(context, row))
    return { volumes, total: volumes.length }
  },

  volumeView: ({ params }, context) => {
    const row = 'id' in params ? volumeRow(context, params.id) : context.catalog.one('volume', { name: params.name })
    if (!row) throw refusal('NotFoundError', `No volume has the name ${'name' in params ? params.name : ''}.`)
    return volumeDetailView(context, row)
  },

  volumeUpdate: ({ params, body }, context) =>
    changing(context, async () => {
      const row = volumeRow(context, params.id)
      const volume = volumeSummaryView(context, row)
      if (body.name !== undefined) demand(volumeCan.rename(volume, body.name, named(context)))
      if (body.size_total !== undefined) {
        demand(
          volumeCan.resize(volume, body.size_total, poolSummaryView(context, poolRow(context, String(row.pool_id)))),
        )
        await context.engine.resizeDataset(row.key, body.size_total)
      }
      context.catalog.change(() =>
        context.catalog.update(
          'volume',
          { id: row.id },
          {
            name: body.name ?? row.name,
            size_total: body.size_total === undefined ? row.size_total : body.size_total,
            time_updated: context.clock.now(),
          },
        ),
      )
      return volumeDetailView(context, volumeRow(context, params.id))
    }),

  volumeDelete: ({ params }, context) =>
    changing(context, async () => {
      const row = volumeRow(context, params.id)
      const { catalog } = context
      const cloned = catalog
        .all('snapshot', { volume_id: row.id })
        .filter(({ id }) => catalog.count('volume', { snapshot_id: id }) > 0)
      demand(
        volumeCan.delete(volumeSummaryView(context, row), {
          cloned,
          fileBacked: catalog.all('volume', { parent_id: row.id }),
        }),
      )
      catalog.change(() => catalog.delete('volume', { id: row.id }))
      if (row.volume_type !== 'filebackedlun') await context.engine.destroyDataset(row.key)
      return {}
    }),

  volumeMap: ({ params, body }, context) => changing(context, async () => mapVolume(context, params.id, body.host_id)),
}
