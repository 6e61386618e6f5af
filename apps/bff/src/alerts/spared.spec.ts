import type { Alert, Attention } from '@vsnap/console-api/alert.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'

let fake: FakeAppliance
let console: TestConsole
let admin: Visitor
let id: string

const old = `${Math.floor(Date.now() / 1000) - 200_000}`
const session = (n: number, status: string) => ({ id: `${n}`, rel_id: 'r1', status, time_queued: `${Number(old) + n}` })
const rows: Record<string, object[]> = {
  pool: [{ id: '1', name: 'tank', size_total: '1000', size_used: '850', status: 'ONLINE', health: '100' }],
  disk: [
    { name: '/dev/sda', uuid: 'aa', used_as: 'log' },
    { name: '/dev/sdb', uuid: 'bb', used_as: 'failed' },
  ],
  volume: [{ id: '1', name: 'kept', volume_type: 'filesystem', is_clone: false, pool_id: '1' }],
  relationship: [
    { id: 'r1', local_role: 'primary', local_vol_id: '1', local_vol_name: 'kept', last_sync_status: 'FAILED' },
  ],
  session: [session(1, 'FAILED')],
}

beforeAll(async () => {
  fake = await startFakeAppliance()
  fake.answer = ({ url }, res) => {
    if (url === '/api/pool/1') {
      send(res, 200, {
        ...rows['pool']?.[0],
        disks: { log: ['/dev/disk/by-id/scsi-aa'], cache: ['/dev/bb'], spare: ['/dev/cc'] },
      })
      return true
    }
    const [, resource] = /^\/api\/(\w+)$/.exec(url) ?? []
    if (resource === undefined || resource === 'system') return false
    send(res, 200, { [`${resource}s`]: rows[resource] ?? [] })
    return true
  }
  console = await startTestConsole({ waits: { background: true, fleet: 2_000, connect: 1_000 } })
  admin = await console.admin()
  const { url, account, certificate } = fake
  const body = { name: 'vsnap-a', url, ...account, fingerprint: certificate.fingerprint }
  id = ((await admin.call('POST', '/api/appliances', { body })).json as { id: string }).id
})
afterAll(async () => {
  await console.end()
  await fake.stop()
})

const wait = { timeout: 30_000 }
const attention = async () => ((await admin.call('GET', '/api/fleet')).json as { attention: Attention[] }).attention
const titles = async () => (await attention()).map(({ title }) => title)
const alerts = async () => ((await admin.call('GET', '/api/alerts')).json as { alerts: Alert[] }).alerts
const open = async () => (await alerts()).filter((one) => one.time_cleared === null).map(({ rule }) => rule)
const setRule = (name: string, body: object, who = admin) => who.call('PUT', `/api/alert-rules/${name}`, { body })
const soon = () => Math.floor(Date.now() / 1000) + 3_600

test('log, cache and spare disks that are gone are told, each with what helps', async () => {
  await expect.poll(titles, wait).toContain('Pool tank on vsnap-a has lost a spare disk')
  const lost = (await attention()).filter(({ rule }) => rule === 'extra-disk-gone')
  expect(lost.map(({ title, remedy }) => [title, remedy])).toEqual([
    ['Pool tank on vsnap-a has lost a cache disk', 'look-at-disks'],
    ['Pool tank on vsnap-a has lost a spare disk', 'add-spare'],
  ])
})

test('a session that failed once is on the overview; the second in a row is an alert, with a session to start', async () => {
  await expect.poll(titles, wait).toContain('Replication of kept on vsnap-a failed')
  expect(await open()).not.toContain('relationship-failed')
  rows['session'] = [session(1, 'FAILED'), session(2, 'FAILED')]
  await admin.call('GET', '/api/fleet/session')
  await expect.poll(open, wait).toContain('relationship-failed')
  const failed = (await alerts()).find(({ rule }) => rule === 'relationship-failed')
  expect(failed).toMatchObject({
    remedy: 'start-session',
    text: expect.stringContaining('2 sessions in a row failed.'),
  })
})

