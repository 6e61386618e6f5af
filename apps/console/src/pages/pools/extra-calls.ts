import { vsnapCall, type ShownCall } from '../../api/calls.ts'
import { auxiliary, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { PoolType } from '@vsnap/vsnap-api/pool.ts'

/** What a disk beside the data is for; nothing when it stays unused. */
export type Extra = Auxiliary | ''

export interface ExtraCall {
  readonly use: Auxiliary
  readonly uuids: string[]
  /** As the review shows it; the pool's id is known once it is created. */
  readonly shown: (poolId: string | undefined) => ShownCall
}

/** Stands for the id of a pool that is yet to be made. */
const yet = 'ID'

interface Chosen {
  readonly pool_type: PoolType
  readonly disk_list: readonly string[]
  /** What disks beside the data are for, by uuid. */
  readonly extras: Readonly<Record<string, Extra>>
}

/** What was chosen for the disks beside the data, as far as the layout still leaves them out and can use them so. */
export function extrasOf({ pool_type: type, disk_list: data, extras }: Chosen): Record<string, Extra> {
  return Object.fromEntries(
    Object.entries(extras).filter(([uuid, use]) => !data.includes(uuid) && !(use === 'spare' && type === 'raid0')),
  )
}

/** The calls that give a new pool its log, cache and spares, in this order. */
export function extraCalls(chosen: Chosen): ExtraCall[] {
  const extras = extrasOf(chosen)
  return auxiliary.flatMap((use) => {
    const uuids = Object.keys(extras).filter((uuid) => extras[uuid] === use)
    if (uuids.length === 0) return []
    const shown = (poolId = yet) => {
      const params = { id: poolId }
      if (use === 'log') return vsnapCall('poolAddLog', { params, body: { action: 'addlog', disk_list: uuids } })
      if (use === 'cache')
        return vsnapCall('poolAddCache', { params, body: { action: 'addcache', disk: uuids[0] ?? '' } })
      return vsnapCall('poolAddSpare', { params, body: { action: 'addspare', disk_list: uuids } })
    }
    return [{ use, uuids, shown }]
  })
}
