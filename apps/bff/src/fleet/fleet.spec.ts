import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { type Proxied, startProxied } from '../testing/proxied.ts'

const waits = { fleet: 400, connect: 1_000, answer: 3_000 }
let proxied: Proxied
let fakes: FakeAppliance[]
let ids: string[]

beforeAll(async () => {
  proxied = await startProxied({ waits })
  const [second, third] = [await startFakeAppliance(), await startFakeAppliance()]
  fakes = [proxied.fake, second, third]
  ids = [proxied.id, await proxied.register(second, 'vsnap-b'), await proxied.register(third, 'vsnap-c')]
})
afterAll(async () => {
  await proxied.end()
  await Promise.all(fakes.map((fake) => fake.stop()))
})
afterEach(() => fakes.forEach((_, n) => answersWith(n, () => pools(n))))

/** What an appliance answers to a list; a promise takes its time. */
function answersWith(n: number, make: () => unknown, status = 200) {
  const fake = fakes[n] as FakeAppliance
  fake.answer = ({ url, method }, res) => {
    if (url === '/api/system') return false
    void Promise.resolve(method === 'GET' ? make() : {}).then((answer) => send(res, status, answer))
    return true
  }
}
const pools = (n: number) => ({
  pools: [
    { id: '1', name: `pool-${n}`, size_used: `${n}00`, appliance: 'a lie', extra: { kept: true } },
    { id: '2', name: 'shared', size_used: '5' },
  ],
  total: '2',
})

