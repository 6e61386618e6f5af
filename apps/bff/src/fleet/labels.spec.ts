import { afterAll, beforeAll, expect, test } from 'vitest'
import { send, startFakeAppliance, type FakeAppliance } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

let proxied: Proxied
let other: FakeAppliance

beforeAll(async () => {
  proxied = await startProxied()
  other = await startFakeAppliance()
  const dublin = await proxied.register(other, 'vsnap-dub')
  for (const [fake, used] of [
    [proxied.fake, '100'],
    [other, '900'],
  ] as const)
    fake.answer = ({ url }, res) => {
      if (url === '/api/system') return false
      const pools = [{ id: '1', name: 'backup', size_used: used, size_total: '1000', status: 'ONLINE' }]
      const volumes = [{ id: '1', name: `volume-${used}`, volume_type: 'filesystem', pool_id: '1' }]
      send(res, 200, { [`${url?.split('/').at(-1)}s`]: url?.endsWith('pool') ? pools : volumes, total: '1' })
      return true
    }
  for (const [id, label] of [
    [proxied.id, 'site=fra'],
    [dublin, 'site=dub'],
  ] as const)
    await proxied.admin.call('PUT', `/api/appliances/${id}/description`, { body: { labels: [label] } })
  for (const resource of ['pool', 'volume']) await proxied.admin.call('GET', `/api/fleet/${resource}`)
})
afterAll(async () => {
  await proxied.end()
  await other.stop()
})

const read = async (path: string) => (await proxied.admin.call('GET', path)).json

test('a label narrows the overview, what is unprotected, and the lists to the appliances that have it', async () => {
  expect(await read('/api/fleet')).toMatchObject({ capacity: { used: 1000 }, protection: { volumes: 2 } })
  expect(await read('/api/fleet?label=site%3Ddub')).toMatchObject({
    appliances: [{ name: 'vsnap-dub' }],
    capacity: { used: 900, total: 1000 },
    protection: { volumes: 1, without_snapshot: 1 },
  })
  expect(await read('/api/fleet/unprotected/snapshot?label=site%3Dfra')).toMatchObject({
    volumes: [{ name: 'volume-100' }],
    total: 1,
  })
  expect(await read('/api/fleet/volume?label=site%3Ddub')).toMatchObject({ items: [{ name: 'volume-900' }], total: 1 })
  expect(await read('/api/fleet?label=site%3Dnowhere')).toMatchObject({ appliances: [], capacity: { used: 0 } })
})
