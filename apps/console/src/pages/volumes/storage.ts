import { fleet, type FleetRow } from '../../api/fleet.ts'
import { bff, refreshEvery } from '../../api/queries.ts'
import { answers, type Appliance } from '@vsnap/console-api/appliance.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import { useQuery } from '@tanstack/react-query'

/** Why there is nowhere to put a volume, and which appliance it is about, when it is about one. */
export type NoPool =
  | { readonly cause: 'no-appliance' }
  | { readonly cause: 'not-initialised' | 'initialising' | 'no-pool' | 'silent'; readonly appliance: Appliance }

interface Storage {
  /** Known once it is known too why there are none. */
  readonly pools: readonly FleetRow<'pool'>[] | undefined
  /** Why there are none. */
  readonly noPool: NoPool | undefined
  readonly error: ApiError | null
  readonly refetch: () => unknown
}

/** Where volumes can be, in the fleet or on one appliance (id). */
export function useStorage(applianceId: string | undefined): Storage {
  const poolList = useQuery(fleet('pool', { appliance: applianceId }))
  const applianceList = useQuery({ ...bff('applianceList'), refetchInterval: refreshEvery })
  const appliances = applianceList.data?.appliances
  const pools = appliances && poolList.data?.items
  return {
    pools,
    noPool: pools?.length === 0 && appliances ? reasonOf(appliances, applianceId) : undefined,
    error: poolList.error ?? applianceList.error,
    refetch: () => Promise.all([poolList.refetch(), applianceList.refetch()]),
  }
}

function reasonOf(all: readonly Appliance[], applianceId: string | undefined): NoPool {
  const appliances = applianceId === undefined ? all : all.filter(({ id }) => id === applianceId)
  const [first] = appliances
  if (!first) return { cause: 'no-appliance' }
  const well = appliances.filter(({ state }) => answers(state))
  const ready = well.find(({ state }) => state !== 'not-initialised')
  if (ready) return { cause: 'no-pool', appliance: ready }
  const busy = well.find(({ init_status: status }) => status === 'Initializing')
  if (busy) return { cause: 'initialising', appliance: busy }
  const [fresh] = well
  return fresh ? { cause: 'not-initialised', appliance: fresh } : { cause: 'silent', appliance: first }
}
