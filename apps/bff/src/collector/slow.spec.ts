import { fleetResources } from '@vsnap/console-api/fleet.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'

let console: TestConsole
let admin: Visitor
let fake: FakeAppliance
let id: string
/** Milliseconds that it takes to say who it is. */
let takes = 0
const asked: { isAnswered: boolean }[] = []
let volumes = [{ id: '1', name: 'vol-1' }]

beforeAll(async () => {
  fake = await startFakeAppliance()
  fake.answer = ({ url }, res) => {
    const resource = fleetResources.find((one) => url === `/api/${one}`)
    if (resource) return (send(res, 200, { [`${resource}s`]: resource === 'volume' ? volumes : [] }), true)
    const { system_id } = fake
    const one = { isAnswered: false }
    asked.push(one)
    setTimeout(() => {
      send(res, 200, { id: system_id, hostname: 'fake', init_status: 'Ready' })
      one.isAnswered = true
    }, takes)
    return true
  }
  // A quarter of a minute, after which it is asked anew who it is, is a third of a second here.
  console = await startTestConsole({ waits: { background: true, pace: 0.02 } })
  admin = await console.admin()
  const body = { name: 'vault', url: fake.url, ...fake.account, fingerprint: fake.certificate.fingerprint }
  id = ((await admin.call('POST', '/api/appliances', { body })).json as { id: string }).id
})
afterAll(async () => {
  await console.end()
  await fake.stop()
})

interface Seen {
  state: string
  since: number
  read_at: number
  error: unknown
}
const view = async () => (await admin.call('GET', `/api/appliances/${id}`)).json as Seen
const state = async () => (await view()).state
const names = async () => {
  const { items } = (await admin.call('GET', `/api/fleet/volume?appliance=${id}`)).json as { items: { name: string }[] }
  return items.map(({ name }) => name)
}
const attention = async () =>
  (
    (await admin.call('GET', '/api/fleet')).json as { attention: { appliance: { id: string } | null }[] }
  ).attention.filter(({ appliance }) => appliance?.id === id)
/** Waits until it was asked who it is, from now on, and what it answered was heard: it is asked again after that. */
async function askedAnew(): Promise<void> {
  const arrived = asked.length
  await expect.poll(() => asked.slice(arrived).findIndex((one) => one.isAnswered)).toBe(0)
  await expect.poll(() => asked.length).toBeGreaterThan(arrived + 1)
}

test('one that takes more than three seconds to say who it is, is slow: its lists go on, and nobody is woken', async () => {
  await expect.poll(names).toEqual(['vol-1'])
  expect(await state()).toBe('online')
  takes = 3_200
  await expect.poll(state).toBe('slow')
  const { since, error } = await view()
  expect(since).toBeGreaterThan(Date.now() / 1000 - 10)
  expect(error).toBeNull()
  volumes = [...volumes, { id: '2', name: 'vol-2' }]
  await expect.poll(names).toEqual(['vol-1', 'vol-2'])
  // That a list comes promptly does not make it a fast one.
  expect(await state()).toBe('slow')
  expect(await attention()).toEqual([])
})

test('it is slow no more when it is twice as fast, not before: it does not go to and fro', async () => {
  takes = 2_000
  await askedAnew()
  const { state: still } = await view()
  expect(still).toBe('slow')
  takes = 0
  await expect.poll(state).toBe('online')
  expect((await view()).error).toBeNull()
  takes = 2_000
  await askedAnew()
  expect(await state()).toBe('online')
})
