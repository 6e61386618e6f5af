import { laterValue, plannedCall, type PlannedCall } from '../../api/plans.ts'
import { auxiliary, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { CreateValues } from './pool-create.tsx'

/** What a disk beside the data is for; nothing when it stays unused. */
export type Extra = Auxiliary | ''

/** The body of poolCreate (guide §7.1). */
export const bodyOf = ({ name, pool_type, disk_list, compression, deduplication, syncwrite }: CreateValues) => ({
  name,
  pool_type,
  disk_list,
  compression,
  deduplication,
  syncwrite,
})

/** What was chosen for the disks beside the data, as far as the layout still leaves them out and can use them so. */
export function extrasOf({ pool_type: type, disk_list: data, extras }: CreateValues): Record<string, Extra> {
  return Object.fromEntries(
    Object.entries(extras).filter(([uuid, use]) => !data.includes(uuid) && !(use === 'spare' && type === 'raid0')),
  )
}

/** The disks beside the data by what they are for, in the order in which the pool gets them. */
export function extrasByUse(values: CreateValues): { readonly use: Auxiliary; readonly uuids: string[] }[] {
  const extras = extrasOf(values)
  return auxiliary.flatMap((use) => {
    const uuids = Object.keys(extras).filter((uuid) => extras[uuid] === use)
    return uuids.length === 0 ? [] : [{ use, uuids }]
  })
}

/** Everything that the wizard will do: the pool first, then its log, cache and spares. */
export function callsOf(values: CreateValues, appliance: PlannedCall['appliance']): PlannedCall[] {
  const params = { id: laterValue(0, 'id') }
  return [
    plannedCall(appliance, 'poolCreate', { body: bodyOf(values) }),
    ...extrasByUse(values).map(({ use, uuids }) => {
      if (use === 'log')
        return plannedCall(appliance, 'poolAddLog', { params, body: { action: 'addlog', disk_list: uuids } })
      if (use === 'cache')
        return plannedCall(appliance, 'poolAddCache', { params, body: { action: 'addcache', disk: uuids[0] ?? '' } })
      return plannedCall(appliance, 'poolAddSpare', { params, body: { action: 'addspare', disk_list: uuids } })
    }),
  ]
}
