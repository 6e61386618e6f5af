import { fleet } from '../../api/fleet.ts'
import { bff, refreshEvery } from '../../api/queries.ts'
import type { FleetAppliance } from '@vsnap/console-api/fleet.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { joinRelations, type Relation } from './relations.ts'

/** How often a page looks at sessions that run (milliseconds). */
export const lively = 2_000

/** Every relationship of the fleet; undefined while they are read. */
export function useRelationships(): {
  data: readonly Relation[] | undefined
  appliances: readonly FleetAppliance[]
  error: Error | null
  refetch: () => unknown
} {
  const relationships = useQuery(fleet('relationship'))
  const sessions = useSessions()
  const appliances = useQuery(bff('applianceList'))
  const targets = useQuery(bff('lagTargetList'))
  const data = useMemo(
    () =>
      relationships.data && sessions.data && appliances.data && targets.data
        ? joinRelations(relationships.data.items, sessions.data.items, appliances.data.appliances, targets.data)
        : undefined,
    [relationships.data, sessions.data, appliances.data, targets.data],
  )
  return {
    data,
    appliances: relationships.data?.appliances ?? [],
    error: relationships.error ?? sessions.error ?? appliances.error ?? targets.error,
    refetch: () => Promise.all([relationships.refetch(), sessions.refetch(), appliances.refetch(), targets.refetch()]),
  }
}

/** Every session of the fleet, lively while one runs. */
export function useSessions() {
  const query = fleet('session', { sort: '-time_queued' })
  return useQuery({
    ...query,
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'ACTIVE' || status === 'PENDING') === true
        ? lively
        : refreshEvery,
  })
}
