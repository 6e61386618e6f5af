import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { targetEndpoints } from '@vsnap/vsnap-api/target.ts'
import { systemRow, type HandlerContext } from './context.ts'

/** §5. */
export const targetHandlers: Handlers<typeof targetEndpoints, HandlerContext> = {
  targetList: (_, context) => ({
    targets: [{ type: 'iqn', wwn: `iqn.2017-08.com.catalogic.vsnap:${systemRow(context).id}` }],
    total: 1,
  }),
}
