import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** A call as it goes over the wire, made from the operation and never from a raw URL. */
export interface EncodedRequest {
  readonly method: Endpoint['method']
  /** Path and query, relative to the API's base. */
  readonly path: string
  /** JSON text. */
  readonly body?: string
}

interface RequestParts {
  params?: unknown
  query?: unknown
  body?: unknown
}

const known = new WeakMap<Endpoint, ReturnType<typeof readAddresses>>()

/** Every address of an operation: the path and the queries (`{name: 'name'}`: the query key and the param it carries). */
export function addresses(endpoint: Endpoint): ReturnType<typeof readAddresses> {
  const found = known.get(endpoint) ?? readAddresses(endpoint)
  known.set(endpoint, found)
  return found
}

function readAddresses(endpoint: Endpoint): readonly { path: string; keys: ReadonlyMap<string, string> }[] {
  return [endpoint.path, ...(endpoint.also ?? [])].map((template) => {
    const [path = '', query = ''] = template.split('?')
    return { path, keys: new Map([...new URLSearchParams(query)].map(([key, value]) => [key, value.slice(1)])) }
  })
}

const placeholder = /:([A-Za-z_]+)/g

/**
 * Encodes a decoded input (numbers) as the wire wants it (text), strictly.
 * @throws z.ZodError when the input is not what the operation takes.
 */
export function encodeRequest(endpoint: Endpoint, input: RequestParts = {}): EncodedRequest {
  const params = (endpoint.params ? z.encode(endpoint.params, input.params) : {}) as Record<string, unknown>
  const address = addresses(endpoint).find(({ path, keys }) =>
    [...[...path.matchAll(placeholder)].map(([, name]) => name), ...keys.values()].every(
      (name) => name !== undefined && params[name] !== undefined,
    ),
  )
  if (!address)
    throw new TypeError(`${endpoint.title}: no address takes ${Object.keys(params).join(', ') || 'no params'}`)
  const search = new URLSearchParams()
  for (const [key, param] of address.keys) search.set(key, String(params[param]))
  const query = (endpoint.query ? z.encode(endpoint.query, input.query ?? {}) : {}) as Record<string, unknown>
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(key, String(value))
  const path = address.path.replaceAll(placeholder, (_, name: string) => encodeURIComponent(String(params[name])))
  const body = endpoint.body ? z.encode(endpoint.body, input.body) : undefined
  return {
    method: endpoint.method,
    path: search.size > 0 ? `${path}?${search}` : path,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}
