import { parseCookie } from 'cookie'
import type { Request, Response } from 'express'

/** The cookie that carries a session's token. No script can read it, and no other site can make the browser send it. */
export interface SessionCookie {
  readonly name: string
  read(req: Request): string | undefined
  set(res: Response, token: string): void
  clear(res: Response): void
}

/** `secure`: the console speaks TLS. `seconds`: how long a browser keeps it. */
export function sessionCookie(secure: boolean, seconds: number): SessionCookie {
  // The browser itself makes sure that nobody but this very host has set a cookie of that prefix.
  const name = secure ? '__Host-vsnap-console' : 'vsnap-console'
  const attributes = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const
  return {
    name,
    read: ({ headers: { cookie } }) => (cookie === undefined ? undefined : parseCookie(cookie)[name]),
    set: (res, token) => void res.cookie(name, token, { ...attributes, maxAge: seconds * 1000 }),
    clear: (res) => void res.clearCookie(name, attributes),
  }
}
