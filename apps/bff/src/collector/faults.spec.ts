import { fleetResources } from '@vsnap/console-api/fleet.ts'
import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type RealAppliance, startRealAppliance } from '../testing/appliance-process.ts'
import { makeCertificate } from '../testing/certificate.ts'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'

// A minute is a second and a bit here; what takes twenty seconds elsewhere is late after one.
const pace = 0.02
const answerWithin = 1_000
/** Seconds that the alerts' clock is ahead of the machine's. */
let ahead = 0
const clock = () => Math.floor(Date.now() / 1000) + ahead
const waits = { background: true, pace, answer: answerWithin, connect: 1_000, fleet: 1_000, clock }
const usual = { volume: 60_000 * pace, back: { timeout: 30_000 } }

interface FleetAnswer {
  items: { name: string; appliance: { id: string } }[]
  total: number
  appliances: { id: string; state: string; read_at: number | null; error: { type: string } | null }[]
}
interface Seen {
  state: string
  since: number
  error: { type: string; message: string } | null
  findings: { type: string; message: string }[]
  clock_skew: number | null
}

let console: TestConsole
let admin: Visitor
/** One that something happens to, and one to which nothing does. */
let sick: FakeAppliance
let well: FakeAppliance
let ids: { sick: string; well: string }
/** Of the sick one. */
let volumes = 2

/** Answers a call as an appliance with some volumes does. */
function lists(url: string, res: ServerResponse, count = volumes): boolean {
  const resource = fleetResources.find((one) => url === `/api/${one}`)
  if (!resource) return false
  const rows = Array.from({ length: resource === 'volume' ? count : 0 }, (_, n) => ({ id: `${n}`, name: `vol-${n}` }))
  send(res, 200, { [`${resource}s`]: rows, total: rows.length })
  return true
}
const healthy: FakeAppliance['answer'] = ({ url }, res) => lists(url, res)

async function register(
  name: string,
  { url, account, fingerprint }: { url: string; account: object; fingerprint: string },
  by = admin,
): Promise<string> {
  const added = await by.call('POST', '/api/appliances', { body: { name, url, ...account, fingerprint } })
  expect(added.status, added.text).toBe(200)
  return (added.json as { id: string }).id
}
const fakeAt = (fake: FakeAppliance) => ({ ...fake, fingerprint: fake.certificate.fingerprint })

const view = async (id: string) => (await admin.call('GET', `/api/appliances/${id}`)).json as Seen
const stateOf = async (id: string) => (await view(id)).state
const state = () => stateOf(ids.sick)
const fleet = async (resource = 'volume', id = ids.sick) =>
  (await admin.call('GET', `/api/fleet/${resource}?appliance=${id}`)).json as FleetAnswer
const errorType = async () => (await fleet()).appliances[0]?.error?.type

/** The rules by which something is the matter with an appliance, hours later as alerts see it. */
async function alertsHoursLater(id = ids.sick): Promise<string[]> {
  ahead += 7_200
  // Whatever is said of a rule, alerts are looked at anew.
  await admin.call('PUT', '/api/alert-rules/appliance-unreachable', { body: { enabled: true } })
  const { attention } = (await admin.call('GET', '/api/fleet')).json as {
    attention: { rule: string; appliance: { id: string } | null }[]
  }
  return attention.filter(({ appliance }) => appliance?.id === id).map(({ rule }) => rule)
}
const alerts = { ...usual.back, interval: 600 }

/** It is as it was before: it answers, its rows are there, and nothing is wrong with it. */
async function recovers(): Promise<void> {
  sick.answer = healthy
  await expect.poll(state, usual.back).toBe('online')
  await expect.poll(errorType, usual.back).toBeUndefined()
  expect((await fleet()).items.map(({ name }) => name)).toEqual(['vol-0', 'vol-1'])
}

