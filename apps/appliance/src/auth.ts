import { ApiError } from '@vsnap/contract/error.ts'
import type { RequestHandler, Response } from 'express'
import type { Account } from './account.ts'

/**
 * HTTP Basic authentication of every call (§1). Whatever is wrong (no header, another scheme, the user, the password)
 * the answer is the same 401 InvalidCredentialsError, so that nobody learns which accounts there are.
 */
export function authenticate(account: Account): RequestHandler {
  return async (req, res, next) => {
    const credentials = basicCredentials(req.headers.authorization)
    if (credentials && (await account.verify(credentials.user, credentials.password))) {
      next()
      return
    }
    throw notKnown(res)
  }
}

/** The one answer to everybody who has not proved who they are. */
export function notKnown(res: Response): ApiError {
  res.set('WWW-Authenticate', 'Basic realm="vSnap", charset="UTF-8"')
  return new ApiError(
    401,
    'InvalidCredentialsError',
    'User name or password is missing or wrong. Send both with HTTP Basic authentication on every call.',
  )
}

/** User and password of an `Authorization: Basic` header, or undefined when it is none. */
export function basicCredentials(header: string | undefined): { user: string; password: string } | undefined {
  const [, encoded] = /^basic +([A-Za-z0-9+/_=-]+) *$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) }
}
