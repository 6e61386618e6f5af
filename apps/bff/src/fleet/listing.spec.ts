import { ApiError } from '@vsnap/contract/error.ts'
import { expect, test } from 'vitest'
import { list, type FleetRow } from './listing.ts'

const [a, b] = [
  { id: 'a', name: 'vsnap-a' },
  { id: 'b', name: 'vsnap-b' },
]
const rows: FleetRow[] = [
  { appliance: a, id: '1', name: 'vol-10', size_used: '900', size_total: null },
  { appliance: a, id: '2', name: 'vol-2', size_used: '1000', size_total: '5000' },
  { appliance: b, id: '1', name: 'Vol-2', size_used: '70', size_total: '6000', parent_path: 'backup/Ünïcode' },
  { appliance: b, id: '2', name: 'alpha', size_total: '100000000000' },
]
const keys = (found: readonly FleetRow[]) => found.map(({ appliance, id }) => `${appliance.id}${String(id)}`)

test('sorted as people count: names by their numbers, sizes by value, what has none last either way', () => {
  expect(keys(list(rows, {}).items)).toEqual(['b2', 'a2', 'b1', 'a1'])
  expect(keys(list(rows, { sort: '-name' }).items)).toEqual(['a1', 'b1', 'a2', 'b2'])
  expect(keys(list(rows, { sort: 'size_used' }).items)).toEqual(['b1', 'a1', 'a2', 'b2'])
  expect(keys(list(rows, { sort: '-size_used' }).items)).toEqual(['a2', 'a1', 'b1', 'b2'])
  expect(keys(list(rows, { sort: '-size_total' }).items)).toEqual(['b2', 'b1', 'a2', 'a1'])
  expect(keys(list(rows, { sort: '-appliance' }).items)).toEqual(['b1', 'b2', 'a1', 'a2'])
})

test('parts of a number are sorted as parts of a number', () => {
  const health = ['99.5', '100', '99.45', '0'].map((value, n): FleetRow => ({
    appliance: a,
    id: `${n}`,
    health: value,
  }))
  expect(list(health, { sort: 'health' }).items.map((row) => row['health'])).toEqual(['0', '99.45', '99.5', '100'])
})

test('sorted by what no row has, or by what every object has, it is still one order', () => {
  const order = ['a1', 'a2', 'b1', 'b2']
  for (const sort of ['nothing', 'constructor', 'toString', '__proto__'])
    expect(keys(list(rows.toReversed(), { sort }).items)).toEqual(order)
})

test('filtered by any text or number of a row, whatever its case, and by the appliance’s name', () => {
  expect(keys(list(rows, { q: ' VOL-2 ' }).items)).toEqual(['a2', 'b1'])
  expect(keys(list(rows, { q: 'ünïcode' }).items)).toEqual(['b1'])
  expect(keys(list(rows, { q: 'vsnap-b' }).items)).toEqual(['b2', 'b1'])
  expect(list(rows, { q: 'no such thing' })).toEqual({ items: [], total: 0, next: null })
  expect(list(rows, { q: '  ' }).total).toBe(4)
})

test('pages follow each other without a gap or an overlap, to the last', () => {
  const many = Array.from({ length: 250 }, (_, n): FleetRow => ({
    appliance: n % 2 ? a : b,
    id: `${n}`,
    name: `v${n % 7}`,
  }))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = list(many, { limit: 33, cursor, sort: '-name' })
    expect(page.total).toBe(250)
    seen.push(...keys(page.items))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(seen).toHaveLength(250)
  expect(new Set(seen).size).toBe(250)
  expect(seen).toEqual(keys(list(many, { limit: 1000, sort: '-name' }).items))
})

test('a cursor beyond the end is an empty page; one that nobody gave is refused', () => {
  const beyond = Buffer.from('o99').toString('base64url')
  expect(list(rows, { cursor: beyond })).toEqual({ items: [], total: 4, next: null })
  for (const cursor of [
    '',
    'x',
    '!!',
    Buffer.from('o-1').toString('base64url'),
    Buffer.from('o1 ').toString('base64url'),
  ])
    expect(() => list(rows, { cursor })).toThrow(ApiError)
})
