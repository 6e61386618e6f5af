import { errorKind } from '../../api/errors.ts'
import { vsnap } from '../../api/queries.ts'
import { originLasts } from '../../components/dialogs/use-clones.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import type { SnapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import type { Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { Volume, VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'

/** What hangs on a volume. */
export interface Relations {
  readonly snapshots: readonly SnapshotSummary[]
  /** Volumes cloned from its snapshots. */
  readonly clones: readonly Volume[]
  /** filebackedluns whose file is in it. */
  readonly fileBacked: readonly Volume[]
}

interface RelationsResult {
  /** Undefined while they are looked for. */
  readonly data: Relations | undefined
  readonly error: ApiError | null
  readonly refetch: () => unknown
}

/** Volumes that may hang on this one. The lists say neither a clone's origin nor a file's filesystem: their details do. */
function candidates(volume: VolumeSummary, volumes: readonly VolumeSummary[]): VolumeSummary[] {
  return volumes.filter(
    (other) =>
      other.id !== volume.id &&
      (other.is_clone !== false || (volume.volume_type === 'filesystem' && other.volume_type === 'filebackedlun')),
  )
}

function combine(results: readonly UseQueryResult<Volume, ApiError>[]) {
  // One that was deleted meanwhile hangs on nothing.
  const errors = results.map(({ error }) => error).filter((error) => error !== null && errorKind(error) !== 'gone')
  return {
    volumes: results.map(({ data }) => data).filter((data) => data !== undefined),
    isPending: results.some(({ isPending }) => isPending),
    error: errors[0] ?? null,
  }
}

/**
 * What hangs on a volume, asked from its appliance. `live`: nothing that was known before counts, as when it is about to
 * be deleted.
 */
export function useRelations(
  applianceId: string,
  volume: VolumeSummary,
  { live = false }: { live?: boolean } = {},
): RelationsResult {
  const freshness = live ? { refetchOnMount: 'always' as const } : {}
  const hasSnapshots = volumeCan.snapshot(volume).ok
  const snapshotList = useQuery({
    ...vsnap(applianceId, 'volumeSnapshotList', { params: { id: volume.id } }),
    ...freshness,
    enabled: hasSnapshots,
  })
  const volumeList = useQuery({ ...vsnap(applianceId, 'volumeList'), ...freshness })
  const details = useQueries({
    queries: candidates(volume, volumeList.data?.volumes ?? []).map(({ id }) => ({
      ...vsnap(applianceId, 'volumeView', { params: { id } }),
      ...(live ? freshness : { staleTime: originLasts }),
    })),
    combine,
  })
  const snapshots = hasSnapshots ? snapshotList.data?.snapshots : []
  const isFresh = !live || (volumeList.isFetchedAfterMount && (!hasSnapshots || snapshotList.isFetchedAfterMount))
  const known = snapshots !== undefined && volumeList.data !== undefined && !details.isPending && isFresh
  return {
    data: known
      ? {
          snapshots,
          clones: details.volumes.filter(({ snapshot_id: origin }) => snapshots.some(({ id }) => id === origin)),
          fileBacked: details.volumes.filter(({ parent_id: parent }) => parent === volume.id),
        }
      : undefined,
    error: snapshotList.error ?? volumeList.error ?? details.error,
    refetch: () => Promise.all([snapshotList.refetch(), volumeList.refetch()]),
  }
}

/** Snapshots of the volume that have clones, as the rules name them. */
export function clonedSnapshots({ snapshots, clones }: Relations): readonly SnapshotSummary[] {
  return snapshots.filter(({ id }) => clones.some(({ snapshot_id: origin }) => origin === id))
}

/** Whether the volume may be deleted, with what hangs on it. */
export function deletionOf(volume: VolumeSummary, relations: Relations): Verdict {
  return volumeCan.delete(volume, { cloned: clonedSnapshots(relations), fileBacked: relations.fileBacked })
}
