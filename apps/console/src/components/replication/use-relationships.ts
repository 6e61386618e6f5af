import { fleet, wholeFleet, type UnreadRows } from '../../api/fleet.ts'
import { bff, pollEvery, refreshEvery } from '../../api/queries.ts'
import type { FleetAppliance } from '@vsnap/console-api/fleet.ts'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { joinRelations, type Relation } from './relations.ts'

/** How often a page looks at sessions that run (milliseconds). */
export const lively = 2_000

/** Every relationship of the fleet; undefined while they are read. */
export function useRelationships(): {
  data: readonly Relation[] | undefined
  appliances: readonly FleetAppliance[]
  unread: readonly UnreadRows[]
  error: Error | null
  refetch: () => unknown
} {
  // Its two ends may be in different answers.
  const relationships = useQuery(wholeFleet('relationship'))
  const sessions = useSessions()
  const appliances = useQuery(bff('applianceList'))
  const targets = useQuery(bff('lagTargetList'))
  const lags = useQuery({ ...bff('lagList'), refetchInterval: pollEvery })
  const data = useMemo(
    () =>
      relationships.data && sessions.data && appliances.data && targets.data && lags.data
        ? joinRelations(
            relationships.data.items,
            sessions.data.items,
            appliances.data.appliances,
            targets.data,
            lags.data.lags,
          )
        : undefined,
    [relationships.data, sessions.data, appliances.data, targets.data, lags.data],
  )
  const all = [relationships, sessions, appliances, targets, lags]
  return {
    data,
    appliances: relationships.data?.appliances ?? [],
    unread: relationships.data?.unread ?? [],
    error: all.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
  }
}

/** A relationship with every session of it that there is. */
export function useAllSessions(relation: Relation | undefined): Relation | undefined {
  const { data } = useSessions(relation?.id ?? 'none')
  const sessions = data?.items.filter(({ rel_id: id }) => id === relation?.id)
  if (!relation || !sessions || sessions.length <= relation.sessions.length) return relation
  return { ...relation, sessions, lastSuccess: sessions.find(({ status }) => status === 'COMPLETED') }
}

/** The newest sessions of the fleet, or those with this text in them; lively while one runs. */
export function useSessions(q?: string) {
  const query = fleet('session', { q, sort: '-time_queued' })
  return useQuery({
    ...query,
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) === true ? lively : refreshEvery),
  })
}
