import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { diskCan } from '@vsnap/vsnap-api/disk.rules.ts'
import type { diskEndpoints } from '@vsnap/vsnap-api/disk.ts'
import { demand } from '@vsnap/vsnap-api/verdict.ts'
import type { HandlerContext } from './context.ts'

/** All disks as the API has them; `used_as`: unused, pool, log, cache, spare or failed. */
export async function diskList({ engine }: HandlerContext) {
  const usedAs = new Map<string, string>()
  for (const { disks } of (await engine.pools()).values()) {
    const { groups, ...further } = disks
    for (const uuid of groups.flatMap((group) => group.disks)) usedAs.set(uuid, 'pool')
    for (const [use, uuids] of Object.entries(further)) for (const uuid of uuids) usedAs.set(uuid, use)
  }
  return (await engine.disks()).map(({ failed, ...disk }) => ({
    ...disk,
    used_as: failed ? 'failed' : (usedAs.get(disk.uuid) ?? 'unused'),
  }))
}

/** §6. */
export const diskHandlers: Handlers<typeof diskEndpoints, HandlerContext> = {
  diskList: async ({ query }, context) => {
    if (query?.used_as !== undefined) demand(diskCan.listBy(query.used_as))
    const all = await diskList(context)
    const disks = all.filter(({ used_as }) => query?.used_as === undefined || query.used_as === used_as)
    return { disks, total: disks.length }
  },
  diskRescan: async (_, { engine, inTurn }) => {
    await inTurn(() => engine.rescan())
    return {}
  },
}
