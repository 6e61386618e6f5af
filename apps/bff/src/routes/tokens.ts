import { tokenPrefix, type tokenEndpoints } from '@vsnap/console-api/token.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Caller } from '../sessions/caller.ts'
import type { Tokens } from '../sessions/tokens.ts'
import type { RouteContext } from './context.ts'

/** The person who calls. @throws ApiError 403 PermissionDeniedError for a program: one that leaks must not make others. */
function personOf({ user }: Caller): string {
  if (!user || user.name.startsWith(tokenPrefix))
    throw new ApiError(
      403,
      'PermissionDeniedError',
      'API tokens are managed by people. Log in to the console for that.',
    )
  return user.name
}

/** The API tokens of programs. */
export function tokenHandlers(tokens: Tokens): Handlers<typeof tokenEndpoints, RouteContext> {
  return {
    tokenList(_, { caller }) {
      personOf(caller)
      const all = tokens.list()
      return { tokens: all, total: all.length }
    },

    tokenCreate: ({ body }, { caller }) => tokens.create(body, personOf(caller)),

    async tokenDelete({ params }, { caller }) {
      personOf(caller)
      await tokens.remove(params.id)
      return {}
    },
  }
}
