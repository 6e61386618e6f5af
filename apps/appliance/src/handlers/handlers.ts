import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { VsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { HandlerContext } from './context.ts'
import { diskHandlers } from './disk.ts'
import { hostHandlers } from './host.ts'
import { networkHandlers } from './network.ts'
import { partnerHandlers } from './partner.ts'
import { poolHandlers } from './pool.ts'
import { relationshipHandlers } from './relationship.ts'
import { sessionHandlers } from './session.ts'
import { shareHandlers } from './share.ts'
import { snapshotHandlers } from './snapshot.ts'
import { systemHandlers } from './system.ts'
import { targetHandlers } from './target.ts'
import { userHandlers } from './user.ts'
import { volumeHandlers } from './volume.ts'

/** The whole vSnap API: it does not compile while an operation has no handler, or one of another shape. */
export const handlers: Handlers<VsnapApi, HandlerContext> = {
  ...systemHandlers,
  ...userHandlers,
  ...networkHandlers,
  ...targetHandlers,
  ...diskHandlers,
  ...poolHandlers,
  ...volumeHandlers,
  ...shareHandlers,
  ...hostHandlers,
  ...snapshotHandlers,
  ...partnerHandlers,
  ...relationshipHandlers,
  ...sessionHandlers,
}
