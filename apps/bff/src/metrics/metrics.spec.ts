import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RealAppliance, startRealAppliance } from '../testing/appliance-process.ts'
import { callOnce, startTestConsole, type TestConsole } from '../testing/console.ts'

let appliance: RealAppliance
let console: TestConsole
beforeAll(async () => {
  appliance = await startRealAppliance()
  console = await startTestConsole({ waits: { background: true, answer: 1_000 } })
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
  await expect.poll(answer).toMatch(/^vsnap_snapshots\{appliance="vault"\} 0$/m)
  const text = await answer()
  expect(text).toMatch(/^vsnap_up\{appliance="vault"\} 1$/m)
  expect(text).toMatch(/^vsnap_pool_online\{appliance="vault",pool="tank"\} 1$/m)
  expect(text).toMatch(/^vsnap_volumes\{appliance="vault"\} 0$/m)
  expect(text).toMatch(/^vsnap_console_list_reads_total\{resource="pool"\} [1-9]/m)
  expect(text).toMatch(/^vsnap_console_request_seconds_count\{method="POST",status="200"\} [1-9]/m)

  // Somebody works on it, and it answers.
  const { appliances } = (await admin.call('GET', '/api/appliances')).json as { appliances: { id: string }[] }
  const until = Math.floor(Date.now() / 1000) + 3_600
  const work = { action: 'maintain', until, reason: 'new disks' }
  expect((await admin.call('POST', `/api/appliances/${appliances[0]?.id}`, { body: work })).status).toBe(200)
  expect(await answer()).toMatch(/^vsnap_up\{appliance="vault"\} 1$/m)
})

test('Prometheus reads how the console itself does: its calls, how it keeps up, its loop and its database', async () => {
  const admin = await console.admin()
  const token = { name: 'own', scope: 'metrics', role: 'viewer', days: null }
  const { secret } = (await admin.call('POST', '/api/tokens', { body: token })).json as { secret: string }
  const read = async () =>
    (await callOnce(console.url, 'GET', '/metrics', { headers: { authorization: `Bearer ${secret}` } })).text
  const value = async (name: string, labels = '') => {
    const line = (await read()).split('\n').find((one) => one.startsWith(`${name}${labels} `))
    return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')))
  }
  const calls = (outcome: string) => value('vsnap_console_upstream_call_seconds_count', `{outcome="${outcome}"}`)

  await expect.poll(() => value('vsnap_console_collector_cycle_seconds')).toBeGreaterThan(0)
  expect(await value('vsnap_console_collector_lists_in_flight')).toBe(0)
  expect(await value('vsnap_console_collector_lists_waiting')).toBe(0)
  const { appliances } = (await admin.call('GET', '/api/appliances')).json as { appliances: { id: string }[] }
  const vault = `/api/appliances/${appliances[0]?.id}/vsnap`

  const answered = (await calls('answered')) ?? 0
  expect(answered).toBeGreaterThanOrEqual(9)
  expect((await admin.call('GET', `${vault}/volume`)).status).toBe(200)
  expect(await calls('answered')).toBeGreaterThan(answered)
  expect((await admin.call('GET', `${vault}/volume/none`)).status).toBe(404)
  expect(await calls('refused')).toBe(1)
  appliance.freeze()
  const late = admin.call('GET', `${vault}/volume`)
  await expect.poll(() => value('vsnap_console_upstream_calls_in_flight')).toBeGreaterThan(0)
  expect((await late).status).toBe(504)
  expect(await calls('ApplianceTimeout')).toBeGreaterThan(0)
  expect(await value('vsnap_console_upstream_call_seconds_sum', '{outcome="ApplianceTimeout"}')).toBeGreaterThan(0.9)
  appliance.thaw()

  expect(await value('vsnap_console_nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
  expect(await value('vsnap_console_database_bytes', '{part="database"}')).toBe(
    statSync(join(console.data, 'console.db')).size,
  )
  expect(await value('vsnap_console_database_bytes', '{part="log"}')).toBeGreaterThan(0)
  const commits = (await value('vsnap_console_database_commit_seconds_count')) ?? 0
  expect(commits).toBeGreaterThan(0)
  expect(await value('vsnap_console_database_commit_seconds_sum')).toBeGreaterThan(0)
})
