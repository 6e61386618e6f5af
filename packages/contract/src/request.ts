import { z } from 'zod'
import type { CallInput, Endpoint, Endpoints, Operation } from './endpoint.ts'

/** A call as it goes over the wire, made from the operation and never from a raw URL. */
export interface EncodedRequest {
  readonly method: Endpoint['method']
  /** Path and query, relative to the API's base. */
  readonly path: string
  /** JSON text. */
  readonly body?: string
}

/** Where an operation is found. */
export interface Address {
  /** Express path syntax. */
  readonly path: string
  /** Query keys that it needs, and the param that each carries. */
  readonly keys: ReadonlyMap<string, string>
}

const known = new WeakMap<Endpoint, readonly Address[]>()

/** Every address of an operation, that of its `path` first. */
export function addresses(endpoint: Endpoint): readonly Address[] {
  const found = known.get(endpoint) ?? readAddresses(endpoint)
  known.set(endpoint, found)
  return found
}

function readAddresses(endpoint: Endpoint): readonly Address[] {
  return [endpoint.path, ...(endpoint.also ?? [])].map((template) => {
    const [path = '', query = ''] = template.split('?')
    return { path, keys: new Map([...new URLSearchParams(query)].map(([key, value]) => [key, value.slice(1)])) }
  })
}

/** The operations of a table, each at each of its addresses. */
export const addressed = (table: Endpoints): (Operation & Address)[] =>
  Object.entries(table).flatMap(([name, endpoint]) =>
    addresses(endpoint).map((address) => ({ name, endpoint, ...address })),
  )

const placeholder = /:([A-Za-z_]+)/g

/** The names of a path's placeholders: `id` of `/pool/:id`. */
export const placeholders = (path: string): string[] => [...path.matchAll(placeholder)].map(([, name = '']) => name)

/** A path with a text in place of each placeholder. */
export const filled = (path: string, text: (name: string) => string): string =>
  path.replaceAll(placeholder, (_, name: string) => text(name))

/**
 * Encodes a decoded input (numbers) as the wire wants it (text), strictly.
 * @throws z.ZodError when the input is not what the operation takes.
 */
export function encodeRequest(endpoint: Endpoint, input: CallInput = {}): EncodedRequest {
  const params = (endpoint.params ? z.encode(endpoint.params, input.params) : {}) as Record<string, unknown>
  const address = addresses(endpoint).find(({ path, keys }) =>
    [...placeholders(path), ...keys.values()].every((name) => params[name] !== undefined),
  )
  if (!address)
    throw new TypeError(`${endpoint.title}: no address takes ${Object.keys(params).join(', ') || 'no params'}`)
  const search = new URLSearchParams()
  for (const [key, param] of address.keys) search.set(key, String(params[param]))
  const query = (endpoint.query ? z.encode(endpoint.query, input.query ?? {}) : {}) as Record<string, unknown>
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(key, String(value))
  const path = filled(address.path, (name) => encodeURIComponent(String(params[name])))
  const body = endpoint.body ? z.encode(endpoint.body, input.body) : undefined
  return {
    method: endpoint.method,
    path: search.size > 0 ? `${path}?${search}` : path,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}
