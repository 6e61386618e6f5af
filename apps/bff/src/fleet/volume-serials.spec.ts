import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { type Proxied, startProxied } from '../testing/proxied.ts'

let proxied: Proxied
let volumes: Readonly<Record<string, string>>[]

beforeAll(async () => {
  proxied = await startProxied({ waits: { fleet: 1_000 } })
  volumes = ['1', '2', '3'].map((id) => ({ id, name: `lun-${id}`, volume_type: 'lun', time_created: '5' }))
  proxied.fake.answer = ({ url, method }, res) => {
    if (url === '/api/system') return false
    const [, id] = /^\/api\/volume\/(\d+)$/.exec(url) ?? []
    const volume = volumes.find((one) => one['id'] === id)
    if (id === undefined) send(res, 200, method === 'GET' ? { volumes, total: String(volumes.length) } : {})
    else if (volume?.['name'] === 'broken') send(res, 500, { error: { type: 'InternalError', message: 'no' } })
    else send(res, 200, { ...volume, serial: `aa${id}${volume?.['time_created']}-0bbf` })
    return true
  }
})
afterAll(() => proxied.end())

const asked = () =>
  proxied.fake.seen
    .filter(({ url, method }) => method === 'GET' && /^\/api\/volume\/\d+$/.test(url))
    .map(({ url }) => url)
async function found(q: string): Promise<string[]> {
  const { json } = await proxied.admin.call('GET', `/api/search?q=${q}`)
  return (json as { items: { name: string }[] }).items.map(({ name }) => name)
}
/** The appliance's volumes are others, and are read. */
async function now(others: typeof volumes) {
  volumes = others
  await proxied.admin.call('DELETE', `/api/appliances/${proxied.id}/vsnap/volume/99`)
  await proxied.admin.call('GET', '/api/fleet/volume')
}

test('each LUN is asked for its serial number once; a new one that has an old id is another; one that fails holds up none', async () => {
  const [first = {}, second = {}, third = {}] = volumes
  await now([{ ...first, volume_type: 'filesystem' }, second])
  await expect.poll(() => found('aa25-0bbf')).toEqual(['lun-2'])
  await now([{ ...second, size_used: '9' }, third])
  await expect.poll(() => found('AA35')).toEqual(['lun-3'])
  expect(asked()).toEqual(['/api/volume/2', '/api/volume/3'])
  await now([
    { ...first, name: 'broken' },
    { ...third, time_created: '7' },
  ])
  await expect.poll(() => found('aa37-0bbf')).toEqual(['lun-3'])
  for (const serial of ['aa15-0bbf', 'aa25-0bbf', 'aa35-0bbf']) expect(await found(serial)).toEqual([])
})
