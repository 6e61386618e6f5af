import { ApiError } from '@vsnap/contract/error.ts'
import type { Row } from './fleet-reader.ts'

/** A row of the fleet: the API's own fields, and whose it is. */
export type FleetRow = Row & { readonly appliance: { readonly id: string; readonly name: string } }

export interface Listing {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** Filters, sorts and pages rows; `next` is the cursor of the page that follows, null on the last one. */
export function list(
  rows: readonly FleetRow[],
  { q, sort = 'name', limit = 100, cursor }: Listing,
): { items: FleetRow[]; total: number; next: string | null } {
  const needle = q?.trim().toLocaleLowerCase('en')
  const matching = needle ? rows.filter((row) => contains(row, needle)) : rows
  const sorted = matching.toSorted(order(sort))
  const start = cursor === undefined ? 0 : offsetOf(cursor)
  const items = sorted.slice(start, start + limit)
  const end = start + items.length
  return {
    items,
    total: sorted.length,
    next: end < sorted.length ? Buffer.from(`o${end}`).toString('base64url') : null,
  }
}

function offsetOf(cursor: string): number {
  const [, offset] = /^o(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  if (offset === undefined)
    throw new ApiError(400, 'InvalidParameterError', 'cursor: expected the next of an answer before.', {
      field: 'cursor',
    })
  return Number(offset)
}

function contains(row: FleetRow, needle: string): boolean {
  return [...Object.values(row), row.appliance.name].some(
    (value) =>
      (typeof value === 'string' || typeof value === 'number') &&
      String(value).toLocaleLowerCase('en').includes(needle),
  )
}

const number = /^-?\d+(\.\d+)?$/
/** Sizes and times are numbers that travel as text; in names digits count as numbers. */
const compare = (a: string, b: string) =>
  number.test(a) && number.test(b) ? Number(a) - Number(b) : collator.compare(a, b)
const collator = new Intl.Collator('en', { numeric: true })

function order(sort: string): (a: FleetRow, b: FleetRow) => number {
  const down = sort.startsWith('-')
  const field = down ? sort.slice(1) : sort
  const value = (row: FleetRow): unknown =>
    field === 'appliance' ? row.appliance.name : Object.hasOwn(row, field) ? row[field] : null
  return (a, b) => {
    const [left, right] = [value(a), value(b)]
    // What has no value comes last, whichever way it is sorted.
    if (left == null || right == null) return Number(left == null) - Number(right == null) || tie(a, b)
    const compared = compare(String(left), String(right))
    return (down ? -compared : compared) || tie(a, b)
  }
}

/** The same order every time, so that pages do not overlap. */
const tie = (a: FleetRow, b: FleetRow) =>
  collator.compare(`${a.appliance.name} ${String(a['id'])}`, `${b.appliance.name} ${String(b['id'])}`)
