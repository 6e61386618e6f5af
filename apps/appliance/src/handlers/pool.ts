import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Pool, poolEndpoints } from '@vsnap/vsnap-api/pool.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { demand, refusal, type Verdict } from '@vsnap/vsnap-api/verdict.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { inBoth } from '../agreement.ts'
import type { PoolRow } from '../catalog/rows.ts'
import type { PoolDisks } from '../engine/engine.ts'
import { relationshipViews } from '../replication/relationship-view.ts'
import { changing, poolRow, systemRow, type HandlerContext } from './context.ts'
import { diskList } from './disk.ts'
import { withoutVolumes } from './mapping.ts'
import { createPool, groupsOf } from './pool-create.ts'
import { poolDetail, poolSummaryView } from './pool-view.ts'

/** A change of a pool's disks: checked by a rule, done by the engine (which alone knows them), dated in the catalog. */
function changeDisks(
  id: string,
  context: HandlerContext,
  rule: (pool: Pool, disks: readonly Disk[]) => Verdict,
  change: (row: PoolRow, disks: PoolDisks) => Promise<void>,
) {
  return changing(context, async () => {
    const { catalog, clock, engine } = context
    const row = poolRow(context, id)
    demand(rule(await poolDetail(context, row), await diskList(context)))
    const { disks } = (await engine.pools()).get(row.key) ?? { disks: { groups: [], log: [], cache: [], spare: [] } }
    await change(row, disks)
    catalog.change(() => catalog.update('pool', { id: row.id }, { time_updated: clock.now() }))
    return poolDetail(context, poolRow(context, id))
  })
}

const named = ({ catalog }: HandlerContext) => catalog.all('pool').map(({ id, name }) => ({ id: String(id), name }))

/** §7. */
export const poolHandlers: Handlers<typeof poolEndpoints, HandlerContext> = {
  poolCreate: ({ body }, context) =>
    changing(context, async () => {
      const { init_status, multipool } = systemRow(context)
      const system = { id: '', init_status, multipool: multipool === 1 }
      demand(poolCan.create(body, system, named(context), await diskList(context)))
      return poolDetail(context, poolRow(context, String(await createPool(context, body))))
    }),

  poolList: async (_, { catalog, engine }) => {
    const states = await engine.pools()
    const pools = catalog.all('pool').map((row) => poolSummaryView(row, states.get(row.key)))
    return { pools, total: pools.length }
  },

  poolView: ({ params }, context) => {
    const row = 'id' in params ? poolRow(context, params.id) : context.catalog.one('pool', { name: params.name })
    if (!row) throw refusal('NotFoundError', `No pool has the name ${'name' in params ? params.name : ''}.`)
    return poolDetail(context, row)
  },

  poolUpdate: ({ params, body }, context) =>
    changing(context, async () => {
      const { catalog, clock, engine } = context
      const row = poolRow(context, params.id)
      if (body.name !== undefined) demand(poolCan.name(body.name, named(context), String(row.id)))
      const properties = {
        compression: body.compression ?? row.compression === 1,
        deduplication: body.deduplication ?? row.deduplication === 1,
        syncwrite: body.syncwrite ?? row.syncwrite === 1,
      }
      const columns = {
        name: body.name ?? row.name,
        compression: Number(properties.compression),
        deduplication: Number(properties.deduplication),
        syncwrite: Number(properties.syncwrite),
        time_updated: clock.now(),
      }
      await inBoth(context, [{ kind: 'pool', key: row.key, what: 'changing' }], {
        engine: () => engine.setPoolProperties(row.key, properties),
        catalog: () => catalog.update('pool', { id: row.id }, columns),
      })
      return poolDetail(context, poolRow(context, params.id))
    }),

  poolExpand: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.expand(pool, body.disk_list, disks),
      async ({ key, pool_type }, { groups }) =>
        context.engine.expandPool(key, await groupsOf(context, pool_type, body.disk_list, groups)),
    ),

  poolAddLog: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.addLog(pool, body.disk_list, disks),
      ({ key }) => context.engine.addPoolDisks(key, 'log', body.disk_list),
    ),

  poolRemoveLog: ({ params }, context) =>
    changeDisks(
      params.id,
      context,
      (pool) => poolCan.removeLog(pool),
      ({ key }, { log }) => context.engine.removePoolDisks(key, 'log', log),
    ),

  poolAddCache: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.addCache(pool, body.disk, disks),
      ({ key }) => context.engine.addPoolDisks(key, 'cache', [body.disk]),
    ),

  poolRemoveCache: ({ params }, context) =>
    changeDisks(
      params.id,
      context,
      (pool) => poolCan.removeCache(pool),
      ({ key }, { cache }) => context.engine.removePoolDisks(key, 'cache', cache),
    ),

  poolAddSpare: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool, disks) => poolCan.addSpare(pool, body.disk_list, disks),
      ({ key }) => context.engine.addPoolDisks(key, 'spare', body.disk_list),
    ),

  poolRemoveSpare: ({ params, body }, context) =>
    changeDisks(
      params.id,
      context,
      (pool) => poolCan.removeSpare(pool, body.disk_list),
      ({ key }) => context.engine.removePoolDisks(key, 'spare', body.disk_list),
    ),

  poolDelete: ({ params }, context) =>
    changing(context, async () => {
      const { catalog, engine } = context
      const { id, key } = poolRow(context, params.id)
      const volumes = catalog.all('volume', { pool_id: id })
      const named = volumes.map((volume) => ({ id: String(volume.id), name: volume.name }))
      demand(whileReplicated.deletePool(named, relationshipViews(context)))
      const { intents, engine: takeAway } = withoutVolumes(context, volumes)
      await inBoth(context, [...intents, { kind: 'pool', key, what: 'deleting' }], {
        engine: async () => {
          await takeAway()
          await engine.destroyPool(key)
        },
        catalog: () => {
          // Backing files and clones inside the pool point at each other: they go together.
          catalog.delete('volume', { pool_id: id })
          catalog.delete('pool', { id })
        },
      })
      return {}
    }),
}
