import { demand, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { queryClient, vsnap } from '../../api/queries.ts'
import { errorText } from '../../api/errors.ts'
import { poolCan } from '@vsnap/vsnap-api/pool.rules.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { PoolSummary, PoolType } from '@vsnap/vsnap-api/pool.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'
import { useQuery } from '@tanstack/react-query'

/** What the chosen appliance has: whether a pool can be made there, and of what. */
export interface Place {
  readonly system: System | undefined
  readonly pools: readonly PoolSummary[]
  readonly disks: readonly Disk[]
  /** Why no pool can be made there, in the appliance's words; undefined while that is not known, or when it can. */
  readonly problem: string | undefined
  readonly isLoading: boolean
  /** Reads it again; the disks, or undefined when it does not answer. */
  readonly refetch: () => Promise<readonly Disk[] | undefined>
}

/** `applianceId` '' while none is chosen. */
export function usePlace(applianceId: string): Place {
  const options = { enabled: applianceId !== '' }
  const system = useQuery({ ...vsnap(applianceId, 'systemView'), ...options })
  const pools = useQuery({ ...vsnap(applianceId, 'poolList'), ...options })
  const disks = useQuery({ ...vsnap(applianceId, 'diskList'), ...options })
  const error = system.error ?? disks.error ?? pools.error
  const rule = system.data && poolCan.createAny(system.data, pools.data?.pools ?? [])
  const none = disks.data && poolCan.takeDisks(disks.data.disks)
  const problem = error && !system.data ? errorText(error).message : (reasonOf(rule) ?? reasonOf(none))
  return {
    system: system.data,
    pools: pools.data?.pools ?? [],
    disks: disks.data?.disks ?? [],
    problem,
    isLoading: options.enabled && (system.isLoading || pools.isLoading || disks.isLoading),
    async refetch() {
      const [, , read] = await Promise.all([system.refetch(), pools.refetch(), disks.refetch()])
      return read.data?.disks
    },
  }
}

/**
 * Asks the appliance as it is at this moment whether this pool can be made there.
 * @throws ApiError as the appliance would answer, with the field that it is about; or why it cannot be asked
 */
export async function demandPool(
  applianceId: string,
  wanted: { readonly name: string; readonly pool_type: PoolType; readonly disk_list: readonly string[] },
): Promise<void> {
  const now = { staleTime: 0 }
  const [system, { pools }, { disks }] = await Promise.all([
    queryClient.fetchQuery({ ...vsnap(applianceId, 'systemView'), ...now }),
    queryClient.fetchQuery({ ...vsnap(applianceId, 'poolList'), ...now }),
    queryClient.fetchQuery({ ...vsnap(applianceId, 'diskList'), ...now }),
  ])
  demand(poolCan.create(wanted, system, pools, disks))
}
