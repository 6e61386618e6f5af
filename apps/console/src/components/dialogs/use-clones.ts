import { errorKind } from '../../api/errors.ts'
import { vsnap } from '../../api/queries.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { useQueries, useQuery } from '@tanstack/react-query'

/** Milliseconds that a clone's details are good for, where only its origin is wanted: that never changes, and its name seldom does. */
export const originLasts = 5 * 60_000

interface Clones {
  /** Undefined while they are looked for. */
  readonly clones: Volume[] | undefined
  readonly error: Error | null
}

/**
 * The clones of a snapshot. Lists do not name a clone's origin, so each clone is looked at. `live`: nothing that was
 * known before counts, as when the snapshot is about to be deleted.
 */
export function useClones(applianceId: string, snapshotId: string, { live = false }: { live?: boolean } = {}): Clones {
  const freshness = live ? { refetchOnMount: 'always' as const } : {}
  const detailFreshness = live ? freshness : { staleTime: originLasts }
  const list = useQuery({ ...vsnap(applianceId, 'volumeList'), ...freshness })
  // An appliance that does not say whether a volume is a clone: it may be one.
  const candidates = list.data?.volumes.filter(({ is_clone: isClone }) => isClone !== false)
  const details = useQueries({
    queries: (candidates ?? []).map(({ id }) => ({
      ...vsnap(applianceId, 'volumeView', { params: { id } }),
      ...detailFreshness,
    })),
  })
  // One that was deleted meanwhile is nobody's clone.
  const failed = details.find(({ error }) => error !== null && errorKind(error) !== 'gone')?.error ?? null
  const isKnown =
    candidates !== undefined && !details.some(({ isPending }) => isPending) && (!live || list.isFetchedAfterMount)
  return {
    clones:
      isKnown && !failed ? details.flatMap(({ data }) => (data?.snapshot_id === snapshotId ? [data] : [])) : undefined,
    error: list.error ?? failed,
  }
}
