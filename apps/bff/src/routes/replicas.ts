import type { replicaEndpoints } from '@vsnap/console-api/replica.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { replicaSnapshots, type ReplicaDependencies } from '../fleet/replica-snapshots.ts'
import type { RouteContext } from './context.ts'

/** How old what replicas hold is. */
export function replicaHandlers(deps: ReplicaDependencies): Handlers<typeof replicaEndpoints, RouteContext> {
  return {
    async replicaSnapshotList({ params: { relationship } }) {
      const snapshots = await replicaSnapshots(deps, relationship)
      return { snapshots, total: snapshots.length }
    },
  }
}
