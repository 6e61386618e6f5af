import { bff, vsnap } from '../../api/queries.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all, type Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { useQuery } from '@tanstack/react-query'

/** The filesystems of an appliance (id, '' for none), and whether each may be shared. */
export function useShareable(applianceId: string) {
  const enabled = applianceId !== ''
  const { data: registry } = useQuery(bff('applianceList'))
  const volumes = useQuery({ ...vsnap(applianceId, 'volumeList'), enabled })
  const shares = useQuery({ ...vsnap(applianceId, 'shareList'), enabled })
  // Where replication is not to be had, the appliance itself decides.
  const { data: replication } = useQuery({ ...vsnap(applianceId, 'relationshipList'), enabled })
  const shareOf = (id: string) => shares.data?.shares.find(({ vol_id: volume }) => volume === id)
  return {
    appliances: registry?.appliances ?? [],
    /** Undefined while they are read. */
    filesystems: volumes.data?.volumes.filter(({ volume_type: kind }) => kind === 'filesystem'),
    error: volumes.error ?? shares.error,
    isShared: (id: string) => shareOf(id) !== undefined,
    /** Undefined for a volume that is not known. */
    verdict: (id: string): Verdict | undefined => {
      const volume = volumes.data?.volumes.find((each) => each.id === id)
      return (
        volume &&
        all(
          whileReplicated.share(volume, replication?.relationships ?? []),
          volumeCan.share({ ...volume, share_id: shareOf(id)?.id }),
        )
      )
    },
  }
}
