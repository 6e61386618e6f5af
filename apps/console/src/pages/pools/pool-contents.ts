import { vsnap } from '../../api/queries.ts'
import { useQueries, useQuery } from '@tanstack/react-query'
import { words } from './dialog-words.tsx'

const { deleteOne } = words

/** What is not there needs no line. */
const line = (count: number, text: (count: number) => string) => (count === 0 ? [] : [text(count)])

/** What goes with a pool, a line each, counted on the appliance now; undefined while it is being counted. */
export function usePoolContents(applianceId: string, poolId: string): { lines: string[] | undefined; error: unknown } {
  const fresh = { staleTime: 0 }
  const volumes = useQuery({ ...vsnap(applianceId, 'volumeList'), ...fresh })
  const snapshots = useQuery({ ...vsnap(applianceId, 'snapshotList'), ...fresh })
  const shares = useQuery({ ...vsnap(applianceId, 'shareList'), ...fresh })
  const hosts = useQuery({ ...vsnap(applianceId, 'hostList'), ...fresh })
  // The list of hosts does not say what is mapped to them; their details do.
  const details = useQueries({
    queries: (hosts.data?.hosts ?? []).map(({ id }) => ({
      ...vsnap(applianceId, 'hostView', { params: { id } }),
      ...fresh,
    })),
  })
  const reads = [volumes, snapshots, shares, hosts, ...details]
  const error = reads.find((read) => read.error)?.error ?? null
  if (error || reads.some(({ isFetching }) => isFetching)) return { lines: undefined, error }
  const own = (volumes.data?.volumes ?? []).filter(({ pool_id: pool }) => pool === poolId)
  const ids = new Set<string | null | undefined>(own.map(({ id }) => id))
  const mappings = details.flatMap(({ data }) => data?.mapped_luns ?? []).filter(({ vol_id: id }) => ids.has(id))
  return {
    error,
    lines: [
      ...line(own.filter(({ is_clone: isClone }) => isClone !== true).length, deleteOne.volumes),
      ...line(own.filter(({ is_clone: isClone }) => isClone === true).length, deleteOne.clones),
      ...line((snapshots.data?.snapshots ?? []).filter(({ parent_id: id }) => ids.has(id)).length, deleteOne.snapshots),
      ...line((shares.data?.shares ?? []).filter(({ vol_id: id }) => ids.has(id)).length, deleteOne.shares),
      ...line(mappings.length, deleteOne.mappings),
    ],
  }
}
