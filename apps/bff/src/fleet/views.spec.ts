import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type Visitor } from '../testing/console.ts'
import { send } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

let proxied: Proxied

beforeAll(async () => {
  proxied = await startProxied()
  const pools = ['ONLINE', 'ONLINE', 'DEGRADED'].map((status, n) => ({ id: `${n}`, name: `pool-${n}`, status }))
  proxied.fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    send(res, 200, { pools, total: '3' })
    return true
  }
})
afterAll(() => proxied.end())

const filters = { appliance: null, label: null, q: '', status: [] as string[] }
const question = {
  name: 'Ours',
  resource: 'pool',
  filters,
  columns: null,
  sort: null,
  shared: false,
  on_overview: false,
}
const save = (who: Visitor, part: object = {}) => who.call('POST', '/api/views', { body: { ...question, ...part } })
const seenBy = async (who: Visitor) =>
  ((await who.call('GET', '/api/views')).json as { views: { name: string }[] }).views.map(({ name }) => name)
const idOf = ({ json }: { json: unknown }) => (json as { id: string }).id

test('a view is its owner’s until it is shared, which a viewer may not; others see it then and change nothing', async () => {
  const { admin, console } = proxied
  const [viewer, operator] = [await console.person('viewer'), await console.person('operator')]
  const own = await save(viewer, { name: 'Mine', columns: ['name', 'status'], sort: '-size_used' })
  expect(own).toMatchObject({
    status: 200,
    json: { owner: 'viewer1', columns: ['name', 'status'], sort: '-size_used' },
  })
  expect(await save(viewer, { name: 'mine' })).toMatchObject({ status: 409, json: { error: { field: 'name' } } })
  expect(await save(viewer, { name: 'All', shared: true })).toMatchObject({ status: 403 })
  expect(await viewer.call('PATCH', `/api/views/${idOf(own)}`, { body: { shared: true } })).toMatchObject({
    status: 403,
  })
  expect(await seenBy(admin)).toEqual([])
  expect(await admin.call('DELETE', `/api/views/${idOf(own)}`)).toMatchObject({ status: 404 })

  const shared = idOf(await save(operator, { shared: true }))
  expect(await seenBy(viewer)).toEqual(['Mine', 'Ours'])
  expect(await viewer.call('PATCH', `/api/views/${shared}`, { body: { name: 'Theirs' } })).toMatchObject({
    status: 403,
  })
  expect(await admin.call('PATCH', `/api/views/${shared}`, { body: { name: 'Theirs' } })).toMatchObject({
    status: 200,
    json: { name: 'Theirs', owner: 'operator2', filters },
  })
  expect(await operator.call('DELETE', `/api/views/${shared}`)).toMatchObject({ status: 200 })
  expect(await seenBy(viewer)).toEqual(['Mine'])

  await admin.call('DELETE', '/api/users/viewer1')
  await admin.call('POST', '/api/users', { body: { name: 'viewer1', password: 'a long password', role: 'viewer' } })
  const namesake = console.visitor()
  await namesake.logIn('viewer1', 'a long password')
  expect(await seenBy(namesake)).toEqual([])
})

test('what is on the overview is counted as its list shows it: text, state, label, appliance', async () => {
  const { admin, id } = proxied
  await admin.call('GET', '/api/fleet/pool')
  await admin.call('PUT', `/api/appliances/${id}/description`, { body: { labels: ['site=fra'] } })
  const counted = async (part: object, resource = 'pool') => {
    const made = await save(admin, { name: 'Counted', resource, filters: { ...filters, ...part }, on_overview: true })
    const { json } = await admin.call('GET', '/api/views/counts')
    await admin.call('DELETE', `/api/views/${idOf(made)}`)
    expect(json).toEqual({ counts: [{ id: idOf(made), count: expect.any(Number) }] })
    return (json as { counts: { count: number }[] }).counts[0]?.count
  }
  expect(await counted({})).toBe(3)
  expect(await counted({ status: ['ONLINE'] })).toBe(2)
  expect(await counted({ status: ['ONLINE'], q: 'pool-1' })).toBe(1)
  expect(await counted({ label: 'site=fra', appliance: id })).toBe(3)
  expect(await counted({ label: 'site=dub' })).toBe(0)
  expect(await counted({ status: ['online'] }, 'appliance')).toBe(1)
  expect(await counted({ q: 'elsewhere' }, 'appliance')).toBe(0)
})

test('views survive a restart', async () => {
  let console = await startTestConsole()
  try {
    const admin = await console.admin()
    const view = idOf(await save(admin, { filters: { ...filters, status: ['ONLINE'] }, columns: ['name'] }))
    expect((await admin.call('PATCH', `/api/views/${view}`, { body: { group: 'site' } })).status).toBe(400)
    await admin.call('PATCH', `/api/views/${view}`, { body: { group: 'label:site' } })
    await admin.call('PATCH', `/api/views/${view}`, { body: { sort: 'name' } })
    await console.stop()
    console = await startTestConsole({ data: console.data })
    expect((await (await console.admin()).call('GET', '/api/views')).json).toMatchObject({
      views: [
        {
          name: 'Ours',
          filters: { status: ['ONLINE'] },
          columns: ['name'],
          sort: 'name',
          group: 'label:site',
          shared: false,
        },
      ],
    })
  } finally {
    await console.end()
  }
})
