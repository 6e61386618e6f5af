import { diskEndpoints } from './disk.ts'
import { hostEndpoints } from './host.ts'
import { networkEndpoints } from './network.ts'
import { partnerEndpoints } from './partner.ts'
import { poolEndpoints } from './pool.ts'
import { relationshipEndpoints } from './relationship.ts'
import { sessionEndpoints } from './session.ts'
import { shareEndpoints } from './share.ts'
import { snapshotEndpoints } from './snapshot.ts'
import { systemEndpoints } from './system.ts'
import { targetEndpoints } from './target.ts'
import { userEndpoints } from './user.ts'
import { volumeEndpoints } from './volume.ts'

/** The whole vSnap API: 58 operations, in the order of the guide. Paths are relative to `/api`. */
export const vsnapApi = {
  ...systemEndpoints,
  ...userEndpoints,
  ...networkEndpoints,
  ...targetEndpoints,
  ...diskEndpoints,
  ...poolEndpoints,
  ...volumeEndpoints,
  ...shareEndpoints,
  ...hostEndpoints,
  ...snapshotEndpoints,
  ...partnerEndpoints,
  ...relationshipEndpoints,
  ...sessionEndpoints,
}

export type VsnapApi = typeof vsnapApi
export type VsnapOperation = keyof VsnapApi
