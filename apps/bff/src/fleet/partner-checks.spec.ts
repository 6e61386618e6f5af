import { expect, test } from 'vitest'
import { startTestConsole } from '../testing/console.ts'
import { send, startFakeAppliance } from '../testing/fake-appliance.ts'

test('where partners lead is found out by certificates, and nothing is said to whoever answers', async () => {
  const start = () => startFakeAppliance()
  const [near, far, moved, gone, lost, stranger] = [
    await start(),
    await start(),
    await start(),
    await start(),
    await start(),
    await start(),
  ]
  const all = [near, far, moved, gone, lost, stranger]
  const at = (id: string, port: number) => ({ id, address: '127.0.0.1', api_port: `${port}` })
  const partners = [
    at(far.system_id, far.port),
    at(moved.system_id, far.port),
    at(gone.system_id, 1),
    at(lost.system_id, stranger.port),
    at('elsewhere', stranger.port),
    { id: far.system_id.slice(1), address: 'no address/at all' },
  ]
  near.answer = ({ url }, res) => url === '/api/partner' && (send(res, 200, { partners }), true)
  const console = await startTestConsole()
  const admin = await console.admin()
  const ids = new Map<string, string>()
  for (const [name, { url, account, certificate }] of Object.entries({ near, far, moved, gone, lost })) {
    const body = { name, url, ...account, fingerprint: certificate.fingerprint }
    ids.set(name, ((await admin.call('POST', '/api/appliances', { body })).json as { id: string }).id)
  }
  await admin.call('GET', '/api/fleet/partner')
  const heard = () => all.slice(1).map(({ seen }) => seen.filter(({ url }) => url !== '/api/system').length)
  const before = [heard(), stranger.seen.length]

  const { json } = await (await console.person('viewer')).call('GET', '/api/partners/checks')
  const found = { appliance: ids.get('near'), other: null }
  expect((json as { checks: { partner: string }[] }).checks).toEqual(
    expect.arrayContaining([
      { ...found, partner: far.system_id, found: 'same' },
      { ...found, partner: moved.system_id, found: 'other', other: { id: ids.get('far'), name: 'far' } },
      { ...found, partner: gone.system_id, found: 'nobody' },
      { ...found, partner: lost.system_id, found: 'other' },
    ]),
  )
  expect(json).toMatchObject({ total: 4 })
  expect([heard(), stranger.seen.length]).toEqual(before)
  expect(stranger.connections).toBe(1)

  await console.end()
  await Promise.all(all.map((one) => one.stop()))
})
