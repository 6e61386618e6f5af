import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { destination, levels, pino, type Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/**
 * The log, as JSON lines on stderr (stdout is for people).
 * @param level `fatal` … `trace`, or `silent`.
 * @throws Error when there is no such level.
 */
export function createLog(level = 'warn'): Logger {
  const known = [...Object.keys(levels.values), 'silent']
  if (!known.includes(level)) throw new Error(`LOG_LEVEL ${level} is not known; it is one of ${known.join(', ')}.`)
  return pino({ level }, destination({ fd: 2, sync: true }))
}

const saneId = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** Gives each request an id (the caller's `x-request-id` when it is a plain word) and says it in the answer. */
export function requestId(): RequestHandler {
  return (req, res, next) => {
    const given = req.get('x-request-id') ?? ''
    req.id = saneId.test(given) ? given : randomUUID()
    res.set('x-request-id', String(req.id))
    next()
  }
}

/** One line for each request; no headers (they carry the password) and no bodies. */
export function logRequests(log: Logger): RequestHandler {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    genReqId: (req) => req.id,
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({ id, method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  })
}
