import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import type { CallInput, Endpoint, Endpoints, Handlers, Operation } from './endpoint.ts'
import { ApiError, invalidParameter } from './error.ts'
import { type Address, addressed } from './request.ts'

type Candidate = Operation & Address

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
  onMatch: (operation: Operation, input: CallInput, req: Request, res: Response) => Promise<void> | void,
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
  const byName = handlers as Record<string, (input: CallInput, context: Context) => unknown>
  const call = async ({ name, endpoint }: Operation, input: CallInput, req: Request, res: Response) => {
    const answer = await byName[name]?.(input, context(req, res))
    // A handler that streams (or a client that has gone) leaves nothing to be said here.
    if (!res.headersSent) res.json(z.encode(endpoint.result, answer))
  }
  route(router, table, call, permit)
}

function byPath(table: Endpoints): [string, Candidate[]][] {
  const paths = [...Map.groupBy(addressed(table), ({ path }) => path)]
  // Fixed segments before params, so that `/appliances/probe` is not taken for an id.
  return paths.sort(([a], [b]) => a.replaceAll(':', '\uffff').localeCompare(b.replaceAll(':', '\uffff'), 'en'))
}

/** Which of several is meant may be said wrongly: who may call none of them hears of that alone. */
function permitAny(possible: readonly Candidate[], permit: (one: Candidate) => void): void {
  let refusal: unknown
  for (const one of possible) {
    try {
      return permit(one)
    } catch (error) {
      refusal ??= error
    }
  }
  throw refusal
}

/** Those of the request's method. */
function ofMethod(candidates: Candidate[], { method }: Request, res: Response): Candidate[] {
  const sameMethod = candidates.filter(({ endpoint }) => endpoint.method === method)
  if (sameMethod.length > 0) return sameMethod
  const possible = [...new Set(candidates.map(({ endpoint }) => endpoint.method))].join(', ')
  res.set('Allow', possible)
  throw new ApiError(405, 'MethodNotAllowedError', `${method} is not possible here; possible: ${possible}.`)
}

const keysOf = (candidates: Candidate[]): string[] => candidates.flatMap(({ keys }) => [...keys.keys()])

/** The one that is meant. */
function choose(sameMethod: Candidate[], { query, body }: Request): Candidate {
  const byQuery = sameMethod.filter(({ keys }) => keys.size > 0 && [...keys.keys()].every((key) => key in query))
  if (byQuery.length > 1) throw invalidParameter(`Ask by ${keysOf(byQuery).join(' or by ')}, and not by both.`)
  const left = byQuery.length > 0 ? byQuery : sameMethod.filter(({ keys }) => keys.size === 0)
  const [first, ...more] = left
  if (first) return more.length > 0 ? byBody(left, body) : first
  throw invalidParameter(`Say which one is meant: ${keysOf(sameMethod).join(' or ')} is missing in the query.`)
}

/** The one that a body means: by a key that only one has, by its `action`, or the one that asks for neither. */
function byBody(candidates: Candidate[], sent: unknown): Candidate {
  const body = (typeof sent === 'object' && sent !== null ? sent : {}) as Readonly<Record<string, unknown>>
  const keyed = candidates.find(({ endpoint: { when } }) => when !== undefined && Object.hasOwn(body, when))
  const others = candidates.filter(({ endpoint }) => endpoint.when === undefined)
  const doing = (action: unknown) => others.find(({ endpoint }) => actionOf(endpoint.body) === action)
  const chosen = keyed ?? doing(body.action) ?? doing(undefined)
  if (chosen) return chosen
  const actions = others.map(({ endpoint }) => actionOf(endpoint.body))
  throw invalidParameter(`action: expected one of ${actions.join(', ')}.`, 'action')
}

/** The `action` that tells this body from the others of the same method and path. */
export function actionOf(body: z.ZodType | undefined): unknown {
  const action: unknown = body instanceof z.ZodObject ? body.shape.action : undefined
  return action instanceof z.ZodLiteral ? action.value : undefined
}

/** What a write says and is not listened to is refused: `{"force": true}` has been meant. The body of a read means nothing. */
function refuseBody({ title }: Endpoint, body: unknown): void {
  const [field] = typeof body === 'object' && body !== null ? Object.keys(body) : []
  if (field !== undefined) throw invalidParameter(`${title} takes no body. Leave it out.`, field)
}

const noQuery = z.strictObject({})

function read({ endpoint, keys }: Candidate, req: Request): CallInput {
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
