import type { Alert, Attention } from '@vsnap/console-api/alert.ts'
import type { UsagePoint } from '@vsnap/console-api/history.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'

const waits = { background: true, fleet: 2_000, connect: 1_000 }
let fake: FakeAppliance
let console: TestConsole
let admin: Visitor
let id: string
/** Of the pool `tank`, as the appliance tells. */
let tank = { used: 500, status: 'ONLINE' }

beforeAll(async () => {
  fake = await startFakeAppliance()
  fake.answer = ({ url }, res) => {
    const [, resource] = /^\/api\/(\w+)$/.exec(url) ?? []
    if (resource === undefined || resource === 'system') return false
    send(res, 200, { [`${resource}s`]: rows[resource]?.() ?? [] })
    return true
  }
  console = await startTestConsole({ waits })
  admin = await console.admin()
  const { url, account, certificate } = fake
  const body = { name: 'vsnap-a', url, ...account, fingerprint: certificate.fingerprint }
  id = ((await admin.call('POST', '/api/appliances', { body })).json as { id: string }).id
})
afterAll(async () => {
  await console.end()
  await fake.stop()
})

const old = Math.floor(Date.now() / 1000) - 200_000
const rows: Record<string, () => object[]> = {
  pool: () => [
    { id: '1', name: 'tank', size_total: '1000', size_used: `${tank.used}`, status: tank.status, health: '100' },
  ],
  volume: () => [
    { id: '1', name: 'kept', volume_type: 'filesystem', is_clone: false, pool_id: '1' },
    { id: '2', name: 'bare', volume_type: 'lun', is_clone: false, pool_id: '1' },
    { id: '3', name: 'a clone', volume_type: 'lun', is_clone: true, pool_id: '1' },
    { id: '4', name: 'a file', volume_type: 'filebackedlun', is_clone: false, pool_id: '1' },
  ],
  snapshot: () => [
    { id: '1', name: 's', parent_id: '1', time_created: `${Math.floor(Date.now() / 1000) - 60}` },
    { id: '2', name: 't', parent_id: '2', time_created: `${old}` },
  ],
  relationship: () => [
    {
      id: 'r1',
      local_role: 'primary',
      local_vol_id: '1',
      local_vol_name: 'kept',
      last_sync_status: 'COMPLETED',
      time_created: `${old}`,
    },
  ],
  session: () => [
    { id: '1', rel_id: 'r1', status: 'ACTIVE', size_sent: '77', time_queued: `${old}`, time_started: `${old}` },
  ],
}

interface Overview {
  attention: Attention[]
  capacity: { used: number; total: number; pools: { name: string; forecast: { growth: unknown } }[] }
  protection: object
  activity: { sessions: object[]; changes: { title: string }[] }
}
const overview = async () => (await admin.call('GET', '/api/fleet')).json as Overview
const alerts = async () => ((await admin.call('GET', '/api/alerts')).json as { alerts: Alert[] }).alerts
const titles = async () => (await overview()).attention.map(({ title }) => title)
/** What the console knows of pools is looked at, and so it is read often. */
const look = () => admin.call('GET', '/api/fleet/pool')

test('the overview says what is so: capacity, protection, what runs', async () => {
  await expect.poll(async () => (await overview()).activity.sessions).toHaveLength(1)
  await expect
    .poll(async () => (await overview()).protection)
    .toEqual({
      volumes: 2,
      without_snapshot: 1,
      without_relationship: 1,
      relationships: 1,
      behind: 1,
    })
  const { capacity, activity } = await overview()
  expect(capacity).toMatchObject({ used: 500, total: 1000, pools: [{ name: 'tank', forecast: { growth: null } }] })
  expect(activity.sessions).toMatchObject([{ name: 'kept', size_sent: 77, status: 'ACTIVE' }])
  expect(activity.changes).toMatchObject([{ title: 'Add appliance' }])
  const without = async (what: string) =>
    ((await admin.call('GET', `/api/fleet/unprotected/${what}`)).json as { volumes: { name: string }[] }).volumes
  expect(await without('snapshot')).toMatchObject([{ name: 'bare', newest: old }])
  expect(await without('relationship')).toMatchObject([{ name: 'bare' }])
})

test('a pool that fills up is one alert until it is emptier again, and not for every per cent', async () => {
  await look()
  tank = { ...tank, used: 915 }
  await expect.poll(titles).toContain('Pool tank on vsnap-a is 91 % used')
  const full = (await alerts()).filter(({ rule }) => rule === 'pool-full')
  expect(full).toMatchObject([{ severity: 'danger', object: { id: '1', name: 'tank' }, remedy: 'expand-pool' }])

  await look()
  tank = { ...tank, used: 892 }
  await expect.poll(titles).toContain('Pool tank on vsnap-a is 89 % used')
  expect((await alerts()).filter(({ rule }) => rule === 'pool-full')).toHaveLength(1)
})

