import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Model, openModel } from '../collector/model.ts'
import { openTestDatabase } from '../testing/database.ts'
import { asAnswer } from '../testing/list-answer.ts'
import { search } from './search.ts'

const names = new Map([['a', 'vsnap-a']])
let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
let model: Model

beforeEach(async () => {
  opened = await openTestDatabase()
  db = opened.db
  const account = { url: 'https://127.0.0.1:1', username: 'u', password_sealed: '', time_created: 1, time_updated: 1 }
  await db
    .insertInto('appliances')
    .values({ ...account, id: 'a', name: 'vsnap-a' })
    .execute()
  model = await openModel(db)
})
afterEach(async () => {
  await opened.end()
})

const found = async (q: string, limit?: number) => {
  const { items, more } = await search(db, names, { q, limit })
  return { names: items.map(({ resource, name }) => `${resource} ${name}`), more, items }
}

test('by name, id, serial number and initiator; the same one first, then what begins so', async () => {
  await model.store('a', 'pool', asAnswer([{ id: '17', name: 'backup', status: 'ONLINE' }]), false)
  await model.store(
    'a',
    'volume',
    asAnswer([
      { id: '1', name: 'my-oracle', serial: '68d65662-0bbf' },
      { id: '2', name: 'oracle-2' },
      { id: '3', name: 'Oracle' },
    ]),
    false,
  )
  await model.store('a', 'host', asAnswer([{ id: '5', name: 'db', iqns: ['iqn.1988-12.com.oracle:dev47'] }]), false)
  expect((await found(' ORACLE ')).names).toEqual(['volume Oracle', 'volume oracle-2', 'volume my-oracle', 'host db'])
  expect((await found('dev47')).items).toEqual([
    {
      resource: 'host',
      appliance: { id: 'a', name: 'vsnap-a' },
      id: '5',
      name: 'db',
      match: { field: 'iqns', text: 'iqn.1988-12.com.oracle:dev47' },
    },
  ])
  expect((await found('68D65662')).names).toEqual(['volume my-oracle'])
  expect((await found('17')).names).toEqual(['pool backup'])
  for (const q of ['ONLINE', 'volume', '%', '_', '  ']) expect((await found(q)).names, q).toEqual([])
})

test('a LUN by a part of its serial number, which no list has, and by its name all the same', async () => {
  await model.store('a', 'volume', asAnswer([{ id: '1', name: 'cafe', volume_type: 'lun' }]), false)
  const serial = '31C6ed7b-6935-48f6-9710-3c8b601ae2a7'
  await db
    .insertInto('volume_serials')
    .values([
      { appliance_id: 'a', id: '1', time_created: '5', serial },
      { appliance_id: 'a', id: '2', time_created: '5', serial: '31c6-of-one-that-is-gone' },
    ])
    .execute()
  for (const q of [serial, '31c6ED7B', '3c8b601ae2a7'])
    expect((await found(q)).items).toMatchObject([{ id: '1', name: 'cafe', match: { field: 'serial', text: serial } }])
  expect((await found('cafe')).items).toMatchObject([{ id: '1', match: null }])
  // As few letters as nearly all of them have.
  expect((await found('ae2')).names).toEqual([])
  expect((await found('%c6_')).names).toEqual([])
})

test('of many that match only so many are answered, and the one with the very name is among them', async () => {
  const many = Array.from({ length: 500 }, (_, n) => ({ id: `${n}`, name: `daily-${n}`, parent_id: '1' }))
  await model.store('a', 'snapshot', asAnswer([...many, { id: '500', name: 'daily' }]), false)
  const { names: first, more } = await found('daily', 5)
  expect(first).toHaveLength(5)
  expect(first[0]).toBe('snapshot daily')
  expect(more).toBe(true)
})
