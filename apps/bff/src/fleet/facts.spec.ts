import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Row } from '../collector/lists.ts'
import { openModel } from '../collector/model.ts'
import { openTestDatabase } from '../testing/database.ts'
import { asAnswer } from '../testing/list-answer.ts'
import { openFacts } from './facts.ts'

let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
beforeAll(async () => {
  opened = await openTestDatabase()
  db = opened.db
})
afterAll(async () => {
  await opened.end()
})

it('sessions count in the order in which they ended: one that was canceled while it waited fails nothing that was completed since', async () => {
  const facts = await openFacts(db)
  const session = (id: string, status: string, queued: number, ended: number) => ({
    id,
    rel_id: 'r1',
    local_snap_id: `2${id}`,
    status,
    time_queued: `${queued}`,
    time_ended: `${ended}`,
  })
  const rows = [session('1', 'COMPLETED', 100, 190), session('2', 'FAILED', 110, 120)]
  await facts.update('a', 'session', rows)
  expect(facts.of('a').failed.size).toBe(0)
  expect(facts.of('a').succeeded.get('r1')).toEqual({ session: '1', snapshot: '21', queued: 100 })
  await facts.update('a', 'session', [...rows, session('3', 'FAILED', 130, 200)])
  expect([...facts.of('a').failures]).toEqual([['r1', 1]])
  expect(Object.fromEntries(facts.of('a').sessions)).toEqual({ COMPLETED: 1, FAILED: 2 })
  // Of the same second, and as a database may have them: the higher id is the later one.
  await facts.update('a', 'session', [session('10', 'COMPLETED', 300, 300), session('9', 'FAILED', 300, 300)])
  expect(facts.of('a').failed.size).toBe(0)
})

it('of a thousand snapshots it knows when those were made that were sent, whichever list was read first, and after a restart', async () => {
  const common = { url: 'https://127.0.0.1:1', username: 'u', password_sealed: '', time_created: 1, time_updated: 1 }
  await db
    .insertInto('appliances')
    .values({ ...common, id: 'a', name: 'a' })
    .execute()
  const model = await openModel(db)
  const facts = await openFacts(db)
  const read = async (resource: FleetResource, rows: readonly Row[]) => {
    await model.store('a', resource, asAnswer(rows), false)
    await facts.update('a', resource, rows)
  }
  const snapshots = Array.from({ length: 1000 }, (_, n) => ({
    id: `${n}`,
    name: `s-${n}`,
    parent_id: '1',
    time_created: `${5000 + n}`,
  }))
  const completed = (id: string, snapshot: string) => ({
    id,
    rel_id: 'r1',
    local_snap_id: snapshot,
    status: 'COMPLETED',
    time_queued: `9${id}`,
  })

  await read('snapshot', snapshots)
  expect([...facts.of('a').taken]).toEqual([])
  await read('relationship', [{ id: 'r1', local_role: 'primary', last_success_snap_id: '7' }])
  expect([...facts.of('a').taken]).toEqual([['7', 5007]])
  // One that is not in the list yet is known as soon as it is.
  await read('session', [completed('1', '1000')])
  expect([...facts.of('a').taken]).toEqual([['7', 5007]])
  await read('snapshot', [...snapshots, { id: '1000', name: 'new', parent_id: '1', time_created: '8000' }])
  const both = new Map([
    ['7', 5007],
    ['1000', 8000],
  ])
  expect(facts.of('a').taken).toEqual(both)
  const after = (await openFacts(db)).of('a')
  expect(after.taken).toEqual(both)
  expect([...after.newest]).toEqual([['1', 8000]])
  // One that was kept before the newest were kept with it is looked through once.
  const kept = db.selectFrom('fleet_lists').select('newest').where('resource', '=', 'snapshot')
  await db.updateTable('fleet_lists').set({ newest: null }).execute()
  expect([...(await openFacts(db)).of('a').newest]).toEqual([['1', 8000]])
  expect(await kept.execute()).toEqual([{ newest: '[["1",8000]]' }])
  // What was deleted meanwhile is not known any more.
  await read('snapshot', snapshots.slice(8))
  expect([...facts.of('a').taken]).toEqual([])
})
