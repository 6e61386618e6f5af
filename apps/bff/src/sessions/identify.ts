import type { RequestHandler } from 'express'
import { notLoggedIn, type Caller } from './caller.ts'
import type { SessionCookie } from './cookie.ts'
import type { Sessions } from './sessions.ts'

/** Finds out who calls: from memory, without a look at the database. */
export function identify(sessions: Sessions, cookie: SessionCookie): RequestHandler {
  return (req, res, next) => {
    const token = cookie.read(req)
    const caller: Caller = {
      user: token === undefined ? null : sessions.find(token),
      address: (req.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      request_id: String(res.locals['request_id']),
    }
    res.locals['caller'] = caller
    next()
  }
}

/** What follows is for people who are logged in. */
export const requireLogin: RequestHandler = (_req, res, next) => {
  if (!(res.locals['caller'] as Caller).user) throw notLoggedIn()
  next()
}