/** What becomes of one that takes its twenty seconds, at the pace of every day: begun first, because there is much waiting in it. */
let unhurried: ReturnType<typeof takesTwentySeconds>
async function takesTwentySeconds() {
  const everyDay = await startTestConsole({ waits: { background: true } })
  const [slow, other] = [await startFakeAppliance(), await startFakeAppliance()]
  try {
    const by = await everyDay.admin()
    let takes = 0
    let [answered, rows] = [0, 2]
    const pools: number[] = []
    slow.answer = ({ url }, res) => {
      const answer = () => {
        answered += 1
        if (!lists(url, res, rows)) send(res, 200, { id: slow.system_id, hostname: 'slow', init_status: 'Ready' })
      }
      setTimeout(answer, takes)
      return true
    }
    other.answer = ({ url }, res) => {
      if (url === '/api/pool') pools.push(performance.now())
      return lists(url, res, 2)
    }
    const id = await register('slow', fakeAt(slow), by)
    await register('other', fakeAt(other), by)
    const volumes = async () => (await by.call('GET', `/api/fleet/volume?appliance=${id}`)).json as FleetAnswer
    const seen = async () => (await by.call('GET', `/api/appliances/${id}`)).json as Seen
    const patience = { timeout: 90_000, interval: 500 }
    await vi.waitFor(
      async () => expect(await volumes()).toMatchObject({ total: 2, appliances: [{ error: null }] }),
      patience,
    )

    const isAsked = (one: string) => slow.seen.some(({ url }) => url === `/api/${one}`)
    await vi.waitFor(() => expect(fleetResources.filter((one) => !isAsked(one))).toEqual([]), patience)

    ;[takes, rows, answered] = [20_000, 3, 0]
    await vi.waitFor(async () => expect((await volumes()).total).toBe(3), patience)
    await vi.waitFor(async () => expect((await seen()).state).toBe('slow'), patience)
    const before = answered
    const page = await volumes()
    const waitedFor = answered - before
    const { attention } = (await by.call('GET', '/api/fleet')).json as { attention: { appliance: object | null }[] }

    ;[takes, rows] = [0, 2]
    await vi.waitFor(async () => expect((await seen()).state).toBe('online'), patience)
    await vi.waitFor(async () => expect((await volumes()).total).toBe(2), patience)
    const gaps = pools.slice(1).map((time, index) => time - (pools[index] ?? 0))
    return { page, waitedFor, attention: attention.filter(({ appliance }) => appliance !== null), gaps }
  } finally {
    await everyDay.end()
    await Promise.all([slow.stop(), other.stop()])
  }
}

/** When the well one was asked for its volumes. */
const asked: number[] = []

beforeAll(async () => {
  unhurried = takesTwentySeconds()
  // It is told in its own test.
  unhurried.catch(() => undefined)
  ;[sick, well] = [await startFakeAppliance(), await startFakeAppliance()]
  sick.answer = healthy
  well.answer = ({ url }, res) => {
    if (url === '/api/volume') asked.push(performance.now())
    return lists(url, res, 2)
  }
  console = await startTestConsole({ waits })
  admin = await console.admin()
  ids = { sick: await register('sick', fakeAt(sick)), well: await register('well', fakeAt(well)) }
})
afterAll(async () => {
  await console.end()
  await sick.stop()
  await well.stop()
})

test.for([
  ['resets every connection', (res: ServerResponse) => res.destroy(), 'ApplianceUnreachable'],
  [
    'answers half a JSON',
    (res: ServerResponse) => res.setHeader('Content-Type', 'application/json').end('{"volumes": [{"id": "1", "na'),
    'ApplianceAnswerInvalid',
  ],
  [
    'answers a page of HTML',
    (res: ServerResponse) => res.setHeader('Content-Type', 'text/html').end('<h1>Sign in</h1>'),
    'ApplianceAnswerInvalid',
  ],
  ['takes longer than one waits for it', () => undefined, 'ApplianceTimeout'],
] as const)(
  'one that %s is unreachable: what was known stays, and it comes back by itself',
  async ([, answer, type]) => {
    await recovers()
    sick.answer = (_, res) => void answer(res)
    await expect.poll(state, usual.back).toBe('unreachable')
    const { error, since } = await view(ids.sick)
    expect(error?.type).toBe(type)
    expect(since).toBeGreaterThan(Date.now() / 1000 - 15)
    const { items, appliances } = await fleet()
    expect(items.map(({ name }) => name)).toEqual(['vol-0', 'vol-1'])
    expect(appliances[0]?.read_at).toBeGreaterThan(0)
    await expect.poll(() => alertsHoursLater(), alerts).toEqual(['appliance-unreachable'])
    await recovers()
    await expect.poll(() => alertsHoursLater(), alerts).toEqual([])
  },
)

