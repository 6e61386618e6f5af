import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

const day = 86_400
/** Seconds that its snapshot is young enough from now on. */
const left = 10

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied()
})
afterAll(() => proxied.end())

test('a volume has gone without a snapshot for too long as soon as that is so, though no list has changed', async () => {
  const taken = Math.floor(Date.now() / 1000) - day + left
  const lists: Record<string, object[]> = {
    '/api/volume': [{ id: '1', name: 'files', volume_type: 'filesystem', pool_id: '1' }],
    '/api/snapshot': [{ id: '7', name: 'nightly', parent_id: '1', time_created: `${taken}` }],
  }
  proxied.fake.answer = ({ url }, res) => {
    const rows = lists[url]
    if (!rows) return false
    send(res, 200, { [`${url.slice('/api/'.length)}s`]: rows, total: '1' })
    return true
  }
  for (const resource of ['volume', 'snapshot']) await proxied.admin.call('GET', `/api/fleet/${resource}`)
  const without = async () => {
    const { json } = await proxied.admin.call('GET', '/api/fleet')
    return (json as { protection: { volumes: number; without_snapshot: number } }).protection
  }
  expect(await without()).toMatchObject({ volumes: 1, without_snapshot: 0 })
  await expect.poll(without, { timeout: 60_000, interval: 500 }).toMatchObject({ volumes: 1, without_snapshot: 1 })
  expect(Date.now() / 1000).toBeGreaterThan(taken + day)
})
