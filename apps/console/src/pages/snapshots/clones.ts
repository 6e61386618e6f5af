import { vsnap } from '../../api/queries.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQueries, useQuery } from '@tanstack/react-query'

/** The clones of a snapshot; undefined while they are looked for. Lists do not name a clone's origin, so each clone is looked at. */
export function useClones(
  applianceId: string,
  snapshotId: string,
): { clones: Volume[] | undefined; error: Error | null } {
  const list = useQuery(vsnap(applianceId, 'volumeList'))
  const candidates = list.data?.volumes.filter(({ is_clone: isClone }) => isClone === true)
  const details = useQueries({
    queries: (candidates ?? []).map(({ id }) => vsnap(applianceId, 'volumeView', { params: { id } })),
  })
  const error = list.error ?? details.find((detail) => detail.error)?.error ?? null
  if (!candidates || details.some(({ data }) => !data)) return { clones: undefined, error }
  const clones = details.flatMap(({ data }) => (data?.snapshot_id === snapshotId ? [data] : []))
  return { clones, error }
}
