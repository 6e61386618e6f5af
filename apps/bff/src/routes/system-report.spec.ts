import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { startProxied, type Proxied } from '../testing/proxied.ts'

let proxied: Proxied

beforeAll(async () => {
  proxied = await startProxied()
  proxied.fake.answer = ({ url, method }, res) => {
    if (url === '/api/system') return false
    if (method === 'GET') send(res, 200, { pools: [{ id: '1', name: 'backup', status: 'DEGRADED' }], total: '1' })
    else send(res, 400, { error: { type: 'InvalidParameterError', message: 'The partner rejects the account.' } })
    return true
  }
})
afterAll(() => proxied.end())

test('a system report has states, counts and what went wrong lately, and nothing that is secret or private', async () => {
  const { admin, console, fake, id } = proxied
  const notes = 'The door code is 4711'
  await admin.call('PUT', `/api/appliances/${id}/description`, { body: { labels: ['site=fra'], notes } })
  await admin.call('GET', '/api/fleet/pool')
  const account = { remote_user: 'replicator', remote_pass: 'the partner’s password' }
  const partner = { remote_addr: '192.0.2.1', local_addr: '192.0.2.2', ...account }
  expect((await proxied.call('POST', '/partner', { body: partner })).status).toBe(400)

  const { status, text, json } = await (await console.person('viewer')).call('GET', `/api/appliances/${id}/report`)
  expect(status, text).toBe(200)
  expect(json).toMatchObject({
    appliance: { id, name: 'vsnap-a', state: 'online', labels: ['site=fra'] },
    pools: [{ name: 'backup', status: 'DEGRADED', health: null }],
    errors: [{ operation: 'partnerCreate', status: 400, error: { message: 'The partner rejects the account.' } }],
  })
  expect((json as { lists: unknown[] }).lists).toContainEqual(
    expect.objectContaining({ resource: 'pool', items: 1, error: null }),
  )
  const secrets = [fake.account.username, fake.account.password, ...Object.values(account), notes]
  for (const secret of [...secrets, '192.0.2.1']) expect(text).not.toContain(secret)
  expect(await admin.call('GET', '/api/appliances/nobody/report')).toMatchObject({ status: 404 })
})
