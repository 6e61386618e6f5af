import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { diskEndpoints } from '@vsnap/vsnap-api/disk.ts'
import type { HandlerContext } from './context.ts'

/** All disks as the API has them; `used_as`: unused, pool, log, cache, spare or failed. */
export function diskList({ engine }: HandlerContext) {
  const usedAs = new Map<string, string>()
  for (const key of engine.pools()) {
    const { groups, log, cache, spare } = engine.poolDisks(key)
    for (const uuid of groups.flatMap(({ disks }) => disks)) usedAs.set(uuid, 'pool')
    for (const [use, uuids] of Object.entries({ log, cache, spare })) for (const uuid of uuids) usedAs.set(uuid, use)
  }
  return engine
    .disks()
    .map(({ failed, ...disk }) => ({ ...disk, used_as: failed ? 'failed' : (usedAs.get(disk.uuid) ?? 'unused') }))
}

/** §6. */
export const diskHandlers: Handlers<typeof diskEndpoints, HandlerContext> = {
  diskList: ({ query }, context) => {
    const disks = diskList(context).filter(({ used_as }) => query?.used_as === undefined || query.used_as === used_as)
    return { disks, total: disks.length }
  },
  diskRescan: async (_, { engine, inTurn }) => {
    await inTurn(() => engine.rescan())
    return {}
  },
}
