import { ApiError, invalidParameter } from '@vsnap/contract/error.ts'
import express, { type RequestHandler } from 'express'

/** Reads JSON bodies of at most 1 MB that are not compressed; `type`: of which requests, when not of `application/json` alone. */
export const jsonBody = (options: { readonly type?: () => boolean } = {}): RequestHandler =>
  withRefusals(express.json({ limit: '1mb', inflate: false, ...options }))

/** A body parser of Express whose refusals are the guide's error object (§1). */
export function withRefusals(parser: RequestHandler): RequestHandler {
  return (req, res, next) => parser(req, res, (error?: unknown) => next(error && refusalOf(error)))
}

/** The type of an error of a body's encoding. */
const media = 'UnsupportedMediaTypeError'

/** The error for one of body-parser, known by its type; another one stays what it is. */
function refusalOf(error: unknown): unknown {
  const { type, body, limit } = error as { type?: unknown; body?: unknown; limit?: unknown }
  switch (type) {
    case 'entity.too.large':
      return new ApiError(413, 'BodyTooLargeError', `The body is larger than ${Number(limit) / 1024 ** 2} MB.`)
    case 'entity.parse.failed':
      return invalidParameter(isJson(body) ? 'The body has to be a JSON object.' : 'The body is not valid JSON.')
    case 'request.size.invalid':
      return invalidParameter('The body is shorter or longer than its Content-Length says.')
    case 'request.aborted':
      return invalidParameter('The body ended before it was complete.')
    case 'encoding.unsupported':
      return new ApiError(415, media, 'The body has a content encoding that is not understood.')
    case 'charset.unsupported':
      return new ApiError(415, media, 'The body must be JSON in UTF-8.')
    default:
      return error
  }
}

/** True for JSON text: a body that is null, a text or a number is refused as one that cannot be parsed. */
function isJson(body: unknown): boolean {
  try {
    JSON.parse(String(body))
    return true
  } catch {
    return false
  }
}