test('one that takes two thirds of the time that one waits for each list (20 of 30 seconds, here less) is online and up to date', async () => {
  await recovers()
  let answered = 0
  sick.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    setTimeout(() => {
      answered += Number(url === '/api/volume')
      lists(url, res)
    }, answerWithin / 1.5)
    return true
  }
  const before = asked.length
  volumes = 3
  await expect.poll(async () => (await fleet()).total, usual.back).toBe(3)
  expect(answered).toBeGreaterThan(0)
  expect(await state()).toBe('online')
  expect((await fleet()).appliances[0]?.error).toBeNull()
  expect(await alertsHoursLater()).toEqual([])
  // Nobody waits for it: the other one is read as ever meanwhile.
  await expect.poll(() => asked.length, usual.back).toBeGreaterThan(before + 1)
  volumes = 2
  await expect.poll(async () => (await fleet()).total, usual.back).toBe(2)
  await recovers()
})

test('one list that fails is one list that fails: the appliance is online, its other lists go on', async () => {
  const calls: string[] = []
  sick.answer = ({ url }, res) => {
    calls.push(url)
    if (url !== '/api/volume') return lists(url, res)
    res.statusCode = 500
    res.setHeader('Content-Type', 'text/plain').end('oops')
    return true
  }
  await expect.poll(errorType, usual.back).toBe('ApplianceAnswerInvalid')
  const before = { pool: (await fleet('pool')).appliances[0]?.read_at ?? 0, calls: calls.length }
  await expect.poll(async () => (await fleet('pool')).appliances[0]?.read_at, usual.back).toBeGreaterThan(before.pool)
  expect(await state()).toBe('online')
  expect((await fleet('pool')).appliances[0]?.error).toBeNull()
  expect((await fleet()).items).toHaveLength(2)
  expect(await alertsHoursLater()).toEqual([])
  // It is not asked more often for that: while somebody looks, every five seconds times the pace.
  expect(calls.filter((url) => url === '/api/volume').length).toBeLessThan(40)
  await recovers()
})

test('another certificate gets no credentials; the one from before is known again', async () => {
  const { certificate } = sick
  await sick.restart(await makeCertificate('another'))
  const seen = sick.seen.length
  await expect.poll(state, usual.back).toBe('certificate-changed')
  expect(sick.seen.length).toBe(seen)
  expect((await fleet()).items).toHaveLength(2)
  await expect.poll(() => alertsHoursLater(), alerts).toEqual(['certificate-changed'])
  await sick.restart(certificate)
  await recovers()
  await expect.poll(() => alertsHoursLater(), alerts).toEqual([])
})

test('another system under the address, and the same one under two, are told, and the rows stay', async () => {
  const system = (id: string) => {
    sick.answer = ({ url }, res) =>
      url === '/api/system' ? (send(res, 200, { id, hostname: 'x', init_status: 'Ready' }), true) : lists(url, res)
  }
  const types = async (id: string) => (await view(id)).findings.map(({ type }) => type)
  system(randomBytes(16).toString('hex'))
  await expect.poll(() => types(ids.sick), usual.back).toEqual(['AnotherSystem'])
  expect(await state()).toBe('online')
  system(well.system_id)
  await expect.poll(() => types(ids.sick), usual.back).toEqual(['AnotherSystem', 'SameSystem'])
  expect((await view(ids.well)).findings).toMatchObject([
    { type: 'SameSystem', message: expect.stringContaining('sick') },
  ])
  const attention = async () =>
    ((await admin.call('GET', '/api/fleet')).json as { attention: { rule: string }[] }).attention.map(
      ({ rule }) => rule,
    )
  await expect.poll(attention, usual.back).toEqual(expect.arrayContaining(['another-system', 'system-twice']))
  expect((await fleet()).items).toHaveLength(2)
  await recovers()
  await expect.poll(() => types(ids.well), usual.back).toEqual([])
  await expect.poll(() => alertsHoursLater(), alerts).toEqual([])
})

test('a clock that is an hour off is told by how much, and once it is right no more', async () => {
  sick.answer = ({ url }, res) => {
    res.setHeader('Date', new Date(Date.now() - 3_600_000).toUTCString())
    return lists(url, res)
  }
  await expect
    .poll(async () => (await view(ids.sick)).findings, usual.back)
    .toMatchObject([{ type: 'ClockSkew', message: expect.stringContaining('60 minutes behind') }])
  expect(await state()).toBe('online')
  expect((await fleet()).items).toHaveLength(2)
  await expect.poll(() => alertsHoursLater(), alerts).toEqual(['clock-skew'])
  await recovers()
  await expect.poll(async () => (await view(ids.sick)).findings, usual.back).toEqual([])
  await expect.poll(() => alertsHoursLater(), alerts).toEqual([])
})

