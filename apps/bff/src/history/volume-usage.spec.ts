import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../testing/database.ts'
import { openVolumeHistory, type VolumeHistory } from './volume-usage.ts'

const [day, quarter] = [86_400, 900]
/** A Monday's midnight. */
const monday = 20_000 * day
let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
beforeAll(async () => {
  opened = await openTestDatabase()
  db = opened.db
})
afterAll(async () => {
  await opened.end()
})

/** An appliance whose volumes were never looked at. */
async function newAppliance(id: string): Promise<VolumeHistory> {
  const about = { name: id, url: `https://${id}`, fingerprint: null, username: 'user', password_sealed: '' }
  const nothing = { system_id: null, init_status: null, vsnap_version: null, labels: null, notes: null }
  const kept = { maintenance_until: null, maintenance_by: null, maintenance_reason: null }
  await db
    .insertInto('appliances')
    .values({ id, ...about, ...nothing, ...kept, time_created: 0, time_updated: 0 })
    .execute()
  return openVolumeHistory(db)
}
/** Volumes as a list has them: bytes used by their ids; the first has a limit. */
const listOf = (used: Record<string, number>) =>
  Object.entries(used).map(([id, size]) => ({ id, name: `vol-${id}`, size_used: `${size}`, size_total: limit(id) }))
const limit = (id: string) => (id === '1' ? '1000' : null)
const linesOf = (id: string, step: number) =>
  db.selectFrom('volume_usage').select(['time', 'content']).where('appliance_id', '=', id).where('step', '=', step)
const short = (points: readonly { time: number; used: number }[], from: number) =>
  points.map(({ time, used }) => [time - from, used])

test('only what has changed is written; what has not is told as often as that of a pool', async () => {
  const history = await newAppliance('a')
  await history.record('a', listOf({ 1: 100, 2: 7 }), monday)
  await history.record('a', null, monday + 60)
  await history.record('a', listOf({ 1: 100, 2: 7 }), monday + 120)
  await history.record('a', listOf({ 1: 250, 2: 7 }), monday + 660)
  await history.record('a', null, monday + 720)
  const lines = await linesOf('a', 0).execute()
  expect(lines.map(({ content }) => JSON.parse(content) as unknown)).toEqual([
    { sizes: { 1: [100, 1000], 2: [7] } },
    { sizes: { 1: [250, 1000] } },
  ])
  const points = await history.series('a', '1', 0, 0)
  expect(short(points, monday)).toEqual([
    [0, 100],
    [300, 100],
    [600, 100],
    [660, 250],
    [720, 250],
  ])
  expect(points[0]?.total).toBe(1000)
  expect((await history.series('a', '2', 0, 0)).at(-1)).toEqual({ time: monday + 720, used: 7, total: null })
  expect(await history.series('a', '3', 0, 0)).toEqual([])
  for (const step of [900, 86_400] as const)
    expect(await history.series('a', '1', step, 0)).toEqual([{ time: monday, used: 250, total: 1000 }])
})

test('a period begins with how it was then, however long ago that came, also after old values are dropped', async () => {
  const history = await newAppliance('b')
  await history.record('b', listOf({ 1: 100, 2: 1 }), monday)
  for (let time = monday + quarter; time < monday + 4 * day; time += quarter)
    await history.record('b', time % day === 0 ? listOf({ 1: 100, 2: time }) : null, time)
  const now = monday + 4 * day
  for (let looked = 0; looked < 2; looked++) {
    const raw = await history.series('b', '1', 0, now - 2 * day)
    expect(raw.length).toBeGreaterThan(500)
    expect(raw[0]).toEqual({ time: now - 2 * day, used: 100, total: 1000 })
    expect((await history.series('b', '1', 86_400, 0)).map(({ time }) => time)).toEqual(
      [0, 1, 2, 3].map((n) => monday + n * day),
    )
    await history.prune(now)
  }
  expect((await linesOf('b', 0).execute())[0]?.time).toBe(monday + day)
})

test('while nobody looked nothing is known; after a restart what stood in the lists is not lost', async () => {
  const history = await newAppliance('c')
  const list = (used: number) => listOf({ 1: used })
  await history.record('c', list(100), monday)
  await history.record('c', null, monday + 600)
  await db
    .insertInto('fleet_lists')
    .values({ appliance_id: 'c', resource: 'volume', hash: '', items: 1, read_at: monday + 600 })
    .execute()
  // The list was kept, and the console killed before anything was made of it.
  const [row] = list(400)
  const keys = { search: '', words: '', keys: '{}', key_name: null, key_time_created: null, key_size_used: null }
  await db
    .insertInto('fleet_rows')
    .values({ appliance_id: 'c', resource: 'volume', id: '1', content: JSON.stringify(row), ...keys })
    .execute()
  const again = await openVolumeHistory(db)
  await again.record('c', null, monday + 2 * 3600)
  await again.record('c', list(500), monday + 2 * 3600 + 60)
  expect(short(await again.series('c', '1', 0, 0), monday)).toEqual([
    [0, 100],
    [300, 100],
    [600, 100],
    [7200, 400],
    [7260, 500],
  ])
  expect(short(await again.series('c', '1', 900, 0), monday)).toEqual([
    [0, 100],
    [7200, 500],
  ])
})

test('what is gone ends, and what comes with the same id begins anew', async () => {
  const history = await newAppliance('d')
  await history.record('d', listOf({ 1: 100, 2: 5 }), monday)
  await history.record('d', listOf({ 2: 5 }), monday + 60)
  expect(await history.series('d', '1', 0, 0)).toEqual([])
  await history.record('d', listOf({ 1: 9, 2: 5 }), monday + 120)
  expect(short(await history.series('d', '1', 0, 0), monday)).toEqual([[120, 9]])
  expect(short(await history.series('d', '2', 0, 0), monday)).toEqual([
    [0, 5],
    [120, 5],
  ])
})
