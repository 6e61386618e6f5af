import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RealAppliance, startRealAppliance } from '../testing/appliance-process.ts'
import { callOnce, startTestConsole, type TestConsole } from '../testing/console.ts'

let appliance: RealAppliance
let console: TestConsole
beforeAll(async () => {
  appliance = await startRealAppliance()
  console = await startTestConsole({ waits: { background: true } })
})
afterAll(async () => {
  await console.end()
  await appliance.end()
})

test('Prometheus reads how the fleet is, with a token of its own', async () => {
  const admin = await console.admin()
  await appliance.call('POST', '/pool', { name: 'tank', pool_type: 'raid5' })
  const { url, account, fingerprint } = appliance
  await admin.call('POST', '/api/appliances', { body: { name: 'vault', url, ...account, fingerprint } })
  const token = { name: 'prometheus', scope: 'metrics', role: 'viewer', days: null }
  const { secret } = (await admin.call('POST', '/api/tokens', { body: token })).json as { secret: string }
  const read = (headers: Record<string, string>) => callOnce(console.url, 'GET', '/metrics', { headers })

  expect(await read({})).toMatchObject({ status: 401, json: { error: { type: 'TokenRejectedError' } } })
  expect(await read({ cookie: admin.cookie ?? '' })).toMatchObject({ status: 401 })
  const answer = async () => (await read({ authorization: `Bearer ${secret}` })).text
  await expect.poll(answer).toMatch(/^vsnap_pool_size_bytes\{appliance="vault",pool="tank"\} \d{13,}$/m)
  const text = await answer()
  expect(text).toMatch(/^vsnap_up\{appliance="vault"\} 1$/m)
  expect(text).toMatch(/^vsnap_pool_online\{appliance="vault",pool="tank"\} 1$/m)
  expect(text).toMatch(/^vsnap_volumes\{appliance="vault"\} 0$/m)
  expect(text).toMatch(/^vsnap_console_list_reads_total\{resource="pool"\} [1-9]/m)
  expect(text).toMatch(/^vsnap_console_request_seconds_count\{method="POST",status="200"\} [1-9]/m)
  expect(text).toMatch(/^vsnap_console_nodejs_eventloop_lag_seconds /m)
})
