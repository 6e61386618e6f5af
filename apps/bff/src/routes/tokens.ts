import type { tokenEndpoints } from '@vsnap/console-api/token.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Tokens } from '../sessions/tokens.ts'
import type { RouteContext } from './context.ts'

/** The API tokens of programs. */
export function tokenHandlers(tokens: Tokens): Handlers<typeof tokenEndpoints, RouteContext> {
  return {
    tokenList() {
      const all = tokens.list()
      return { tokens: all, total: all.length }
    },

    tokenCreate: ({ body }, { caller }) => tokens.create(body, caller.user?.name ?? ''),

    async tokenDelete({ params }) {
      await tokens.remove(params.id)
      return {}
    },
  }
}
