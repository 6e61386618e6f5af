import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import type { Endpoint, Endpoints, Handlers, Operation } from './endpoint.ts'
import { ApiError } from './error.ts'
import { addresses } from './request.ts'

/** A request that matched an operation: its decoded, checked `params`, `query` and `body`. */
export interface MatchedInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

interface Candidate extends Operation {
  /** Query keys that this address needs, and the param that each carries. */
  readonly keys: ReadonlyMap<string, string>
}

/** Throws when who makes a request must not call an operation. */
export type Permit = (operation: Operation, req: Request, res: Response) => void

/**
 * Mounts a table of operations on a router (Express's own path matching) and calls `onMatch` with the operation that a
 * request means and its validated input. Expects `req.body` to be parsed JSON already. `permit` is asked before anything is
 * validated: who may not call an operation learns nothing of what it takes.
 * Errors: 405 MethodNotAllowedError, 400 InvalidParameterError (as a ZodError, see toApiError). Unknown paths fall through.
 */
export function route(
  router: Router,
  table: Endpoints,
  onMatch: (operation: Operation, input: MatchedInput, req: Request, res: Response) => Promise<void> | void,
  permit: Permit = () => {},
): void {
  for (const [path, candidates] of byPath(table)) {
    router.all(path, (req, res) => {
      const possible = ofMethod(candidates, req, res)
      permitAny(possible, (one) => permit(one, req, res))
      const operation = choose(possible, req)
      permit(operation, req, res)
      return onMatch(operation, read(operation, req), req, res)
    })
  }
}

/** Mounts the handlers of a table: validates, calls, encodes the result as the wire has it. Same errors as `route`. */
export function implement<const T extends Endpoints, Context>(
  router: Router,
  table: T,
  handlers: Handlers<T, Context>,
  context: (req: Request, res: Response) => Context,
  permit?: Permit,
): void {
  const byName = handlers as Record<string, (input: MatchedInput, context: Context) => unknown>
  const call = async ({ name, endpoint }: Operation, input: MatchedInput, req: Request, res: Response) => {
    const answer = await byName[name]?.(input, context(req, res))
    // A handler that streams (or a client that has gone) leaves nothing to be said here.
    if (!res.headersSent) res.json(z.encode(endpoint.result, answer))
  }
  route(router, table, call, permit)
}

function byPath(table: Endpoints): [string, Candidate[]][] {
  const paths = new Map<string, Candidate[]>()
  for (const [name, endpoint] of Object.entries(table)) {
    for (const { path, keys } of addresses(endpoint)) {
      paths.set(path, [...(paths.get(path) ?? []), { name, endpoint, keys }])
    }
  }
  // Fixed segments before params, so that `/appliances/probe` is not taken for an id.
  return [...paths].sort(([a], [b]) => a.replaceAll(':', '\uffff').localeCompare(b.replaceAll(':', '\uffff'), 'en'))
}

/** Which of several is meant may be said wrongly: who may call none of them hears of that alone. */
function permitAny(possible: readonly Candidate[], permit: (one: Candidate) => void): void {
  const refusals: unknown[] = []
  for (const one of possible) {
    try {
      return permit(one)
    } catch (refusal) {
      refusals.push(refusal)
    }
  }
  throw refusals[0]
}

/** Those of the request's method. */
function ofMethod(candidates: Candidate[], req: Request, res: Response): Candidate[] {
  const methods = [...new Set(candidates.map(({ endpoint }) => endpoint.method))]
  const sameMethod = candidates.filter(({ endpoint }) => endpoint.method === req.method)
  if (sameMethod.length === 0) {
    res.set('Allow', methods.join(', '))
    throw new ApiError(
      405,
      'MethodNotAllowedError',
      `${req.method} is not possible here; possible: ${methods.join(', ')}.`,
    )
  }
  return sameMethod
}

/** The one that is meant. */
function choose(sameMethod: Candidate[], req: Request): Candidate {
  const byQuery = sameMethod.filter(({ keys }) => keys.size > 0 && [...keys.keys()].every((key) => key in req.query))
  if (byQuery.length > 1) {
    const keys = byQuery.flatMap(({ keys }) => [...keys.keys()])
    throw new ApiError(400, 'InvalidParameterError', `Ask by ${keys.join(' or by ')}, and not by both.`)
  }
  const left = byQuery.length > 0 ? byQuery : sameMethod.filter(({ keys }) => keys.size === 0)
  if (left.length < 2) {
    const only = left[0]
    if (only) return only
    const keys = sameMethod.flatMap(({ keys }) => [...keys.keys()])
    throw new ApiError(
      400,
      'InvalidParameterError',
      `Say which one is meant: ${keys.join(' or ')} is missing in the query.`,
    )
  }
  const body: object = typeof req.body === 'object' && req.body !== null ? req.body : {}
  const byKey = left.find(({ endpoint }) => endpoint.when !== undefined && Object.hasOwn(body, endpoint.when))
  if (byKey) return byKey
  const withAction = left.filter(({ endpoint }) => actionOf(endpoint.body) !== undefined)
  const action = 'action' in body ? body.action : undefined
  const chosen =
    withAction.find(({ endpoint }) => actionOf(endpoint.body) === action) ??
    left.find((one) => !withAction.includes(one) && !one.endpoint.when)
  if (chosen) return chosen
  const actions = withAction.map(({ endpoint }) => actionOf(endpoint.body))
  throw new ApiError(400, 'InvalidParameterError', `action: expected one of ${actions.join(', ')}.`, {
    field: 'action',
  })
}

/** The `action` that tells this body from the others of the same method and path. */
export function actionOf(body: z.ZodType | undefined): unknown {
  const action: unknown = body instanceof z.ZodObject ? body.shape.action : undefined
  return action instanceof z.ZodLiteral ? action.value : undefined
}

/** What a write says and is not listened to is refused: `{"force": true}` has been meant. The body of a read means nothing. */
function refuseBody({ title }: Endpoint, body: unknown): void {
  const [field] = typeof body === 'object' && body !== null ? Object.keys(body) : []
  if (field !== undefined)
    throw new ApiError(400, 'InvalidParameterError', `${title} takes no body. Leave it out.`, { field })
}

const noQuery = z.strictObject({})

function read({ endpoint, keys }: Candidate, req: Request): MatchedInput {
  const query: Record<string, unknown> = { ...req.query }
  const params: Record<string, unknown> = { ...req.params }
  for (const [key, param] of keys) {
    params[param] = query[key]
    delete query[key]
  }
  // A query that the operation does not know is refused: a misspelt `preserve_replica` must not delete a replica.
  const parsedQuery = (endpoint.query ?? noQuery).parse(query)
  if (!endpoint.body && endpoint.method !== 'GET') refuseBody(endpoint, req.body)
  return {
    ...(endpoint.params ? { params: endpoint.params.parse(params) } : {}),
    ...(endpoint.query ? { query: parsedQuery } : {}),
    ...(endpoint.body ? { body: endpoint.body.parse(req.body ?? {}) } : {}),
  }
}
