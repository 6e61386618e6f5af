import { afterAll, beforeAll, expect, test } from 'vitest'
import { send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

let proxied: Proxied
const now = Math.floor(Date.now() / 1000)
const lists: Readonly<Record<string, readonly unknown[]>> = {
  pool: [
    { id: '1', name: 'full', size_used: '950', size_total: '1000', status: 'ONLINE', time_created: -1 },
    { id: '2', name: 'endless', size_used: '9223372036854775807', size_total: '9223372036854775807' },
    { id: '3', name: 'minus', size_used: -1, size_total: '1000.5' },
    { id: '4', name: null, size_used: '1', size_total: '1000' },
    { id: '5', name: 'words', size_used: 'little', size_total: 'much' },
  ],
  volume: [
    { id: '1', name: 'files', volume_type: 'filesystem', is_clone: 'false', time_updated: '1497365131.25' },
    { id: '2', name: 'endless', volume_type: 'filesystem', size_used: '9223372036854775807' },
    { id: '3', volume_type: 'filesystem' },
    null,
  ],
  snapshot: [
    { id: '1', name: 's1', parent_id: 1, time_created: now - 60 + 0.25 },
    { id: '2', name: 's2', parent_id: '2', time_created: '9223372036854775807' },
  ],
  session: [
    { id: 1, rel_id: '1', status: 'ACTIVE', size_sent: '9223372036854775807', time_started: '-1' },
    { id: '2', rel_id: '1', status: 'FAILED', time_ended: now - 60 + 0.5, message: 7 },
  ],
}

beforeAll(async () => {
  proxied = await startProxied()
  proxied.fake.answer = ({ url }, res) => {
    const [, resource, id] = /^\/api\/(\w+)(?:\/(\d+))?$/.exec(url) ?? []
    if (resource === undefined || resource === 'system') return false
    const rows = lists[resource] ?? []
    send(res, 200, id === undefined ? { [`${resource}s`]: rows, total: -1 } : (rows[Number(id) - 1] ?? {}))
    return true
  }
})
afterAll(() => proxied.end())

const get = async (path: string) => {
  const { status, json } = await proxied.admin.call('GET', path)
  expect(status, path).toBe(200)
  return json
}

test('an odd row costs no more than itself: lists, overview, report, alerts and the past go on', async () => {
  const listed = async (resource: string) =>
    (await get(`/api/fleet/${resource}`)) as { items: object[]; total: number; appliances: object[] }
  for (const [resource, count] of Object.entries({ pool: 5, volume: 3, snapshot: 2, session: 2 })) {
    const { items, total, appliances } = await listed(resource)
    expect([items.length, total], resource).toEqual([count, count])
    expect(appliances, resource).toMatchObject([{ state: 'online', error: null }])
  }
  expect(await get('/api/fleet')).toMatchObject({
    appliances: [{ state: 'online' }],
    capacity: { used: 950 + 2 ** 63, total: 1000 + 2 ** 63, pools: [{ name: 'endless' }, { name: 'full' }] },
    protection: { volumes: 2, without_snapshot: 1 },
    activity: { sessions: [{ id: '1', size_sent: 2 ** 63, time_started: null }] },
  })
  expect(await get('/api/report')).toMatchObject({ sessions: { items: [{ id: '2', time: now - 60, message: '7' }] } })
  await get(`/api/appliances/${proxied.id}/report`)
  await expect
    .poll(async () => ((await get('/api/alerts')) as { alerts: { rule: string }[] }).alerts.map(({ rule }) => rule))
    .toContain('pool-full')
  await expect
    .poll(() => get(`/api/history/appliances/${proxied.id}/pools/1?step=0`))
    .toMatchObject({ points: [{ used: 950, total: 1000 }] })
  // No database counts that far, and nobody has so much: no past is kept of it.
  for (const path of ['pools/2', 'volumes/2'])
    expect(await get(`/api/history/appliances/${proxied.id}/${path}?step=0`)).toMatchObject({ points: [] })
})

test('one that tells its versions as numbers, and yes and no as text, can be added', async () => {
  const fake = await startFakeAppliance()
  try {
    const system = {
      id: fake.system_id,
      init_status: 'Ready',
      multipool: 'true',
      api_version: 1.0,
      vsnap_version: 10.1,
    }
    fake.answer = (_, res) => {
      send(res, 200, system)
      return true
    }
    const id = await proxied.register(fake, 'vsnap-b')
    expect(await get(`/api/appliances/${id}`)).toMatchObject({ state: 'online', vsnap_version: '10.1' })
  } finally {
    await fake.stop()
  }
})
