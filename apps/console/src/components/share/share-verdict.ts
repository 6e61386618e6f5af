import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { all, type Verdict } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'

/** As much of a share as says which volume it is of. */
export interface ShareOfVolume {
  readonly id: string
  readonly vol_id?: string | null | undefined
}

/** May a volume be shared (guide §8.8)? Lists do not say of a volume what those of its appliance's shares and relationships do. */
export function shareVerdict(
  volume: VolumeSummary,
  shares: readonly ShareOfVolume[],
  relationships: readonly Relationship[],
): Verdict {
  const share = shares.find(({ vol_id: id }) => id === volume.id)
  return all(whileReplicated.share(volume, relationships), volumeCan.share({ ...volume, share_id: share?.id }))
}