test('a list of twenty thousand is taken in parts, during which others are served', async () => {
  volumes = 20_000
  let longest = 0
  const total = async () => {
    const started = performance.now()
    await admin.call('GET', '/readyz')
    longest = Math.max(longest, performance.now() - started)
    return (await fleet()).total
  }
  await expect.poll(total).toBe(20_000)
  expect(longest).toBeLessThan(1_500)
  volumes = 2
  await expect.poll(total).toBe(2)
})

test('a real one that is killed, or hangs, keeps its rows, and is an alert until it is back; who clicks need not wait for the next try', async () => {
  const real: RealAppliance = await startRealAppliance()
  try {
    await real.call('POST', '/pool', { name: 'tank', pool_type: 'raid5' })
    const id = await register('real', real)
    await expect.poll(async () => (await fleet('pool', id)).items).toHaveLength(1)
    real.freeze()
    await expect.poll(() => stateOf(id), usual.back).toBe('unreachable')
    expect((await fleet('pool', id)).items).toMatchObject([{ name: 'tank' }])
    await expect.poll(() => alertsHoursLater(id), alerts).toEqual(['appliance-unreachable'])
    real.thaw()
    await expect.poll(() => stateOf(id), usual.back).toBe('online')
    await expect.poll(() => alertsHoursLater(id), alerts).toEqual([])
    await real.kill()
    await expect.poll(() => stateOf(id), usual.back).toBe('unreachable')
    expect((await fleet('pool', id)).items).toMatchObject([{ name: 'tank' }])
    await expect.poll(() => alertsHoursLater(id), alerts).toEqual(['appliance-unreachable'])
    await real.start()
    const looked = await admin.call('POST', `/api/appliances/${id}`, { body: { action: 'look' } })
    expect(looked.json).toMatchObject({ state: 'online', error: null })
    await expect.poll(() => alertsHoursLater(id), alerts).toEqual([])
  } finally {
    await real.end()
  }
})

test('work on an appliance is announced until a time: it raises no alert, and is read as ever', async () => {
  const maintain = (until: number | null) =>
    admin.call('POST', `/api/appliances/${ids.sick}`, { body: { action: 'maintain', until, reason: 'new disks' } })
  const now = Math.floor(Date.now() / 1000)
  expect((await maintain(now - 5)).status).toBe(400)
  expect((await maintain(now + 3600)).json).toMatchObject({
    state: 'maintenance',
    maintenance: { until: now + 3600, by: 'admin', reason: 'new disks' },
  })
  await sick.stop()
  await expect.poll(async () => (await view(ids.sick)).error?.type, usual.back).toBe('ApplianceUnreachable')
  expect(await state()).toBe('maintenance')
  await sick.restart()
  expect((await maintain(null)).json).toMatchObject({ maintenance: null })
  await recovers()
})

test('labels and notes are the console’s own; a list is narrowed by a label', async () => {
  const described = await admin.call('PUT', `/api/appliances/${ids.sick}/description`, {
    body: { labels: ['site=fra', 'env=prod', 'site=fra'], notes: '# Rack 4' },
  })
  expect(described.json).toMatchObject({ labels: ['env=prod', 'site=fra'], notes: '# Rack 4' })
  const of = async (label: string) => (await admin.call('GET', `/api/fleet/volume?label=${label}`)).json as FleetAnswer
  expect(await of('site=fra')).toMatchObject({ total: 2, appliances: [{ id: ids.sick }] })
  expect(await of('site=muc')).toMatchObject({ total: 0, items: [], appliances: [] })
  const wrong = await admin.call('PUT', `/api/appliances/${ids.sick}/description`, { body: { labels: ['a b'] } })
  expect(wrong.status).toBe(400)
})

test('one that takes twenty seconds for each call is slow, and no page waits for it: it is read, and as fast as ever when it is well', async () => {
  const { page, waitedFor, attention, gaps } = await unhurried
  expect(page).toMatchObject({ total: 3, appliances: [{ state: 'slow', error: null }] })
  expect(waitedFor).toBeLessThan(2)
  expect(attention).toEqual([])
  // The pools of the other one: their rhythm, and what a busy machine adds.
  expect(gaps.length).toBeGreaterThan(1)
  expect(Math.max(...gaps)).toBeLessThan(15_000 + 5_000)
})

test('meanwhile the other one was read at its rhythm', () => {
  const gaps = asked.slice(1).map((time, index) => time - (asked[index] ?? 0))
  expect(gaps.length).toBeGreaterThan(5)
  // With the jitter, and what a busy machine adds.
  expect(Math.max(...gaps)).toBeLessThan(usual.volume * 1.1 + 2_000)
})
