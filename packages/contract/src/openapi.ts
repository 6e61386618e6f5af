import { z } from 'zod'
import type { Endpoint, Endpoints, Operation } from './endpoint.ts'
import { addresses } from './request.ts'

export type JsonSchema = Record<string, unknown> & {
  properties?: Record<string, unknown>
  required?: string[]
  anyOf?: JsonSchema[]
}

/** One table of operations as it is mounted: the base path (which may have `{placeholders}`) and the tag to list it under. */
export interface Mounted {
  readonly base: string
  readonly tag: string
  readonly table: Endpoints
  /** Goes before each operationId: two tables may have operations of one name. */
  readonly prefix?: string
}

/** The JSON Schema of what travels: of a value before it is decoded. */
export function schemaOf(type: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })
  return schema
}

/**
 * The OpenAPI 3.1 document of mounted tables, in zod's own JSON schemas. OpenAPI knows one operation for a path and
 * method: operations told apart by their body share one, with `oneOf` bodies and their names in `x-operations`.
 */
export function openApiDocument(
  info: { title: string; version: string; description?: string },
  mounted: readonly Mounted[],
  security: { schemes: Record<string, unknown>; required: Record<string, string[]>[] },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { base, tag, table, prefix = '' } of mounted) {
    for (const group of grouped(table)) {
      const path = base + group.path.replaceAll(/:([A-Za-z_]+)/g, '{$1}')
      paths[path] = { ...paths[path], [group.method.toLowerCase()]: operation(path, tag, group.operations, prefix) }
    }
  }
  const error = {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['type', 'message'],
        properties: { type: { type: 'string' }, message: { type: 'string' } },
      },
    },
  }
  return {
    openapi: '3.1.0',
    info,
    tags: [...new Set(mounted.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Error: error },
      responses: {
        Error: {
          description: 'What is wrong, and what to do.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
        },
      },
      securitySchemes: security.schemes,
    },
    security: security.required,
  }
}

function grouped(table: Endpoints): { path: string; method: Endpoint['method']; operations: Operation[] }[] {
  const groups = new Map<string, { path: string; method: Endpoint['method']; operations: Operation[] }>()
  for (const [name, endpoint] of Object.entries(table)) {
    for (const { path } of addresses(endpoint)) {
      const key = `${endpoint.method} ${path}`
      const group = groups.get(key) ?? { path, method: endpoint.method, operations: [] }
      if (!group.operations.some((other) => other.name === name)) group.operations.push({ name, endpoint })
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}

function operation(path: string, tag: string, operations: Operation[], prefix: string): Record<string, unknown> {
  const endpoints = operations.map(({ endpoint }) => endpoint)
  const bodies = endpoints.flatMap((endpoint) =>
    endpoint.body ? [{ title: endpoint.title, ...schemaOf(endpoint.body) }] : [],
  )
  const results = endpoints.map((endpoint) => ({ title: endpoint.title, ...schemaOf(endpoint.result) }))
  return {
    tags: [tag],
    // The same operation under two addresses needs two ids.
    operationId: `${prefix}${operations.map(({ name }) => name).join('-')}${operations.length === 1 && !path.endsWith(endpoints[0]?.path.replaceAll(/:([A-Za-z_]+)/g, '{$1}') ?? '') ? '-byQuery' : ''}`,
    summary: endpoints.map(({ title }) => title).join(' · '),
    'x-operations': operations.map(
      ({ name, endpoint: { title, section, role, destructive = false, changes = [] } }) => ({
        name,
        title,
        section,
        role,
        destructive,
        changes,
      }),
    ),
    parameters: [...pathParameters(path, endpoints), ...queryParameters(path, endpoints)],
    ...(bodies.length > 0
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodies.length > 1 ? { oneOf: bodies } : bodies[0] } },
          },
        }
      : {}),
    responses: {
      '200': {
        description: 'Done.',
        content: { 'application/json': { schema: results.length > 1 ? { anyOf: results } : results[0] } },
      },
      default: { $ref: '#/components/responses/Error' },
    },
  }
}

function pathParameters(path: string, endpoints: Endpoint[]): unknown[] {
  return [...path.matchAll(/\{([A-Za-z_]+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: endpoints.map((endpoint) => property(endpoint.params, name)).find(Boolean) ?? { type: 'string' },
  }))
}

function queryParameters(path: string, endpoints: Endpoint[]): unknown[] {
  const named = endpoints.flatMap((endpoint) => [
    ...addresses(endpoint)
      .filter((address) => path.endsWith(address.path))
      .flatMap(({ keys }) => [...keys].map(([key, param]) => ({ key, schema: property(endpoint.params, param) }))),
    ...(endpoint.query
      ? Object.entries(schemaOf(endpoint.query).properties ?? {}).map(([key, schema]) => ({ key, schema }))
      : []),
  ])
  return [...new Map(named.map((one) => [one.key, one])).values()].map(({ key, schema }) => ({
    name: key,
    in: 'query',
    required: false,
    schema: schema ?? { type: 'string' },
  }))
}

function property(type: z.ZodType | undefined, name: string): unknown {
  if (!type) return undefined
  const schema = schemaOf(type)
  return [schema, ...(schema.anyOf ?? [])].map(({ properties }) => properties?.[name]).find(Boolean)
}
