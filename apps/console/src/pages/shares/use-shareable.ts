import { bff, vsnap } from '../../api/queries.ts'
import { shareVerdict } from '../../components/share/share-verdict.ts'
import type { Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { useQuery } from '@tanstack/react-query'

/** The filesystems of an appliance (id, '' for none), and whether each may be shared. */
export function useShareable(applianceId: string) {
  const enabled = applianceId !== ''
  const { data: registry } = useQuery(bff('applianceList'))
  const volumes = useQuery({ ...vsnap(applianceId, 'volumeList'), enabled })
  const shares = useQuery({ ...vsnap(applianceId, 'shareList'), enabled })
  // Where replication is not to be had, the appliance itself decides.
  const { data: replication } = useQuery({ ...vsnap(applianceId, 'relationshipList'), enabled })
  return {
    appliances: registry?.appliances ?? [],
    /** Undefined while they are read. */
    filesystems: volumes.data?.volumes.filter(({ volume_type: kind }) => kind === 'filesystem'),
    error: volumes.error ?? shares.error,
    isShared: (id: string) => shares.data?.shares.some(({ vol_id: volume }) => volume === id) === true,
    /** Undefined for a volume that is not known. */
    verdict: (id: string): Verdict | undefined => {
      const volume = volumes.data?.volumes.find((each) => each.id === id)
      return volume && shareVerdict(volume, shares.data?.shares ?? [], replication?.relationships ?? [])
    },
  }
}
