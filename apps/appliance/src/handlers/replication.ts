import { ApiError } from '@vsnap/contract/error.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { partnerEndpoints } from '@vsnap/vsnap-api/partner.ts'
import type { relationshipEndpoints } from '@vsnap/vsnap-api/relationship.ts'
import type { sessionEndpoints } from '@vsnap/vsnap-api/session.ts'
import type { HandlerContext } from './context.ts'

function notYet(): never {
  throw new ApiError(
    501,
    'NotImplementedError',
    'This appliance does not replicate: partners, relationships and sessions are not part of it.',
  )
}

/** §12–14: described by the contract, answered with 501 by this appliance. */
export const replicationHandlers: Handlers<
  typeof partnerEndpoints & typeof relationshipEndpoints & typeof sessionEndpoints,
  HandlerContext
> = {
  partnerCreate: notYet,
  partnerList: notYet,
  partnerView: notYet,
  partnerDelete: notYet,
  relationshipCreate: notYet,
  volumeRelationshipList: notYet,
  relationshipList: notYet,
  relationshipView: notYet,
  relationshipDelete: notYet,
  sessionStart: notYet,
  sessionList: notYet,
  sessionView: notYet,
  sessionCancel: notYet,
}
