import { ApiError } from '@vsnap/contract/error.ts'
import type { Person } from '@vsnap/console-api/session.ts'
import type { Request, RequestHandler } from 'express'
import { notLoggedIn, type Caller } from './caller.ts'
import type { SessionCookie } from './cookie.ts'
import type { Sessions } from './sessions.ts'
import { tokenPrefix, type Token } from '@vsnap/console-api/token.ts'
import type { Tokens } from './tokens.ts'

const bearer = /^Bearer +(\S+) *$/i

/**
 * The program whose token comes with a request; undefined: none comes.
 * @throws ApiError 401 TokenRejectedError
 */
function programOf(tokens: Tokens, { headers }: Request, scope: Token['scope']): Person | undefined {
  const secret = bearer.exec(headers.authorization ?? '')?.[1]
  if (secret === undefined) return undefined
  const program = tokens.find(secret, scope)
  if (program) return program
  throw tokenRejected('This API token is unknown, has expired, or was made for something else. ')
}

const tokenRejected = (why: string) =>
  new ApiError(401, 'TokenRejectedError', `${why}An admin of the console can make one.`)

/** Finds out who calls: from memory, without a look at the database. A token goes before a cookie. */
export function identify(sessions: Sessions, cookie: SessionCookie, tokens: Tokens): RequestHandler {
  return (req, res, next) => {
    const program = programOf(tokens, req, 'api')
    const token = program ? undefined : cookie.read(req)
    const caller: Caller = {
      user: program ?? (token === undefined ? null : sessions.find(token)),
      address: (req.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      request_id: String(res.locals['request_id']),
    }
    res.locals['caller'] = caller
    next()
  }
}

/**
 * What follows is for programs with a token of this scope.
 * Error: 401 TokenRejectedError.
 */
export function requireToken(tokens: Tokens, scope: Token['scope']): RequestHandler {
  return (req, _res, next) => {
    if (!programOf(tokens, req, scope)) throw tokenRejected(`This takes an API token for ${scope}. `)
    next()
  }
}

/** What follows is for people and not for programs: a token that leaks must not make others, or people. */
export const requirePerson: RequestHandler = (_req, res, next) => {
  if ((res.locals['caller'] as Caller).user?.name.startsWith(tokenPrefix))
    throw new ApiError(
      403,
      'PermissionDeniedError',
      'People and API tokens are managed by people. Log in to the console for that.',
    )
  next()
}

/** What follows is for who is logged in, or has a token. */
export const requireLogin: RequestHandler = (_req, res, next) => {
  if (!(res.locals['caller'] as Caller).user) throw notLoggedIn()
  next()
}
