import { ApiError } from '@vsnap/contract/error.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Model, openModel } from '../collector/model.ts'
import { openTestDatabase } from '../testing/database.ts'
import { asAnswer } from '../testing/list-answer.ts'
import { list, type Listing } from './listing.ts'

const names = new Map([
  ['a', 'vsnap-a'],
  ['b', 'vsnap-b'],
])
const rows = {
  a: [
    { id: '1', name: 'vol-10', size_used: '900', size_total: null },
    { id: '2', name: 'vol-2', size_used: '1000', size_total: '5000' },
  ],
  b: [
    { id: '1', name: 'Vol-2', size_used: '70', size_total: '6000', parent_path: 'backup/Ünïcode' },
    { id: '2', name: 'alpha', size_total: '100000000000' },
  ],
}
let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
let model: Model

beforeEach(async () => {
  opened = await openTestDatabase()
  db = opened.db
  const common = { url: 'https://127.0.0.1:1', username: 'u', password_sealed: '', time_created: 1, time_updated: 1 }
  for (const [id, name] of names)
    await db
      .insertInto('appliances')
      .values({ ...common, id, name })
      .execute()
  model = await openModel(db)
  await model.rename([...names].map(([id, name]) => ({ id, name })))
  await model.store('a', 'volume', asAnswer(rows.a), false)
  await model.store('b', 'volume', asAnswer(rows.b), false)
})
afterEach(async () => {
  await opened.end()
})

const found = (listing: Listing) => list(db, 'volume', names, listing)
const keys = async (listing: Listing) =>
  (await found(listing)).items.map((row) => `${row.appliance.id}${String((row as { id?: unknown }).id)}`)

test('sorted as people count: names by their numbers, sizes by value, what has none last either way', async () => {
  expect(await keys({})).toEqual(['b2', 'a2', 'b1', 'a1'])
  expect(await keys({ sort: '-name' })).toEqual(['a1', 'b1', 'a2', 'b2'])
  expect(await keys({ sort: 'size_used' })).toEqual(['b1', 'a1', 'a2', 'b2'])
  expect(await keys({ sort: '-size_used' })).toEqual(['a2', 'a1', 'b1', 'b2'])
  expect(await keys({ sort: '-size_total' })).toEqual(['b2', 'b1', 'a2', 'a1'])
  for (const sort of ['appliance', 'appliance.name']) expect(await keys({ sort })).toEqual(['a1', 'a2', 'b1', 'b2'])
  expect(await keys({ sort: '-appliance' })).toEqual(['b2', 'b1', 'a2', 'a1'])
})

test('parts of a number are sorted as parts of a number', async () => {
  const health = ['99.5', '100', '99.45', '0', 7].map((value, n) => ({ id: `${n}`, health: value }))
  await model.store('a', 'pool', asAnswer(health), false)
  const { items } = await list(db, 'pool', names, { sort: 'health' })
  expect(items.map((row) => (row as { health?: unknown }).health)).toEqual(['0', 7, '99.45', '99.5', '100'])
})

test('sorted by what no row has, or by what every object has, it is still one order', async () => {
  for (const sort of ['nothing', 'constructor', 'toString', '__proto__'])
    expect(await keys({ sort })).toEqual(['a1', 'a2', 'b1', 'b2'])
})

test('filtered by any text or number of a row, whatever its case, and by the appliance’s name', async () => {
  expect(await keys({ q: ' VOL-2 ' })).toEqual(['a2', 'b1'])
  expect(await keys({ q: 'ünïcode' })).toEqual(['b1'])
  expect(await keys({ q: 'vsnap-b' })).toEqual(['b2', 'b1'])
  expect(await found({ q: 'no such thing' })).toEqual({ items: [], total: 0, next: null })
  for (const q of ['%', '_', '\\']) expect((await found({ q })).total, q).toBe(0)
  expect((await found({ q: '  ' })).total).toBe(4)
  expect(await keys({ appliance: 'b' })).toEqual(['b2', 'b1'])
})

test('pages follow each other without a gap or an overlap, to the last, also where there is no value', async () => {
  const many = Array.from({ length: 250 }, (_, n) => ({ id: `${n}`, ...(n % 5 ? { name: `v${n % 7}` } : {}) }))
  await model.store('a', 'volume', asAnswer(many.slice(0, 120)), false)
  await model.store('b', 'volume', asAnswer(many.slice(120)), false)
  for (const sort of ['name', '-name', 'appliance', '-id', 'nothing']) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await found({ limit: 33, cursor, sort })
      expect(page.total).toBe(250)
      seen.push(...page.items.map((row) => String((row as { id?: unknown }).id)))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(250)
    expect(new Set(seen).size).toBe(250)
  }
})

test('a row that comes while somebody pages moves none of the others', async () => {
  const first = await found({ limit: 2 })
  await model.store('a', 'volume', asAnswer([...rows.a, { id: '3', name: 'aaa' }]), false)
  const second = await found({ limit: 2, cursor: first.next ?? '' })
  expect(second.items.map((row) => (row as { name?: unknown }).name)).toEqual(['Vol-2', 'vol-10'])
})

test('a cursor beyond the end is an empty page; one that nobody gave is refused', async () => {
  const beyond = Buffer.from(JSON.stringify([null, 'b', '9'])).toString('base64url')
  expect(await found({ cursor: beyond })).toEqual({ items: [], total: 4, next: null })
  for (const cursor of ['', 'x', '!!', Buffer.from('["a"]').toString('base64url')])
    await expect(found({ cursor })).rejects.toThrow(ApiError)
})

test('what is the same writes nothing; what is gone is gone; what nobody asked for is news', async () => {
  expect(await model.store('a', 'volume', asAnswer(rows.a), true)).toBeNull()
  expect(await model.store('a', 'volume', asAnswer(rows.a.slice(1)), true)).toEqual(rows.a.slice(1))
  expect(await keys({ appliance: 'a' })).toEqual(['a2'])
  expect(await model.store('b', 'volume', asAnswer([]), false)).toEqual([])
  const news = await db.selectFrom('fleet_changes').select(['kind', 'name', 'appliance_id']).execute()
  expect(news).toEqual([{ kind: 'disappeared', name: 'vol-10', appliance_id: 'a' }])
})

test('it is still known after a restart, with its age', async () => {
  await model.flush()
  const again = await openModel(db)
  expect(again.known('a', 'volume')).toEqual(model.known('a', 'volume'))
  expect(await again.store('a', 'volume', asAnswer(rows.a), true)).toBeNull()
})
