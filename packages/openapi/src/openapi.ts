import type { Endpoint, Endpoints, Operation } from '@vsnap/contract/endpoint.ts'
import { type Address, addressed, filled, placeholders } from '@vsnap/contract/request.ts'
import { z } from 'zod'

export type JsonSchema = Record<string, unknown> & {
  properties?: Record<string, unknown>
  required?: string[]
  anyOf?: JsonSchema[]
}

/** One table of operations as it is mounted: the base path (which may have `:placeholders`) and the tag to list it under. */
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

const json = (schema: unknown) => ({ 'application/json': { schema } })

const components = {
  schemas: {
    Error: {
      type: 'object',
      required: ['error'],
      properties: {
        error: {
          type: 'object',
          required: ['type', 'message'],
          properties: { type: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
  responses: {
    Error: { description: 'What is wrong, and what to do.', content: json({ $ref: '#/components/schemas/Error' }) },
  },
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
  const paths = mounted.flatMap((api) =>
    [...Map.groupBy(addressed(api.table), ({ path }) => path)].map(([path, operations]) => {
      const methods = Map.groupBy(operations, ({ endpoint }) => endpoint.method.toLowerCase())
      return [
        filled(api.base + path, (name) => `{${name}}`),
        Object.fromEntries([...methods].map(([method, same]) => [method, operation(api, path, same)])),
      ]
    }),
  )
  return {
    openapi: '3.1.0',
    info,
    tags: [...new Set(mounted.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: { ...components, securitySchemes: security.schemes },
    security: security.required,
  }
}

/** What a path does with one method; `at`: operations that are asked for there, one by several queries more than once. */
function operation({ base, tag, prefix = '' }: Mounted, path: string, at: readonly (Operation & Address)[]) {
  const operations = [...new Map(at.map(({ name, endpoint }) => [name, endpoint]))]
  const endpoints = operations.map(([, endpoint]) => endpoint)
  const bodies = endpoints.flatMap(({ title, body }) => (body ? [{ title, ...schemaOf(body) }] : []))
  const results = endpoints.map(({ title, result }) => ({ title, ...schemaOf(result) }))
  // The same operation under two addresses needs two ids.
  const suffix = operations.length === 1 && endpoints[0]?.path !== path ? '-byQuery' : ''
  return {
    tags: [tag],
    operationId: `${prefix}${operations.map(([name]) => name).join('-')}${suffix}`,
    summary: endpoints.map(({ title }) => title).join(' · '),
    'x-operations': operations.map(([name, { title, section, role, destructive = false, changes = [] }]) => ({
      name,
      title,
      section,
      role,
      destructive,
      changes,
    })),
    parameters: [...pathParameters(base + path, endpoints), ...queryParameters(at)],
    ...(bodies.length > 0 ? { requestBody: { required: true, content: json(oneOrMore('oneOf', bodies)) } } : {}),
    responses: {
      '200': { description: 'Done.', content: json(oneOrMore('anyOf', results)) },
      default: { $ref: '#/components/responses/Error' },
    },
  }
}

const oneOrMore = (key: 'oneOf' | 'anyOf', [first, ...more]: readonly JsonSchema[]) =>
  more.length > 0 ? { [key]: [first, ...more] } : first

const parameter = (name: string, place: 'path' | 'query', schema: unknown = { type: 'string' }) => ({
  name,
  in: place,
  required: place === 'path',
  schema,
})

const pathParameters = (path: string, endpoints: readonly Endpoint[]) =>
  placeholders(path).map((name) =>
    parameter(name, 'path', endpoints.map(({ params }) => property(params, name)).find(Boolean)),
  )

function queryParameters(at: readonly (Operation & Address)[]) {
  const schemas = at.flatMap(({ endpoint: { params, query }, keys }): [string, unknown][] => [
    ...[...keys].map(([key, param]): [string, unknown] => [key, property(params, param)]),
    ...Object.entries((query && schemaOf(query).properties) ?? {}),
  ])
  return [...new Map(schemas)].map(([key, schema]) => parameter(key, 'query', schema))
}

function property(type: z.ZodType | undefined, name: string): unknown {
  if (!type) return undefined
  const schema = schemaOf(type)
  return [schema, ...(schema.anyOf ?? [])].map(({ properties }) => properties?.[name]).find(Boolean)
}
