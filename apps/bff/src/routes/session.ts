import { sessionEndpoints } from '@vsnap/console-api/session.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Audit } from '../audit/audit.ts'
import type { Attempts } from '../sessions/attempts.ts'
import { notLoggedIn } from '../sessions/caller.ts'
import type { SessionCookie } from '../sessions/cookie.ts'
import type { People } from '../sessions/people.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { RouteContext } from './context.ts'

export interface SessionRoutes {
  readonly people: People
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly cookie: SessionCookie
  readonly audit: Audit
}

/** Logging in and out. Keeps the audit trail itself: what was typed as a user name may be a password, and is not kept. */
export function sessionHandlers({
  people,
  sessions,
  attempts,
  cookie,
  audit,
}: SessionRoutes): Handlers<typeof sessionEndpoints, RouteContext> {
  const path = '/api/session'
  return {
    async sessionCreate({ body: { username, password } }, { caller: { address, request_id }, req, res }) {
      const takeBack = await attempts.count(username, address)
      const call = { operation: 'sessionCreate', endpoint: sessionEndpoints.sessionCreate, path, address, request_id }
      const user = await audit.run({ ...call, user: await people.find(username) }, async () => {
        const person = await people.verify(username, password)
        if (!person) throw new ApiError(401, 'LoginFailedError', 'The user name or the password is wrong.')
        cookie.set(res, await sessions.create(person, address))
        return person
      })
      await takeBack()
      const before = cookie.read(req)
      if (before !== undefined) await sessions.end(before)
      return { user }
    },

    sessionView(_, { caller: { user } }) {
      if (!user) throw notLoggedIn()
      return { user: { name: user.name, role: user.role } }
    },

    async sessionDelete(_, { caller: { user, address, request_id }, req, res }) {
      cookie.clear(res)
      const token = cookie.read(req)
      if (!user || token === undefined) return {}
      const call = {
        operation: 'sessionDelete',
        endpoint: sessionEndpoints.sessionDelete,
        path,
        address,
        request_id,
        user: user.name,
      }
      await audit.run(call, () => sessions.end(token))
      return {}
    },
  }
}
