import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { implement } from '@vsnap/contract/route.ts'
import { openApiDocument } from '@vsnap/openapi/openapi.ts'
import { jsonBody } from '@vsnap/request-body/body.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import express, { Router, type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Account } from './account.ts'
import { authenticate } from './auth.ts'
import { EngineError } from './engine/engine.ts'
import type { HandlerContext } from './handlers/context.ts'
import { handlers } from './handlers/handlers.ts'
import { logRequests, requestId } from './logging.ts'
import { peerBase } from './replication/peer-api.ts'
import { peerRouter } from './replication/peer-server.ts'

/** What an appliance is made of: where things are kept, and who may call. */
export interface ApplianceParts extends HandlerContext {
  readonly account: Account
  readonly log: Logger
}

/**
 * An appliance as an Express app, in the order in which a request meets it. Everything is under `/api`, but for what partners say to each
 * other, under `/peer`; every error,
 * whatever its cause, is the guide's error object (§1).
 */
export function createAppliance({ account, log, ...context }: ApplianceParts): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing')
  app.use(requestId())
  app.use(logRequests(log))
  app.use(plainAnswers)
  const json = [jsonOnly, jsonBody()]
  app.use(peerBase, peerRouter(context, account, json), nothingHere)
  app.use(authenticate(account))
  app.use(json)
  app.use('/api', api(context))
  app.use(nothingHere)
  app.use(answerError(log))
  return app
}

function api(context: HandlerContext): Router {
  const router = Router({ caseSensitive: true })
  implement(router, vsnapApi, handlers, () => context)
  router.get('/openapi.json', describeApi())
  router.all('/openapi.json', (req, res) => {
    res.set('Allow', 'GET')
    throw new ApiError(405, 'MethodNotAllowedError', `${req.method} is not possible here; possible: GET.`)
  })
  return router
}

/** Answers are for programs, and as of now: not to be guessed at, and not to be kept. */
const plainAnswers: RequestHandler = (_req, res, next) => {
  res.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
  next()
}

const jsonOnly: RequestHandler = (req, _res, next) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (hasBody && req.is('application/json') === false) {
    throw new ApiError(
      415,
      'UnsupportedMediaTypeError',
      'The body has to be JSON. Send it with the header Content-Type: application/json.',
    )
  }
  next()
}

/** The OpenAPI 3.1 document of this API, made when it is first asked for. */
function describeApi(): RequestHandler {
  let document: string | undefined
  return (_req, res) => {
    document ??= JSON.stringify(
      openApiDocument(
        {
          title: 'vSnap REST API',
          version: '1.0',
          description: 'Sizes are bytes and times are epoch seconds, both as decimal text.',
        },
        [{ base: '/api', tag: 'vSnap', table: vsnapApi }],
        { schemes: { basic: { type: 'http', scheme: 'basic' } }, required: [{ basic: [] }] },
      ),
    )
    res.type('json').send(document)
  }
}

const nothingHere: RequestHandler = (req) => {
  throw new ApiError(
    404,
    'NotFoundError',
    `There is nothing at ${req.baseUrl}${req.path}. GET /api/openapi.json describes what there is.`,
  )
}

/** What the engine could not do is told in its words: they are about the storage, and the caller is who runs it. */
function toAnswer(error: unknown): ApiError {
  return error instanceof EngineError ? new ApiError(500, 'StorageError', error.message) : toApiError(error)
}

function answerError(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    const answer = toAnswer(error)
    if (answer.status >= 500) {
      log.error({ err: error as unknown, request: req.id }, 'A request failed because of an internal error.')
    }
    // Too late for an answer: Express then closes the connection, so that half an answer is not taken for a whole one.
    if (res.headersSent) {
      next(error)
      return
    }
    res.status(answer.status).json(answer)
  }
}
