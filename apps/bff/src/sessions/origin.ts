import { ApiError } from '@vsnap/contract/error.ts'
import type { RequestHandler } from 'express'

const reads = new Set(['GET', 'HEAD'])
const json = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

/**
 * Lets a write pass only when it comes from the console's own pages, or from a program that is no browser (which says
 * neither where it comes from nor how it was fetched), and only with a JSON body.
 * Errors: 403 CrossSiteRequestError, 415 UnsupportedMediaTypeError.
 */
export function sameOriginWrites(secure: boolean): RequestHandler {
  return ({ method, headers }, _res, next) => {
    if (reads.has(method)) return next()
    const site = headers['sec-fetch-site']
    const fetchedFromHere = site === undefined || site === 'same-origin' || site === 'none'
    if (!fetchedFromHere || !ownOrigin(headers.origin, headers.host, secure)) {
      throw new ApiError(
        403,
        'CrossSiteRequestError',
        'Changes are accepted from the pages of this console only, not from another site.',
      )
    }
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    if ((hasBody || headers['content-type'] !== undefined) && !json.test(headers['content-type'] ?? '')) {
      throw new ApiError(
        415,
        'UnsupportedMediaTypeError',
        'The body must be JSON in UTF-8: send it with Content-Type: application/json.',
      )
    }
    next()
  }
}

function ownOrigin(origin: string | undefined, host: string | undefined, secure: boolean): boolean {
  if (origin === undefined) return true
  const url = URL.parse(origin)
  return (
    url !== null &&
    url.host === host?.toLowerCase() &&
    (url.protocol === 'https:' || (!secure && url.protocol === 'http:'))
  )
}
