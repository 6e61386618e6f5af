import { afterAll, beforeAll, expect, test } from 'vitest'
import { batched, statement } from './batch.ts'
import { openTestDatabase } from '../testing/database.ts'

let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
beforeAll(async () => {
  opened = await openTestDatabase()
  db = opened.db
})
afterAll(async () => {
  await opened.end()
})

const person = (name: string) => ({
  name,
  name_key: name,
  role: 'viewer' as const,
  password_hash: '',
  time_created: 0,
  time_updated: 0,
})
const add = (name: string) => batched(db, (on) => on.insertInto('people').values(person(name)).execute())
const names = async () =>
  (await db.selectFrom('people').select('name').orderBy('name').execute()).map(({ name }) => name)

test('changes that are asked for at once are all there when each is told so, in their order', async () => {
  const rename = (from: string, to: string) =>
    batched(db, (on) => on.updateTable('people').set({ name: to }).where('name', '=', from).execute())
  const first = add('a').then(names)
  await Promise.all([first, add('b'), rename('b', 'c'), rename('c', 'd'), add('e')])
  expect(await first).toContain('a')
  expect(await names()).toEqual(['a', 'd', 'e'])
})

test('one that cannot be made fails alone', async () => {
  const results = await Promise.allSettled([add('x'), add('x'), add('y')])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await names()).toEqual(['a', 'd', 'e', 'x', 'y'])
  await add('z')
  expect(await names()).toContain('z')
})

test('statements are put into words once, and each has its own values; one that cannot be made fails alone', async () => {
  const insert = statement((row: ReturnType<typeof person>) => db.insertInto('people').values(row))
  const rename = statement(({ from, ...set }: { name: string; from: string }) =>
    db.updateTable('people').set(set).where('name', '=', from),
  )
  const results = await Promise.allSettled([
    batched(db, insert(person('s'))),
    batched(db, insert(person('s'))),
    batched(db, insert(person('t'))),
    batched(db, rename({ name: 'u', from: 't' })),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(await names()).toEqual(expect.arrayContaining(['s', 'u']))
  expect(insert(person('v')).sql).toBe(insert(person('w')).sql)
  // Values in another order than the words have them would stand where others belong.
  const wrong = statement(({ from, name }: { from: string; name: string }) =>
    db.updateTable('people').set({ name }).where('name', '=', from),
  )
  expect(() => wrong({ from: 's', name: 'x' })).toThrow('not its values in their order')
})
