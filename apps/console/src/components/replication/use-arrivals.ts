import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { useQuery } from '@tanstack/react-query'

/** What is known of the snapshots of a replica besides what its own appliance says, which is when they arrived. */
export interface Arrivals {
  /** The name of the primary's appliance; undefined when it is not in this console. */
  readonly home: string | undefined
  /** When a snapshot (id) was made there (epoch seconds); undefined where the console does not know. */
  made(snapshot: string): number | undefined
}

/** Undefined for a volume that is no replica, and while nobody knows. */
export function useArrivals(applianceId: string, volumeId: string | null | undefined): Arrivals | undefined {
  const { data: replication } = useQuery(vsnap(applianceId, 'relationshipList'))
  const { data: registry } = useQuery(bff('applianceList'))
  const relationship = replication?.relationships.find(
    ({ local_role: role, local_vol_id: id }) => role === 'replica' && id != null && id === volumeId,
  )
  const { data } = useQuery({
    ...bff('replicaSnapshotList', { params: { relationship: relationship?.id ?? '' } }),
    enabled: relationship !== undefined,
    refetchInterval: refreshEvery,
  })
  if (!relationship) return undefined
  const times = new Map(data?.snapshots.map(({ id, made }) => [id, made]))
  const home = registry?.appliances.find(({ system_id: system }) => system === relationship.partner_id)
  return { home: home?.name, made: (id) => times.get(id) }
}
