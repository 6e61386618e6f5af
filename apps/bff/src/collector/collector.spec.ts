import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RealAppliance, startRealAppliance } from '../testing/appliance-process.ts'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { listenTo } from '../testing/listener.ts'

/** Milliseconds after which a list that somebody looks at is read anew, at the least. */
const lookedAt = 4_500
const waits = { background: true, fleet: 2_000 }
let appliance: RealAppliance
let console: TestConsole
let admin: Visitor
let id: string
let pool: string

beforeAll(async () => {
  appliance = await startRealAppliance()
  pool = await made('/pool', { name: 'tank', pool_type: 'raid5' })
  console = await startTestConsole({ waits })
  admin = await console.admin()
  id = await register('vault', appliance)
})
afterAll(async () => {
  await console.end()
  await appliance.end()
})

async function register(name: string, at: { url: string; account: object; fingerprint: string }): Promise<string> {
  const { url, account, fingerprint } = at
  const added = await admin.call('POST', '/api/appliances', { body: { name, url, ...account, fingerprint } })
  expect(added.status, added.text).toBe(200)
  return (added.json as { id: string }).id
}
/** Makes something on the appliance behind the console's back, and answers its id. */
const made = async (path: string, body: object) => ((await appliance.call('POST', path, body)) as { id: string }).id
const volume = (name: string) => ({ name, volume_type: 'filesystem', pool_id: pool })

interface Answer {
  items: { name: string }[]
  appliances: { id: string; state: string; read_at: number | null; error: { type: string } | null }[]
}
async function fleet(resource = 'volume', who = admin): Promise<Answer> {
  const answer = await who.call('GET', `/api/fleet/${resource}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json as Answer
}
const namesOf = async (resource?: string) => (await fleet(resource)).items.map(({ name }) => name)

test('the next read after a write sees it, and others are told when it can be read', async () => {
  const listener = await listenTo(console.url, admin)
  const written = await admin.call('POST', `/api/appliances/${id}/vsnap/volume`, { body: volume('ours') })
  expect(written.status, written.text).toBe(200)
  expect(await namesOf()).toEqual(['ours'])
  const told = () => listener.heard.some(({ event }) => event.appliance === id && event.changes.includes('volume'))
  await expect.poll(told).toBe(true)
  listener.close()
})

test('what comes and goes behind the console’s back is seen within one rhythm, and told', async () => {
  await fleet()
  const listener = await listenTo(console.url, admin)
  const theirs = await made('/volume', volume('theirs'))
  await expect.poll(() => namesOf()).toEqual(['ours', 'theirs'])
  expect(listener.heard.map(({ event }) => event)).toContainEqual({ appliance: id, changes: ['volume'] })
  await appliance.call('DELETE', `/volume/${theirs}`)
  await expect.poll(() => namesOf()).toEqual(['ours'])
  listener.close()
})

test('a killed appliance keeps its rows, with their age; back again, it is read anew', async () => {
  await fleet()
  await appliance.kill()
  await expect.poll(async () => (await fleet()).appliances[0]?.state).toBe('unreachable')
  const { items, appliances } = await fleet()
  expect(items).toMatchObject([{ name: 'ours' }])
  const age = appliances[0]?.read_at ?? 0
  expect(age).toBeGreaterThan(0)
  expect(appliances[0]?.error?.type).toBe('ApplianceUnreachable')

  // A console that starts meanwhile knows them too.
  const { data } = console
  await console.stop()
  console = await startTestConsole({ data, waits })
  admin = await console.admin()
  const started = performance.now()
  expect(await namesOf()).toEqual(['ours'])
  expect(performance.now() - started).toBeLessThan(1_000)

  await appliance.start()
  await expect.poll(async () => (await fleet()).appliances[0]?.state).toBe('online')
  await expect.poll(async () => (await fleet()).appliances[0]?.read_at).toBeGreaterThanOrEqual(age)
})

test('two hundred readers cost an appliance nothing, and the console never takes more than two of its connections', async () => {
  const fake = await startFakeAppliance()
  let [underWay, most] = [0, 0]
  fake.answer = ({ url }, res) => {
    const [, resource] = /^\/api\/(\w+)$/.exec(url) ?? []
    if (resource === undefined || resource === 'system') return false
    underWay += 1
    most = Math.max(most, underWay)
    setTimeout(() => {
      underWay -= 1
      send(res, 200, { [`${resource}s`]: [{ id: '1', name: 'one' }], total: 1 })
    }, 50)
    return true
  }
  const other = await register('fake', { ...fake, fingerprint: fake.certificate.fingerprint })
  await expect
    .poll(async () => (await fleet('session')).appliances.find((one) => one.id === other)?.read_at)
    .toBeTruthy()
  const asked = () => fake.seen.filter(({ url }) => url === '/api/session').length
  await fleet('session')
  const [before, started] = [asked(), performance.now()]
  await Promise.all(Array.from({ length: 200 }, () => fleet('session')))
  const rounds = (performance.now() - started) / lookedAt
  expect(asked() - before).toBeLessThanOrEqual(1 + rounds)
  expect(most).toBe(2)
  await admin.call('DELETE', `/api/appliances/${other}`)
  expect((await fleet('session')).items).toEqual([])
  await fake.stop()
})
