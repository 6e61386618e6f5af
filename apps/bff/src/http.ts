import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import helmet from 'helmet'
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Caller } from './sessions/caller.ts'

/** Every answer has an `x-request-id`; the log and the audit trail have the same. One that is sent along is not believed. */
export const requestId: RequestHandler = (_req, res, next) => {
  const id = randomUUID()
  res.locals['request_id'] = id
  res.setHeader('X-Request-Id', id)
  next()
}

const clientErrors: Record<string, [status: number, type: string, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'HeadersTooLargeError', 'The headers of the request are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'RequestTimeoutError', 'The request did not arrive in time.'],
}

/** What is no request (doubled lengths, folded headers, bytes of another protocol) meets no middleware; it is answered here, and the connection closed. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const answer = new ApiError(
    ...(clientErrors[error.code ?? ''] ?? ([400, 'InvalidRequestError', 'This is no valid HTTP request.'] as const)),
  )
  const body = JSON.stringify(answer)
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${randomUUID()}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** No inline script or style, no eval, no framing, nothing from elsewhere. */
export function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Small pictures inside PatternFly's stylesheet.
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

/** A line for each write: who asked for what, how it ended. Never headers, cookies or bodies. Reads cost nothing; their errors are logged where they are answered. */
export function logWrites(log: Logger): RequestHandler {
  const line = pinoHttp({
    logger: log,
    genReqId: (_req, res) => String(res.getHeader('X-Request-Id')),
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customSuccessObject: (_req, res, line: object) => ({ ...line, user: userOf(res) }),
    // Its stack would be pino-http's own; what failed was logged where it was answered.
    customErrorObject: (_req, res, _error, line: object) => ({ ...line, err: undefined, user: userOf(res) }),
  })
  return (req, res, next) => (req.method === 'GET' || req.method === 'HEAD' ? next() : line(req, res, next))
}

/** The person's name; null when nobody is logged in. */
function userOf(res: object): string | null {
  const { locals } = res as { locals?: { caller?: Caller } }
  return locals?.caller?.user?.name ?? null
}

export const nothingHere: RequestHandler = ({ method, originalUrl }) => {
  throw new ApiError(
    404,
    'NotFoundError',
    `There is nothing at ${method} ${originalUrl.split('?')[0]?.slice(0, 200)}. GET /api/openapi.json lists what there is.`,
  )
}

/** Every error in the guide's shape (§1). What nobody foresaw is logged, and shows nothing of itself. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const answer = toApiError(error)
    const { method } = req
    // As it was asked for: `path` is of what the proxy has made of it by now.
    const path = req.originalUrl.split('?')[0]
    const request_id: unknown = res.locals['request_id']
    // What an appliance answers with its 500 is no fault of ours, and has no stack here.
    const isForeseen = error instanceof ApiError
    if (answer.status === 500 && !isForeseen) log.error({ err: error, method, path, request_id }, 'a request failed')
    else if (answer.status >= 500)
      log.warn({ method, path, request_id, type: answer.type, reason: answer.message }, 'a request failed')
    // Half an answer can't be taken back: the connection is closed, so that nobody takes it for a whole one.
    if (res.headersSent) return next(error)
    const { retry_after } = answer.details
    if (typeof retry_after === 'number') res.setHeader('Retry-After', retry_after)
    // A body that was not read would be taken for the next request.
    if (!req.complete) res.setHeader('Connection', 'close')
    res.status(answer.status).json(answer)
  }
}
