import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { partnerEndpoints } from '@vsnap/vsnap-api/partner.ts'
import { addPartner, partnerRow, partnerView, removePartner } from '../replication/partners.ts'
import type { HandlerContext } from './context.ts'

/** §12. */
export const partnerHandlers: Handlers<typeof partnerEndpoints, HandlerContext> = {
  partnerCreate: async ({ body }, context) => partnerView(await addPartner(context, body)),

  partnerList: (_, { catalog }) => {
    const partners = catalog.all('partner').map(partnerView)
    return { partners, total: partners.length }
  },

  partnerView: ({ params }, context) => partnerView(partnerRow(context, params.id)),

  partnerDelete: async ({ params }, context) => {
    await removePartner(context, params.id)
    return {}
  },
}
