import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { sessionEndpoints } from '@vsnap/vsnap-api/session.ts'
import { cancelSession, sessionRow, startSession } from '../replication/sessions.ts'
import { sessionView, sessionViews } from '../replication/session-view.ts'
import type { HandlerContext } from './context.ts'

/** §14. */
export const sessionHandlers: Handlers<typeof sessionEndpoints, HandlerContext> = {
  sessionStart: async ({ params, body }, context) => sessionView(context, await startSession(context, params.id, body)),

  sessionList: (_, context) => {
    const sessions = sessionViews(context)
    return { sessions, total: sessions.length }
  },

  sessionView: ({ params }, context) => sessionView(context, sessionRow(context, params.id)),

  sessionCancel: async ({ params }, context) => sessionView(context, await cancelSession(context, params.id)),
}