test('a replica is late by the target of all, or by one of its own', async () => {
  const put = async (who: Visitor, path: string, seconds: number | null) =>
    who.call('PUT', `/api/lag-targets${path}`, { body: { seconds } })
  const operator = await console.person('operator')
  const behind = async () => ((await overview()).protection as { behind: number }).behind
  expect(await behind()).toBe(1)
  expect(await titles()).toContain('The replica of kept on vsnap-a is behind')

  expect((await put(await console.person('viewer'), '/r1', 300_000)).status).toBe(403)
  expect((await put(operator, '', 300_000)).status).toBe(403)
  expect((await put(operator, '/nothing', 300_000)).status).toBe(404)
  expect((await put(operator, '/r1', 59)).status).toBe(400)

  expect((await put(operator, '/r1', 300_000)).json).toEqual({
    usual: 86_400,
    own: [{ relationship: 'r1', seconds: 300_000 }],
  })
  expect(await behind()).toBe(0)
  await expect.poll(titles).not.toContain('The replica of kept on vsnap-a is behind')
  await put(operator, '/r1', null)
  expect(await behind()).toBe(1)
  expect((await put(admin, '', 172_800)).json).toEqual({ usual: 172_800, own: [] })
  await expect
    .poll(async () => (await overview()).attention.map(({ text }) => text))
    .toContain('It was not brought up to date within 2 days, its target. Start a session.')
})

test('somebody looks after it: it says who, also after a restart, and nothing is raised twice', async () => {
  const [first] = (await alerts()).filter(({ rule }) => rule === 'pool-full')
  const path = `/api/alerts/${first?.id}`
  const body = { action: 'acknowledge' }
  expect((await (await console.person('viewer')).call('POST', path, { body })).status).toBe(403)
  expect((await admin.call('POST', path, { body })).json).toMatchObject({
    acknowledged_by: 'admin',
    time_cleared: null,
  })
  expect((await admin.call('POST', '/api/alerts/nothing', { body })).status).toBe(404)

  const { data } = console
  await console.stop()
  console = await startTestConsole({ data, waits })
  admin = await console.admin()
  await expect.poll(titles).toContain('Pool tank on vsnap-a is 89 % used')
  const line = (await overview()).attention.find(({ rule }) => rule === 'pool-full')
  expect(line).toMatchObject({ acknowledged_by: 'admin', since: first?.since })
  expect((await alerts()).filter(({ rule }) => rule === 'pool-full')).toMatchObject([{ id: first?.id }])
})

test('how far a relationship has come is told apart from its sessions', async () => {
  const { lags } = (await admin.call('GET', '/api/relationships/lags')).json as { lags: object[] }
  expect(lags).toEqual([{ relationship: 'r1', succeeded: null, session: null, failed: false }])
})

test('targets are remembered', async () => {
  expect((await admin.call('GET', '/api/lag-targets')).json).toEqual({ usual: 172_800, own: [] })
})

test('a replica is late by what arrived, when its volume is on a system that is not in this console', async () => {
  const own = { id: 'r2', local_role: 'replica', local_vol_id: '2', local_vol_name: 'bare', remote_vol_name: 'theirs' }
  rows['relationship'] = () => [{ ...own, time_created: `${old - 1000}` }]
  await admin.call('GET', '/api/fleet/relationship')
  await expect.poll(titles).toContain('The replica bare on vsnap-a is behind')
  expect((await overview()).protection).toMatchObject({ relationships: 1, behind: 1 })
  const { lags } = (await admin.call('GET', '/api/relationships/lags')).json as { lags: object[] }
  expect(lags).toEqual([{ relationship: 'r2', succeeded: old, session: null, failed: false }])
})

test('how full it was is remembered', async () => {
  const past = async (step: number) =>
    ((await admin.call('GET', `/api/history/appliances/${id}/pools/1?step=${step}`)).json as { points: UsagePoint[] })
      .points
  const used = (await past(0)).map((point) => point.used)
  expect(used[0]).toBe(500)
  expect(used).toContain(915)
  expect(used.at(-1)).toBe(892)
  expect((await past(86_400)).at(-1)).toMatchObject({ used: 892, total: 1000 })
  expect((await admin.call('GET', `/api/history/appliances/${id}/pools/1?step=7`)).status).toBe(400)
  expect((await admin.call('GET', '/api/history/appliances/nobody/pools/1')).status).toBe(404)
})

test('the worst comes first; what does not answer is said at once, and is an alert only after two minutes', async () => {
  await fake.stop()
  await look()
  await expect.poll(titles).toContain('vsnap-a does not answer')
  const [first] = (await overview()).attention
  expect(first).toMatchObject({ rule: 'appliance-unreachable', severity: 'danger', remedy: 'look' })
  expect((await alerts()).map(({ rule }) => rule)).not.toContain('appliance-unreachable')
})
