import type { CallInput, Endpoint, Endpoints, Inverse, Sources, Trace } from '@vsnap/contract/endpoint.ts'
import { placeholders } from '@vsnap/contract/request.ts'
import { actionOf } from '@vsnap/contract/route.ts'

/** A call and, when there is one, its answer; decoded. */
export interface Done extends CallInput {
  readonly result?: unknown
}

/** The value at a path (`body.name`, `result.disks.0`): own properties only; undefined when there is none. */
export function valueAt(source: unknown, path: string): unknown {
  let value = source
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** The values that sources name, without those that the call does not have. */
export function gather(sources: Sources | undefined, done: Done): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sources ?? {}).flatMap(([name, path]) => {
      const value = valueAt(done, path)
      return value === undefined || value === null ? [] : [[name, value]]
    }),
  )
}

/** Whether a call has a value for each source. */
export const hasAll = (sources: Sources | undefined, done: Done): boolean =>
  Object.keys(gather(sources, done)).length === Object.keys(sources ?? {}).length

const pathParams = (path: string): Sources =>
  Object.fromEntries(placeholders(path).map((name) => [name, `params.${name}` as const]))

const find = (table: Endpoints, wanted: (endpoint: Endpoint) => boolean): string | undefined =>
  Object.entries(table).find(([, endpoint]) => wanted(endpoint))?.[0]

/**
 * The call that takes back what an operation made: its own `undo`, or for a POST to a collection (`/host`,
 * `/volume/:id/share`) whose result has an id the DELETE of that (`/host/:id`, `/share/:id`). Undefined: there is none that is safe.
 */
export function inverseOf(table: Endpoints, name: string): Inverse | undefined {
  const endpoint = Object.hasOwn(table, name) ? table[name] : undefined
  if (!endpoint) return undefined
  if (endpoint.undo) return endpoint.undo
  if (endpoint.method !== 'POST' || actionOf(endpoint.body) !== undefined) return undefined
  const collection = endpoint.path.split('/').at(-1) ?? ''
  const operation = find(table, ({ method, path }) => method === 'DELETE' && path === `/${collection}/:id`)
  return operation === undefined ? undefined : { operation, params: { id: 'result.id' } }
}

/**
 * Where to see what an operation did: its own `found`, or for a DELETE or PUT the GET of the same path. Undefined: nowhere.
 */
export function traceOf(table: Endpoints, name: string): Trace | undefined {
  const endpoint = Object.hasOwn(table, name) ? table[name] : undefined
  if (!endpoint) return undefined
  if (endpoint.found) return endpoint.found
  if (endpoint.method !== 'DELETE' && endpoint.method !== 'PUT') return undefined
  const operation = find(table, ({ method, path }) => method === 'GET' && path === endpoint.path)
  if (!operation) return undefined
  return { operation, params: pathParams(endpoint.path), ...(endpoint.method === 'DELETE' ? { gone: true } : {}) }
}

/** The input of an inverse call, from what was done. A body with an `action` gets that of the operation. */
export function inverseInput(
  endpoint: Endpoint,
  { params, query, body }: Inverse,
  done: Done,
): { [K in 'params' | 'query' | 'body']?: Record<string, unknown> } {
  const action = actionOf(endpoint.body)
  return {
    ...(params ? { params: gather(params, done) } : {}),
    ...(query ? { query: gather(query, done) } : {}),
    ...(body ? { body: { ...(action === undefined ? {} : { action }), ...gather(body, done) } } : {}),
  }
}
