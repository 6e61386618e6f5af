import { fleetResources } from '@vsnap/console-api/fleet.ts'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'

// A minute is three seconds here.
const pace = 0.05
const rhythm = 60_000 * pace

let console: TestConsole
let admin: Visitor
let large: FakeAppliance
let other: FakeAppliance
const ids = { large: '', other: '' }
/** When the other one was asked for its volumes. */
const asked: number[] = []

/** Of very many the first ones have a name of their own: more than are sorted when somebody looks for them. */
const early = 40_000
const nameOf = (n: number, count: number) => (count > early && n < early ? `early-${n}` : `vol-${n}`)
const volumesOf = (count: number) =>
  JSON.stringify({ volumes: Array.from({ length: count }, (_, n) => ({ id: `${n}`, name: nameOf(n, count) })) })
/** Counting a hundred thousand takes its time, too. */
const patience = { timeout: 90_000, interval: 250 }
const few = volumesOf(2)

function answer(url: string, res: ServerResponse, volumes: string): boolean {
  const resource = fleetResources.find((one) => url === `/api/${one}`)
  if (!resource) return false
  if (resource === 'volume') res.writeHead(200, { 'Content-Type': 'application/json' }).end(volumes)
  else send(res, 200, { [`${resource}s`]: [] })
  return true
}

beforeAll(async () => {
  ;[large, other] = [await startFakeAppliance(), await startFakeAppliance()]
  large.answer = ({ url }, res) => answer(url, res, few)
  other.answer = ({ url }, res) => {
    if (url === '/api/volume') asked.push(performance.now())
    return answer(url, res, few)
  }
  console = await startTestConsole({ waits: { background: true, pace } })
  admin = await console.admin()
  for (const [name, fake] of Object.entries({ large, other })) {
    const body = { name, url: fake.url, ...fake.account, fingerprint: fake.certificate.fingerprint }
    const { id } = (await admin.call('POST', '/api/appliances', { body })).json as { id: string }
    Object.assign(ids, { [name]: id })
  }
})
afterAll(async () => {
  await console.end()
  await large.stop()
  await other.stop()
})

test('a list of a hundred thousand is taken in parts: others are served and read meanwhile, nothing is wrong with it, and it is gone as it came', async () => {
  const list = async (query: string) =>
    (await admin.call('GET', `/api/fleet/volume${query}`)).json as {
      total: number
      items: { name: string }[]
      appliances: { error: object | null }[]
    }
  const volumes = (query = '') => list(`?appliance=${ids.large}${query}`)
  let longest = 0
  const total = async () => {
    const started = performance.now()
    await admin.call('GET', '/readyz')
    longest = Math.max(longest, performance.now() - started)
    return (await volumes()).total
  }
  await expect.poll(total).toBe(2)

  const many = volumesOf(100_000)
  const started = performance.now()
  large.answer = ({ url }, res) => answer(url, res, many)
  await expect.poll(total, patience).toBe(100_000)
  const took = performance.now() - started
  const { items, appliances } = await volumes('&q=vol-99999')
  expect(items.map(({ name }) => name)).toEqual(['vol-99999'])
  expect(appliances[0]?.error).toBeNull()
  for (const [sort, names] of [
    ['name', ['early-0', 'early-1']],
    ['-name', ['early-39999', 'early-39998']],
  ] as const) {
    const found = await list(`?q=early&sort=${sort}&limit=2`)
    expect(found.total).toBe(early)
    expect(found.items.map(({ name }) => name)).toEqual(names)
  }
  // Also the search of everything finds its way.
  for (const [q, name] of [
    ['VOL-99999', 'vol-99999'],
    ['ol-99998', 'vol-99998'],
    ['ea', 'early-0'],
    ['nobody has this', undefined],
  ]) {
    const { items: first } = (await admin.call('GET', `/api/search?q=${encodeURIComponent(`${q}`)}`)).json as {
      items: { name: string }[]
    }
    expect(first[0]?.name, q).toBe(name)
  }
  expect((await admin.call('GET', `/api/appliances/${ids.large}`)).json).toMatchObject({
    state: 'online',
    findings: [],
  })
  const { attention } = (await admin.call('GET', '/api/fleet')).json as { attention: { appliance: unknown }[] }
  expect(attention.filter(({ appliance }) => appliance !== null)).toEqual([])

  large.answer = ({ url }, res) => answer(url, res, few)
  await expect.poll(total, patience).toBe(2)
  // However busy the machine is: all of it at once would be all of the time.
  expect(longest).toBeLessThan(took / 3)
  const gaps = asked.slice(1).map((time, index) => time - (asked[index] ?? 0))
  expect(gaps.length).toBeGreaterThan(2)
  // With the jitter, and what a busy machine adds: who had to wait for all of it would wait for as long as it took.
  expect(Math.max(...gaps)).toBeLessThan(rhythm * 1.1 + Math.max(2_000, took / 3))
}, 240_000)
