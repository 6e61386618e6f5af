import { vsnapCall, type ShownCall } from '../../api/calls.ts'
import { auxiliary, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'

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

/** The calls that give a new pool its log, cache and spares, in this order. */
export function extraCalls(extras: Readonly<Record<string, Extra>>): ExtraCall[] {
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
