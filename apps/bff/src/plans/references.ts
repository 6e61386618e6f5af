import { z } from 'zod'
import { valueAt } from './effects.ts'

/** What stands in a step in place of a value: an answer to come, a stored secret, or one that was submitted and is sealed here. */
export type Marker = { readonly $ref: string } | { readonly $secret: string } | { readonly $sealed: string }

/** The marker that a value is; undefined: it is an ordinary value. */
export function markerOf(value: unknown): Marker | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const entries: [string, unknown][] = Object.entries(value)
  const [[key, text] = [], ...more] = entries
  const known = key === '$ref' || key === '$secret' || key === '$sealed'
  return known && typeof text === 'string' && more.length === 0 ? (value as Marker) : undefined
}

/** The same value with each marker, and each plain value, replaced by what `change` makes of it; `key`: the name that it stands under. */
export function mapLeaves(
  value: unknown,
  change: (leaf: unknown, key: string, path: readonly string[]) => unknown,
  path: readonly string[] = [],
): unknown {
  if (markerOf(value) || typeof value !== 'object' || value === null) return change(value, path.at(-1) ?? '', path)
  if (Array.isArray(value)) {
    // What stands in a list is known by the name of the list.
    const name = path.at(-1) ?? ''
    return value.map((one, n) =>
      mapLeaves(one, (leaf, key, at) => change(leaf, key === `${n}` ? name : key, at), [...path, `${n}`]),
    )
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapLeaves(one, change, [...path, key])]))
}

export interface Reference {
  /** The step that it needs. */
  readonly step: number
  /** In that step's answer: `id`, `disks.log.0`. */
  readonly path: string
}

/** `steps.0.result.id`; undefined when it is written in another way. */
export function parseReference(text: string): Reference | undefined {
  const [, step, path] = /^steps\.(\d{1,4})\.result\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)$/.exec(text) ?? []
  return step === undefined || path === undefined ? undefined : { step: Number(step), path }
}

/** The steps that an input needs the answers of. */
export function neededBy(input: unknown): number[] {
  const needed = new Set<number>()
  mapLeaves(input, (leaf) => {
    const marker = markerOf(leaf)
    const reference = marker && '$ref' in marker ? parseReference(marker.$ref) : undefined
    if (reference) needed.add(reference.step)
  })
  return [...needed]
}

/** Whether an answer of this shape may have a value at `path`. Fields that the contract does not know don't count. */
export function hasPath(schema: z.core.$ZodType, path: string): boolean {
  const [key, ...rest] = path === '' ? [] : path.split('.')
  const { def } = (schema as z.ZodType)._zod
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return hasPath(schema.unwrap(), path)
  if (def.type === 'pipe') return key === undefined
  if (schema instanceof z.ZodUnion) return schema.options.some((one) => hasPath(one, path))
  if (schema instanceof z.ZodArray)
    return key === undefined || (/^\d+$/.test(key) && hasPath(schema.element, rest.join('.')))
  if (schema instanceof z.ZodRecord) return key !== undefined && hasPath(schema.valueType, rest.join('.'))
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.core.$ZodType>
    const field = key !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined
    return field !== undefined && hasPath(field, rest.join('.'))
  }
  return key === undefined
}

/** The value that a reference means in an answer; undefined when the answer has none there. */
export const referred = (answer: unknown, { path }: Reference): unknown => valueAt(answer, path)
