import type { userEndpoints } from '@vsnap/console-api/user.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Views } from '../fleet/views.ts'
import type { People } from '../sessions/people.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { Tokens } from '../sessions/tokens.ts'
import type { RouteContext } from './context.ts'

/** The people of the console. */
export function userHandlers(
  people: People,
  sessions: Sessions,
  tokens: Tokens,
  views: Views,
): Handlers<typeof userEndpoints, RouteContext> {
  return {
    async userList() {
      const users = await people.list()
      return { users, total: users.length }
    },

    userCreate: ({ body }) => people.create(body),

    async userUpdate({ params, body }) {
      const user = await people.update(params.name, body)
      await sessions.endAll(user.name)
      // Who may not make tokens any more has none.
      if (user.role !== 'admin') await tokens.endAll(user.name)
      return user
    },

    async userDelete({ params }) {
      await people.remove(params.name)
      await sessions.endAll(params.name)
      await tokens.endAll(params.name)
      await views.forget(params.name)
      return {}
    },
  }
}
