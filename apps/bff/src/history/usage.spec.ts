import type { UsagePoint } from '@vsnap/console-api/history.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

let proxied: Proxied
const volume = { id: '7', name: 'files', volume_type: 'filesystem', size_used: '300', size_total: null }
const pool = { id: '1', name: 'backup', size_used: '400', size_total: '1000', status: 'ONLINE' }

beforeAll(async () => {
  proxied = await startProxied()
  proxied.fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    if (url === '/api/pool') send(res, 200, { pools: [pool], total: '1' })
    else if (url === '/api/pool/1') send(res, 200, { ...pool, compression_ratio: '1.42x', deduplication_ratio: null })
    else if (url === '/api/volume') send(res, 200, { volumes: [volume], total: '1' })
    else return false
    return true
  }
})
afterAll(() => proxied.end())

const past = async (step: number): Promise<UsagePoint[]> => {
  const { json } = await proxied.admin.call('GET', `/api/history/appliances/${proxied.id}/pools/1?step=${step}`)
  return (json as { points: UsagePoint[] }).points
}

test('what a pool saves is read from its details, and kept with how full it is', async () => {
  await proxied.admin.call('GET', '/api/fleet/pool')
  const known = { used: 400, total: 1000, compression_ratio: 1.42, deduplication_ratio: null }
  for (const step of [0, 900, 86_400]) await expect.poll(async () => (await past(step)).at(-1)).toMatchObject(known)
})

test('how full a volume is stands in the list, and is kept from there', async () => {
  await proxied.admin.call('GET', '/api/fleet/volume')
  for (const step of [0, 900, 86_400]) {
    const { json } = await proxied.admin.call('GET', `/api/history/appliances/${proxied.id}/volumes/7?step=${step}`)
    expect(json).toMatchObject({ points: [{ used: 300, total: null }], forecast: { growth: null, full: null } })
  }
})
