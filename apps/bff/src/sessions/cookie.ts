import { parseCookie } from 'cookie'
import type { Request, Response } from 'express'

/** Over TLS the browser itself makes sure that nobody but this very host can have set the cookie. */
const nameOf = (secure: boolean) => (secure ? '__Host-vsnap-console' : 'vsnap-console')

/** The session's token, as the browser sent it. */
export function readSessionCookie(req: Request, secure: boolean): string | undefined {
  const { cookie } = req.headers
  return cookie === undefined ? undefined : parseCookie(cookie)[nameOf(secure)]
}

/** Gives the browser the session: no script can read it, and no other site can make the browser send it. `seconds`: how long it is kept. */
export function setSessionCookie(res: Response, secure: boolean, token: string, seconds: number): void {
  res.cookie(nameOf(secure), token, { ...attributes(secure), maxAge: seconds * 1000 })
}

export function clearSessionCookie(res: Response, secure: boolean): void {
  res.clearCookie(nameOf(secure), attributes(secure))
}

const attributes = (secure: boolean) => ({ httpOnly: true, sameSite: 'strict', secure, path: '/' }) as const