test('a pool is told of once, by the worse of two rules; thresholds and rules are an admin’s to set, within limits', async () => {
  await expect.poll(open, wait).toContain('pool-filling')
  expect((await setRule('pool-full', { enabled: true, threshold: 84 })).json).toMatchObject({
    enabled: true,
    threshold: { value: 84, usual: 90, unit: 'percent' },
  })
  await expect.poll(open, wait).toContain('pool-full')
  expect((await attention()).filter(({ title }) => title.includes('85 %'))).toMatchObject([{ severity: 'danger' }])
  expect((await setRule('pool-full', { enabled: true, threshold: 100 })).json).toMatchObject({
    error: { message: 'Give a threshold from 1 to 99.', field: 'threshold' },
  })
  expect((await setRule('pool-not-online', { enabled: true, threshold: 1 })).status).toBe(400)
  expect((await setRule('nothing', { enabled: true })).status).toBe(404)
  expect((await setRule('pool-full', { enabled: false }, await console.person('operator'))).status).toBe(403)
  // Turned off: over at once. Its threshold stays for when it is turned on again.
  expect((await setRule('pool-full', { enabled: false })).json).toMatchObject({ threshold: { value: 84 } })
  await expect.poll(open, wait).not.toContain('pool-full')
  expect((await setRule('pool-full', { enabled: true, threshold: null })).json).toMatchObject({
    threshold: { value: 90 },
  })
})

test('while somebody works on an appliance its open alerts stay, are on the overview no more, and are not said to be over', async () => {
  await expect.poll(open, wait).toContain('pool-filling')
  const until = soon()
  const maintain = (end: number | null) =>
    admin.call('POST', `/api/appliances/${id}`, { body: { action: 'maintain', until: end } })
  expect((await maintain(until)).status).toBe(200)
  await expect.poll(attention, wait).toEqual([])
  await setRule('another-system', { enabled: true })
  const filling = (await alerts()).find(({ rule }) => rule === 'pool-filling')
  expect(filling).toMatchObject({ time_cleared: null, silenced_until: until })
  await maintain(null)
  await expect.poll(async () => (await attention()).map(({ rule }) => rule), wait).toContain('pool-filling')
  const again = (await alerts()).filter(({ rule }) => rule === 'pool-filling')
  expect(again).toMatchObject([{ id: filling?.id, silenced_until: null }])
})

test('volumes without a snapshot are told of when somebody wants that', async () => {
  expect(await open()).not.toContain('volume-without-snapshot')
  await setRule('volume-without-snapshot', { enabled: true })
  await expect.poll(titles, wait).toContain('Volume kept on vsnap-a has no snapshot of the last 24 h')
  await setRule('volume-without-snapshot', { enabled: false })
  await expect.poll(open, wait).not.toContain('volume-without-snapshot')
})

test('what is the console’s own matter is told too: its disk, and tasks that failed', async () => {
  await setRule('console-disk-low', { enabled: true, threshold: 99 })
  await expect.poll(open, wait).toContain('console-disk-low')
  await setRule('console-disk-low', { enabled: true, threshold: null })
  const steps = [{ appliance: id, operation: 'volumeDelete', params: { id: '404' } }]
  const plan = await admin.call('POST', '/api/plans', {
    headers: { 'idempotency-key': randomUUID() },
    body: { title: 'Tidy up', steps },
  })
  expect(plan.status).toBe(202)
  await expect.poll(titles).toContain('The task Tidy up failed')
  const failed = (await attention()).find(({ rule }) => rule === 'plan-failed')
  expect(failed).toMatchObject({ appliance: null, remedy: 'look-at-task', object: { resource: 'plan' } })
})

test('one that is snoozed is not on the overview, and nor is anything of an appliance that is silenced', async () => {
  const one = (await alerts()).find(({ rule }) => rule === 'pool-filling')
  const path = `/api/alerts/${one?.id}`
  const viewer = await console.person('viewer')
  expect((await viewer.call('POST', path, { body: { action: 'snooze', until: soon() } })).status).toBe(403)
  expect((await admin.call('POST', path, { body: { action: 'snooze', until: 5 } })).status).toBe(400)
  const until = soon()
  expect((await admin.call('POST', path, { body: { action: 'snooze', until } })).json).toMatchObject({
    snoozed_until: until,
    snoozed_by: 'admin',
    time_cleared: null,
  })
  const about = 'Pool tank on vsnap-a is 85 % used'
  expect(await titles()).not.toContain(about)
  await admin.call('POST', path, { body: { action: 'wake' } })
  expect(await titles()).toContain(about)

  expect((await admin.call('PUT', '/api/silences/nobody', { body: { until } })).status).toBe(404)
  expect((await admin.call('PUT', `/api/silences/${id}`, { body: { until } })).json).toMatchObject({
    appliance: { name: 'vsnap-a' },
    until,
    user: 'admin',
  })
  expect((await titles()).filter((title) => title.includes('vsnap-a'))).toEqual([])
  expect((await alerts()).find(({ rule }) => rule === 'pool-filling')).toMatchObject({ silenced_until: until })
  await admin.call('DELETE', `/api/silences/${id}`)
  expect((await admin.call('GET', '/api/silences')).json).toEqual({ silences: [], total: 0 })
  expect(await titles()).toContain(about)
})
