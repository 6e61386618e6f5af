import { fleet } from '../../api/fleet.ts'
import { bff } from '../../api/queries.ts'
import { useQuery } from '@tanstack/react-query'
import { words } from './replica-words.tsx'
import { namesSaid, replicaName, type ReplicaValues } from './replica.ts'

const { pool: poolWords, review } = words

/** What a review says of the replicas of volumes (their names), for `Facts`: how they are called, and in which pool they are. */
export function useReplicaFacts(
  { partner: system, remote_pool_id: poolId, pattern }: ReplicaValues,
  volumes: readonly string[],
): Readonly<Record<string, React.ReactNode>> {
  const { data: registry } = useQuery(bff('applianceList'))
  const { data: pools } = useQuery(fleet('pool'))
  const partner = registry?.appliances.find(({ system_id: id }) => id === system)
  const pool = pools?.items.find(({ appliance, id }) => appliance.id === partner?.id && id === poolId)
  return {
    [review.replicas(volumes.length)]: (
      <span className="vs-name">{namesSaid(volumes.map((volume) => replicaName(pattern, volume)))}</span>
    ),
    [partner ? poolWords.label : poolWords.id]:
      poolId === '' ? poolWords.only : <span className="vs-name">{pool?.name ?? poolId}</span>,
  }
}
