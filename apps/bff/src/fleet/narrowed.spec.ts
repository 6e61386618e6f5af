import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Model, openModel } from '../collector/model.ts'
import { openTestDatabase } from '../testing/database.ts'
import { asAnswer } from '../testing/list-answer.ts'
import { list, type Listing } from './listing.ts'

// So many that the index of texts is asked.
const each = 3_000
const names = new Map([
  ['a', 'site-a'],
  ['b', 'site-b'],
  ['c', 'other'],
])
let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
let model: Model

const rows = (word: string, count = each) =>
  Array.from({ length: count }, (_, n) => ({ id: `${n}`, name: `${word}-${n}`, time_created: `${n}` }))
const told = async (listing: Listing) => {
  const { total, items } = await list(db, 'snapshot', names, { limit: 2, ...listing })
  return [total, ...items.map(({ name }) => name as string)]
}

beforeAll(async () => {
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
  await model.store('a', 'snapshot', asAnswer(rows('alpha')), false)
  await model.store('b', 'snapshot', asAnswer(rows('beta')), false)
})
afterAll(async () => {
  await opened.end()
})

test('a part of a name, an appliance’s name, and what nothing contains, with how many there are', async () => {
  expect(await told({ q: 'ALPHA-299' })).toEqual([11, 'alpha-299', 'alpha-2990'])
  expect(await told({ q: 'ta-12', sort: '-time_created' })).toEqual([111, 'beta-1299', 'beta-1298'])
  expect(await told({ q: 'site-b', sort: 'appliance' })).toEqual([each, 'beta-0', 'beta-1'])
  expect(await told({ q: '-1', sort: '-parent_id' })).toEqual([0])
  expect(await told({ q: 'be"ta' })).toEqual([0])
})

test('many texts, one after the other and at once, asked for again: each finds its own', async () => {
  const texts = ['alpha-1', 'beta-2', 'alpha-33', 'beta-44', 'alpha-555', 'beta-666', 'alpha-1']
  const found = texts.map((text) => [
    rows(text.split('-')[0] ?? '').filter(({ name }) => name.includes(text)).length,
    text,
  ])
  const ask = async (q: string) => (await told({ q, limit: 1 })).slice(0, 2)
  for (const [n, text] of texts.entries()) expect(await ask(text)).toEqual(found[n])
  expect(await Promise.all(texts.map(ask))).toEqual(found)
})

test('what was read before anybody heard of its appliance’s name is found by it', async () => {
  const common = { url: 'https://127.0.0.1:1', username: 'u', password_sealed: '', time_created: 1, time_updated: 1 }
  await db
    .insertInto('appliances')
    .values({ ...common, id: 'd', name: 'late-d' })
    .execute()
  await model.store('d', 'snapshot', asAnswer(rows('delta', 20)), false)
  expect(await told({ q: 'late-d' })).toEqual([0])
  names.set('d', 'late-d')
  await model.rename([{ id: 'd', name: 'late-d' }])
  expect(await told({ q: 'late-d', sort: 'appliance' })).toEqual([20, 'delta-0', 'delta-1'])
  names.delete('d')
  await db.deleteFrom('appliances').where('id', '=', 'd').execute()
})

test('fewer than three letters are what a name begins with', async () => {
  expect(await told({ q: 'al' })).toEqual([each, 'alpha-0', 'alpha-1'])
  expect(await told({ q: 'lp' })).toEqual([0])
})

test('of some appliances, or of one, only what is theirs is found and counted', async () => {
  await model.store('c', 'snapshot', asAnswer(rows('alpha', 10)), false)
  const both = ['a', 'b']
  expect(await told({ q: 'ta-12', sort: '-time_created', among: both })).toEqual([111, 'beta-1299', 'beta-1298'])
  expect(await told({ q: 'alpha-1', among: both })).toEqual([1111, 'alpha-1', 'alpha-10'])
  expect(await told({ q: 'a-', sort: '-time_created', among: both })).toEqual([0])
  expect(await told({ q: '-29', sort: 'appliance', among: both })).toEqual([222, 'alpha-29', 'alpha-290'])
  expect(await told({ q: 'be', among: both })).toEqual([each, 'beta-0', 'beta-1'])
  // Of so many that those who match are followed one by one, and of one that alone has as many.
  await model.store('c', 'snapshot', asAnswer([...rows('gamma', 5_001), { id: 'x', name: 'alpha-x' }]), false)
  expect(await told({ q: 'gamma', among: ['a', 'c'] })).toEqual([5_001, 'gamma-0', 'gamma-1'])
  expect(await told({ q: 'alpha', appliance: 'c' })).toEqual([1, 'alpha-x'])
  expect(await told({ q: 'gamma', appliance: 'c', sort: '-time_created' })).toEqual([5_001, 'gamma-5000', 'gamma-4999'])
  await db.deleteFrom('appliances').where('id', '=', 'c').execute()
})

test('what is renamed, changed or removed is found as it is now', async () => {
  names.set('b', 'moved-b')
  await model.rename([{ id: 'b', name: 'moved-b' }])
  expect(await told({ q: 'site-b' })).toEqual([0])
  expect(await told({ q: 'moved' })).toEqual([each, 'beta-0', 'beta-1'])
  await model.store('a', 'snapshot', asAnswer(rows('gamma', each + 1)), false)
  expect(await told({ q: 'alpha' })).toEqual([0])
  expect(await told({ q: 'gamma' })).toEqual([each + 1, 'gamma-0', 'gamma-1'])
  await db.deleteFrom('appliances').where('id', '=', 'b').execute()
  expect(await told({ q: 'beta' })).toEqual([0])
})
