import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import { poolLayout } from '@vsnap/vsnap-api/pool.layout.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import type { poolEndpoints, Pool, PoolType } from '@vsnap/vsnap-api/pool.ts'
import { demand, refusal, type Verdict } from '@vsnap/vsnap-api/verdict.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { PoolRow } from '../catalog/rows.ts'
import type { PoolDisks } from '../engine/engine.ts'
import { changing, poolRow, systemRow, type HandlerContext } from './context.ts'
import { diskList } from './disk.ts'
import { createPool, membersOf } from './pool-create.ts'
import { poolDetailView, poolSummaryView } from './pool-view.ts'

type Endpoints = typeof poolEndpoints

/** A change of a pool's disks: checked by a rule, done by the engine, dated in the catalog. */
function changeDisks(
  id: string,
  context: HandlerContext,
  rule: (pool: Pool, disks: readonly Disk[]) => Verdict,
  change: (disks: PoolDisks, row: PoolRow) => PoolDisks,
) {
  return changing(context, async () => {
    const row = poolRow(context, id)
    demand(rule(poolDetailView(context, row), diskList(context)))
    await context.engine.changePoolDisks(row.key, change(context.engine.poolDisks(row.key), row))
    context.catalog.change(() => context.catalog.update('pool', { id: row.id }, { time_updated: context.clock.now() }))
    return poolDetailView(context, poolRow(context, id))
  })
}

/** §7. */
export const poolHandlers: Handlers<Endpoints, HandlerContext> = {
  poolCreate: ({ body }, context) =>
    changing(context, async () => {
      const { init_status, multipool } = systemRow(context)
      const pools = context.catalog.all('pool').map(({ id, name }) => ({ id: String(id), name }))
      demand(poolCan.create(body, { id: '', init_status, multipool: multipool === 1 }, pools, diskList(context)))
      const { disk_list: uuids = [], ...wanted } = body
      const id = await createPool(context, { ...wanted, uuids })
      return poolDetailView(context, poolRow(context, String(id)))
    }),

  poolList: (_, context) => {
    const pools = context.catalog.all('pool').map((row) => poolSummaryView(context, row))
    return { pools, total: pools.length }
  },

  poolView: ({ params }, context) => {
    const row = 'id' in params ? poolRow(context, params.id) : context.catalog.one('pool', { name: params.name })
    if (!row) throw refusal('NotFoundError', `No pool has the name ${'name' in params ? params.name : ''}.`)
    return poolDetailView(context, row)
  },

  poolUpdate: ({ params, body }, context) =>
    changing(context, async () => {
      const row = poolRow(context, params.id)
      const pools = context.catalog.all('pool').map(({ id, name }) => ({ id: String(id), name }))
      if (body.name !== undefined) demand(poolCan.name(body.name, pools, String(row.id)))
      const properties = {
        compression: body.compression ?? row.compression === 1,
        deduplication: body.deduplication ?? row.deduplication === 1,
        syncwrite: body.syncwrite ?? row.syncwrite === 1,
      }
      await context.engine.setPoolProperties(row.key, properties)
      context.catalog.change(() =>
        context.catalog.update(
          'pool',
          { id: row.id },
          {
            name: body.name ?? row.name,
            compression: Number(properties.compression),
            deduplication: Number(properties.deduplication),
            syncwrite: Number(properties.syncwrite),
            time_updated: context.clock.now(),
          },
        ),
      )
      return poolDetailView(context, poolRow(context, params.id))
    }),

  poolExpand: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.expand(pool, body.disk_list, disks),
      (disks, row) => {
        const existing = disks.groups.map((group) => ({ width: group.disks.length }))
        const added = poolLayout(membersOf(context, body.disk_list), row.pool_type as PoolType, existing).groups
        return {
          ...disks,
          groups: [
            ...disks.groups,
            ...added.map((group) => ({ name: group.name, disks: group.disks.map(({ uuid }) => uuid) })),
          ],
        }
      },
    ),

  poolAddLog: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.addLog(pool, body.disk_list, disks),
      (disks) => ({ ...disks, log: body.disk_list }),
    ),

  poolRemoveLog: ({ params }, context) =>
    changeDisks(
      params.id,
      context,
      (pool) => poolCan.removeLog(pool),
      (disks) => ({ ...disks, log: [] }),
    ),

  poolAddCache: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.addCache(pool, body.disk, disks),
      (disks) => ({ ...disks, cache: [body.disk] }),
    ),

  poolRemoveCache: ({ params }, context) =>
    changeDisks(
      params.id,
      context,
      (pool) => poolCan.removeCache(pool),
      (disks) => ({ ...disks, cache: [] }),
    ),

  poolAddSpare: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.addSpare(pool, body.disk_list, disks),
      (disks) => ({ ...disks, spare: [...disks.spare, ...body.disk_list] }),
    ),

  poolRemoveSpare: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool) => poolCan.removeSpare(pool, body.disk_list),
      (disks) => ({ ...disks, spare: disks.spare.filter((uuid) => !body.disk_list.map(uuidOfPath).includes(uuid)) }),
    ),

  poolDelete: ({ params }, context) =>
    changing(context, async () => {
      const row = poolRow(context, params.id)
      // First the catalog: what is then only in the engine is cleared away at the next start, should this end here.
      context.catalog.change(() => {
        // Backing files and clones inside the pool point at each other; they go together.
        for (const { id } of context.catalog.all('volume', { pool_id: row.id, volume_type: 'filebackedlun' }))
          context.catalog.delete('volume', { id })
        context.catalog.delete('pool', { id: row.id })
      })
      await context.engine.destroyPool(row.key)
      return {}
    }),
}
