import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { ok, type Proxied, startProxied } from '../testing/proxied.ts'

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied()
})
beforeEach(() => {
  proxied.fake.answer = ok
})
afterAll(() => proxied.end())

const remotePassword = 'of the partner "ü"'
/** What the appliance was told in confidence, in each way in which it may say it again. */
function secrets(): string[] {
  const { username, password } = proxied.fake.account
  const pair = Buffer.from(`${username}:${password}`).toString('base64')
  return [
    password,
    pair.replace(/=+$/, ''),
    Buffer.from(password).toString('base64').replace(/=+$/, ''),
    'the partner "',
  ]
}
/** Where anything may have been kept: the files of the data directory, the log, the audit trail. */
async function kept(): Promise<string> {
  const { data } = proxied.console
  const files = readdirSync(data).map((file) => readFileSync(join(data, file), 'latin1'))
  return [...files, proxied.console.log(), (await proxied.admin.call('GET', '/api/audit')).text].join('\n')
}
function expectNoneIn(text: string): void {
  for (const secret of secrets()) expect(text.includes(secret), secret).toBe(false)
}
/** Answers each call but GET /system with an error that says everything that the appliance was sent. */
function echo(status: number): void {
  proxied.fake.answer = ({ url, headers, body }, res) => {
    if (url === '/api/system') return false
    const { username, password } = proxied.fake.account
    const sent = body === '' ? {} : (JSON.parse(body) as object)
    const message = `bad ${password} of ${username}:${password}, ${Buffer.from(password).toString('base64')}, ${headers.authorization}`
    send(res, status, { error: { type: 'EchoError', message, hint: { [password]: [headers.authorization, sent] } } })
    return true
  }
}

test('what an appliance was told in confidence, and says again in an error, is neither answered nor logged nor kept', async () => {
  echo(400)
  const refused = await proxied.call('PUT', '/pool/1', { body: { name: 'p' } })
  const blotted = 'bad (not shown) of (not shown), (not shown), Basic (not shown)'
  expect(refused).toMatchObject({
    status: 400,
    json: {
      error: {
        type: 'EchoError',
        message: blotted,
        hint: { '(not shown)': ['Basic (not shown)', { name: 'p' }] },
      },
    },
  })
  const remote = { remote_addr: '10.0.0.1', remote_user: 'vsuser', remote_pass: remotePassword }
  const partner = await proxied.call('POST', '/partner', { body: remote })
  expect(partner.json).toMatchObject({ error: { hint: { '(not shown)': [{}, { remote_pass: '(not shown)' }] } } })

  echo(500)
  const read = await proxied.call('GET', '/pool/1')
  expect(read).toMatchObject({ status: 500, json: { error: { type: 'EchoError', message: blotted } } })
  const [line = ''] = proxied.console
    .log()
    .split('\n')
    .filter((one) => one.includes(String(read.headers['x-request-id'])))
  expect(JSON.parse(line)).toMatchObject({ type: 'EchoError', reason: blotted })
  expect(line).not.toContain('stack')

  for (const { text } of [refused, partner, read]) expectNoneIn(text)
  expectNoneIn(await kept())
})

test('nor is it kept, or answered for a write, when the appliance says it as if all were well', async () => {
  proxied.fake.answer = ({ url, method, headers }, res) => {
    if (url === '/api/system') {
      send(res, 200, {
        id: proxied.fake.system_id,
        init_status: 'Ready',
        vsnap_version: `1.0 for ${proxied.fake.account.password}`,
      })
      return true
    }
    const name = `of ${headers.authorization}`
    const pool = { id: '1', name, pool_type: 'raid5', status: 'ONLINE' }
    send(res, 200, method === 'GET' ? { pools: [pool], total: 1 } : pool)
    return true
  }
  const { admin, id } = proxied
  const renamed = await proxied.call('PUT', '/pool/1', { body: { name: 'p' } })
  expect(renamed).toMatchObject({ status: 200, json: { id: '1', name: 'of Basic (not shown)' } })
  await admin.call('POST', `/api/appliances/${id}`, { body: { action: 'look' } })
  await expect
    .poll(async () => (await admin.call('GET', '/api/fleet/pool')).json)
    .toMatchObject({ items: [{ name: 'of Basic (not shown)' }] })
  const known = await admin.call('GET', `/api/appliances/${id}`)
  expect(known.json).toMatchObject({ vsnap_version: '1.0 for (not shown)' })
  expectNoneIn(await kept())
})

test('a password that stands in every sentence is left where it is; the two together are not', async () => {
  const { admin, fake, id } = proxied
  fake.account.password = 'ab'
  expect((await admin.call('PATCH', `/api/appliances/${id}`, { body: { password: 'ab' } })).status).toBe(200)
  fake.answer = ({ headers }, res) =>
    send(res, 409, {
      error: { type: 'LabelError', message: `The label of vsuser:ab is about ${headers.authorization}` },
    })
  expect((await proxied.call('PUT', '/pool/1', { body: { name: 'p' } })).json).toEqual({
    error: { type: 'LabelError', message: 'The label of (not shown) is about Basic (not shown)' },
  })
})