interface FleetAnswer {
  items: { appliance: { id: string; name: string }; name: string; id: string }[]
  total: number
  next: string | null
  appliances: {
    id: string
    name: string
    state: string
    read_at: number | null
    error: { type: string; message: string } | null
  }[]
}
async function fleet(query = '', resource = 'pool'): Promise<FleetAnswer> {
  const answer = await proxied.admin.call('GET', `/api/fleet/${resource}${query}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.json as FleetAnswer
}
const lists = (n: number, resource = 'pool') =>
  fakes[n]?.seen.filter(({ url }) => url === `/api/${resource}`).length ?? 0
/** Rows are given again for a second; what comes next shall ask. */
const anew = async (n: number) => {
  await proxied.admin.call('DELETE', `/api/appliances/${ids[n]}/vsnap/pool/9`)
}
const allAnew = () => Promise.all([0, 1, 2].map(anew))

test('rows of all appliances, each with whose it is, the API’s own fields kept', async () => {
  fakes.forEach((_, n) => answersWith(n, () => pools(n)))
  await allAnew()
  const { items, total, next, appliances } = await fleet('?sort=name')
  // Rows of one name are in one order, whichever it is.
  expect(
    items.map(({ name, appliance }) => `${name} ${appliance.name}`).toSorted((a, b) => a.localeCompare(b)),
  ).toEqual([
    'pool-0 vsnap-a',
    'pool-1 vsnap-b',
    'pool-2 vsnap-c',
    'shared vsnap-a',
    'shared vsnap-b',
    'shared vsnap-c',
  ])
  expect(items[1]).toEqual({
    appliance: { id: ids[1], name: 'vsnap-b' },
    id: '1',
    name: 'pool-1',
    size_used: '100',
    extra: { kept: true },
  })
  expect([total, next]).toEqual([6, null])
  const now = Date.now() / 1000
  for (const one of appliances) {
    expect(one).toMatchObject({ state: 'online', error: null })
    expect(Math.abs((one.read_at ?? 0) - now)).toBeLessThan(5)
  }
})

test('paged, sorted, filtered, and of one appliance only', async () => {
  const first = await fleet('?sort=-size_used&limit=2')
  expect(first.items.map(({ name }) => name)).toEqual(['pool-2', 'pool-1'])
  expect(first.total).toBe(6)
  const second = await fleet(`?sort=-size_used&limit=4&cursor=${first.next}`)
  expect(second.items.map(({ name }) => name)).toEqual(['shared', 'shared', 'shared', 'pool-0'])
  expect(second.next).toBeNull()
  expect((await fleet('?q=POOL-1')).total).toBe(1)
  const one = await fleet(`?appliance=${ids[2]}`)
  expect(one.items.map(({ appliance }) => appliance.id)).toEqual([ids[2], ids[2]])
  expect(one.appliances).toHaveLength(1)
  for (const [query, status] of [
    ['?appliance=nobody', 404],
    ['?limit=0', 400],
    ['?limit=1001', 400],
    ['?cursor=x', 400],
    ['?sort=a-b', 400],
    ['?sort=__proto__', 400],
    ['?nonsense=1', 400],
  ] as const)
    expect((await proxied.admin.call('GET', `/api/fleet/pool${query}`)).status, query).toBe(status)
  expect((await proxied.admin.call('GET', '/api/fleet/system')).status).toBe(400)
  expect((await proxied.console.visitor().call('GET', '/api/fleet/pool')).status).toBe(401)
})

test('a hundred readers at once cost each appliance one call, and so do those of the next moment', async () => {
  await allAnew()
  const before = [0, 1, 2].map((n) => lists(n))
  answersWith(0, () => new Promise((resolve) => setTimeout(resolve, 100, pools(0))))
  const answers = await Promise.all(Array.from({ length: 100 }, () => fleet()))
  expect(new Set(answers.map(({ total }) => total))).toEqual(new Set([6]))
  await fleet()
  expect([0, 1, 2].map((n) => lists(n))).toEqual(before.map((count) => count + 1))
})

test('a read that follows a write sees it, also when another read was under way', async () => {
  await allAnew()
  let answer: ((rows: unknown) => void) | undefined
  answersWith(0, () => new Promise((resolve) => (answer = resolve)))
  const earlier = fleet(`?appliance=${ids[0]}`)
  await expect.poll(() => answer).toBeDefined()
  const old = answer
  answer = undefined
  await anew(0)
  answersWith(0, () => ({ pools: [{ id: '7', name: 'new' }] }))
  expect((await fleet(`?appliance=${ids[0]}`)).items).toMatchObject([{ id: '7', name: 'new' }])
  old?.({ pools: [{ id: '6', name: 'old' }] })
  expect((await earlier).items).toMatchObject([{ name: 'new' }])
  // What came late is not taken for what is there now.
  expect((await fleet(`?appliance=${ids[0]}`)).items).toMatchObject([{ id: '7', name: 'new' }])
})

test('a slow appliance costs its deadline and shows what was known of it, with its age', async () => {
  await allAnew()
  await fleet()
  await allAnew()
  let answer: ((rows: unknown) => void) | undefined
  answersWith(1, () => new Promise((resolve) => (answer = resolve)))
  const started = performance.now()
  const { items, appliances, total } = await fleet()
  expect(performance.now() - started).toBeLessThan(waits.answer)
  expect(total).toBe(6)
  expect(items.filter(({ appliance }) => appliance.id === ids[1])).toHaveLength(2)
  expect(appliances.map(({ error }) => error?.type ?? null)).toEqual([null, 'ApplianceSlow', null])
  expect(appliances[1]?.error?.message).toContain('vsnap-b')
  expect(appliances[1]?.read_at).toEqual(expect.any(Number))
  // The call went on, and nobody has to make it again.
  const before = lists(1)
  answer?.({ pools: [{ id: '1', name: 'late' }] })
  await expect.poll(async () => (await fleet('?q=late')).total).toBe(1)
  expect(lists(1)).toBe(before)
})

test('a dead appliance, one that refuses and one that talks nonsense cost their own rows, never the answer', async () => {
  await allAnew()
  await fleet()
  await allAnew()
  const [, second, third] = fakes as [FakeAppliance, FakeAppliance, FakeAppliance]
  await second.stop()
  third.answer = ({ url }, res) => (url === '/api/system' ? false : (send(res, 401, {}), true))
  let { items, appliances } = await fleet()
  expect(items).toHaveLength(6)
  expect(appliances.map(({ state }) => state)).toEqual(['online', 'unreachable', 'credentials-rejected'])
  expect(appliances.map(({ error }) => error?.type ?? null)).toEqual([
    null,
    'ApplianceUnreachable',
    'ApplianceCredentialsRejected',
  ])

  await second.restart()
  for (const [nonsense, type] of [
    ['{"pools": {}}', 'ApplianceAnswerInvalid'],
    ['{"pools": ', 'ApplianceAnswerInvalid'],
    ['null', 'ApplianceAnswerInvalid'],
    ['[]', 'ApplianceAnswerInvalid'],
  ] as const) {
    await allAnew()
    second.answer = ({ url }, res) =>
      url === '/api/system' ? false : (res.setHeader('content-type', 'application/json').end(nonsense), true)
    ;({ items, appliances } = await fleet())
    expect(appliances[1]?.error?.type, nonsense).toBe(type)
    expect(items.filter(({ appliance }) => appliance.id === ids[1])).toHaveLength(2)
  }
  second.answer = ({ url }, res) =>
    url === '/api/system' ? false : (send(res, 200, { pools: [null, 'x', 7, { id: '3', name: 'whole' }] }), true)
  await anew(1)
  expect((await fleet(`?appliance=${ids[1]}`)).items).toMatchObject([{ id: '3', name: 'whole' }])
})

test('an appliance that does not replicate has no sessions, and that is no fault', async () => {
  answersWith(0, () => ({ error: { type: 'NotImplementedError', message: 'no' } }), 501)
  const { items, appliances } = await fleet(`?appliance=${ids[0]}`, 'session')
  expect(items).toEqual([])
  expect(appliances).toMatchObject([{ state: 'online', error: null }])
})

test('the overview has each appliance and its state; one that was moved keeps no rows of before', async () => {
  const { appliances } = (await proxied.admin.call('GET', '/api/fleet')).json as FleetAnswer
  expect(appliances.map(({ id }) => id)).toEqual(ids)
  await fleet()
  const { url, account } = fakes[2] as FakeAppliance
  await fakes[2]?.stop()
  const moved = { url: url.replace(/\d+$/, '1'), password: account.password }
  expect((await proxied.admin.call('PATCH', `/api/appliances/${ids[2]}`, { body: moved })).status).toBe(200)
  const after = await fleet()
  expect(after.items.filter(({ appliance }) => appliance.id === ids[2])).toEqual([])
  expect(after.appliances[2]).toMatchObject({ id: ids[2], state: 'unreachable', read_at: null })
})
