import type { FleetItem } from '@vsnap/console-api/fleet.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send, startFakeAppliance, type FakeAppliance } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

/** Pools of each appliance; every third is DEGRADED. */
const sizes = { 'vsnap-a': 7, 'vsnap-10': 40, 'vsnap-2': 3, 'vsnap-bare': 0 }
const labels: Readonly<Record<string, string>> = {
  'vsnap-a': 'site=fra',
  'vsnap-10': 'site=dub',
  'vsnap-2': 'site=fra',
}

let proxied: Proxied
const others: FakeAppliance[] = []

beforeAll(async () => {
  proxied = await startProxied()
  for (const [name, count] of Object.entries(sizes)) {
    const fake = name === 'vsnap-a' ? proxied.fake : await startFakeAppliance()
    fake.answer = ({ url }, res) => {
      if (url === '/api/system') return false
      const pools = Array.from({ length: count }, (_, n) => ({
        id: `${n}`,
        name: `pool-${n}`,
        size_used: n % 4 === 0 ? null : `${(n * 7) % 10}`,
        status: n % 3 === 2 ? 'DEGRADED' : 'ONLINE',
      }))
      send(res, 200, { pools, total: `${count}` })
      return true
    }
    const id = fake === proxied.fake ? proxied.id : await proxied.register(fake, name)
    if (fake !== proxied.fake) others.push(fake)
    const label = labels[name]
    if (label !== undefined)
      await proxied.admin.call('PUT', `/api/appliances/${id}/description`, { body: { labels: [label] } })
  }
  await read('')
})
afterAll(async () => {
  await proxied.end()
  for (const fake of others) await fake.stop()
})

interface Answer {
  readonly items: readonly (FleetItem & { readonly name: string })[]
  readonly total: number
  readonly next: string | null
  readonly states: object[] | null
  readonly groups: object[] | null
}

const read = async (query: string) => (await proxied.admin.call('GET', `/api/fleet/pool?${query}`)).json as Answer
/** `vsnap-2/pool-0`, page by page to the end. */
const walk = async (query: string, limit: number) => {
  const seen: string[] = []
  for (let next: string | null = ''; next !== null;) {
    const page: Answer = await read(`${query}&limit=${limit}${next && `&cursor=${next}`}`)
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...page.items.map(({ appliance, name }) => `${appliance.name}/${name}`))
    next = page.next
  }
  return seen
}
const ownersOf = (rows: readonly string[]) =>
  rows.map((row) => row.split('/')[0]).filter((owner, index, all) => owner !== all[index - 1])

test('how many rows each state has, whichever of them are asked for', async () => {
  const states = [
    { state: 'DEGRADED', total: 16 },
    { state: 'ONLINE', total: 34 },
  ]
  expect(await read('counts=true')).toMatchObject({ total: 50, states, groups: null })
  expect(await read('counts=true&status=degraded')).toMatchObject({ total: 16, states })
  expect(await read('counts=true&label=site%3Dfra')).toMatchObject({
    total: 10,
    states: [{ total: 3 }, { total: 7 }],
  })
  expect(await read('status=DEGRADED,FAULTED&limit=3')).toMatchObject({
    items: [{ status: 'DEGRADED' }, { status: 'DEGRADED' }, { status: 'DEGRADED' }],
    states: null,
  })
  expect(await read('status=FAULTED')).toMatchObject({ items: [], total: 0, next: null })
})

test('what belongs to one appliance stands together, in the order of their names and then of the list', async () => {
  const { groups, items } = await read('group=appliance&sort=-size_used&counts=true')
  expect(groups).toEqual([
    { name: 'vsnap-2', total: 3 },
    { name: 'vsnap-10', total: 40 },
    { name: 'vsnap-a', total: 7 },
  ])
  expect(ownersOf(items.map(({ appliance }) => appliance.name))).toEqual(['vsnap-2', 'vsnap-10', 'vsnap-a'])
  const ofA = items.filter(({ appliance }) => appliance.name === 'vsnap-a').map(({ size_used: used }) => used)
  expect(ofA).toEqual(['7', '5', '4', '2', '1', null, null])
})

test('by a label: appliances with the same value are one group, those without it come last', async () => {
  await proxied.admin.call('GET', '/api/fleet/pool')
  expect(await read('group=label:site&counts=true&q=pool-1')).toMatchObject({
    total: 13,
    groups: [
      { name: 'dub', total: 11 },
      { name: 'fra', total: 2 },
    ],
  })
  const rows = await walk('group=label:site&sort=name', 1000)
  expect(rows.slice(40)).toEqual([0, 0, 1, 1, 2, 2, 3, 4, 5, 6].map((n) => expect.stringMatching(`pool-${n}$`)))
  expect(await read('group=label:env&counts=true')).toMatchObject({ groups: [{ name: null, total: 50 }] })
})

test('pages of groups follow each other without a gap or an overlap, wherever they end', async () => {
  for (const query of [
    'group=appliance',
    'group=label:site&sort=-size_used',
    'group=appliance&status=DEGRADED&q=pool',
  ]) {
    const all = await walk(query, 1000)
    expect(new Set(all).size).toBe(query.includes('DEGRADED') ? 16 : 50)
    for (const limit of [1, 3, 10, 40, 43, 49]) expect(await walk(query, limit), `${query} ${limit}`).toEqual(all)
  }
})

test('a cursor of another list is refused', async () => {
  const { next } = await read('limit=1')
  const { status } = await proxied.admin.call('GET', `/api/fleet/pool?group=appliance&cursor=${next}`)
  expect(status).toBe(400)
  expect((await proxied.admin.call('GET', '/api/fleet/pool?group=name')).status).toBe(400)
})
