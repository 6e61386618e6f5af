import SQLite from 'better-sqlite3'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { adminPassword, newVisitor, type Visitor } from '../testing/console.ts'
import { startConsoleProcess } from '../testing/console-process.ts'
import { send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { ok, type Proxied, startProxied } from '../testing/proxied.ts'

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied({ waits: { answer: 500 } })
})
afterAll(() => proxied.end())
afterEach(() => {
  proxied.fake.answer = ok
})

const volume = { name: 'v', volume_type: 'filesystem', pool_id: '1' }
const newest = async (visitor: Visitor = proxied.admin) => {
  const { entries } = (await visitor.call('GET', '/api/audit?limit=1')).json as { entries: object[] }
  return entries[0]
}

test('a write is in the audit trail before the appliance has it, and completed afterwards', async () => {
  const { fake, id } = proxied
  const during: unknown[] = []
  fake.answer = ({ url, headers }, res) => {
    if (url === '/api/system') return false
    void newest().then((entry) => {
      during.push({ entry, request_id: headers['x-request-id'] })
      send(res, 200, { id: '1' })
    })
    return true
  }
  const answer = await proxied.call('POST', '/volume', { body: volume })
  const request_id = answer.headers['x-request-id']
  const line = {
    operation: 'volumeCreate',
    title: 'Create volume',
    method: 'POST',
    path: '/volume',
    user: 'admin',
    address: '127.0.0.1',
    appliance: { id, name: 'vsnap-a' },
    request: { params: {}, body: volume },
    request_id,
  }
  expect(during).toMatchObject([{ entry: { ...line, state: 'sent', status: null }, request_id }])
  expect(await newest()).toMatchObject({ ...line, state: 'done', status: 200, error: null })
})

test('how it ended: refused by the appliance, or nobody knows', async () => {
  const { fake } = proxied
  const error = { type: 'AlreadyExistsError', message: 'A volume with the name v exists already.' }
  const outcomes: [typeof fake.answer, object][] = [
    [(_, res) => send(res, 409, { error }), { state: 'refused', status: 409, error }],
    [
      (_, res) => send(res, 401, {}),
      { state: 'refused', status: 502, error: { type: 'ApplianceCredentialsRejected' } },
    ],
    [
      (_, res) => void res.socket?.destroy(),
      { state: 'unknown', status: 502, error: { type: 'ApplianceUnreachable' } },
    ],
    [() => {}, { state: 'unknown', status: 504, error: { type: 'ApplianceTimeout' } }],
    [(_, res) => void res.end('<h1>'), { state: 'unknown', status: 502, error: { type: 'ApplianceAnswerInvalid' } }],
  ]
  for (const [answer, expected] of outcomes) {
    fake.answer = (request, res) => (request.url === '/api/system' ? false : answer(request, res))
    await proxied.call('POST', '/volume', { body: volume })
    expect(await newest()).toMatchObject(expected)
  }
})

test('a read and a call that is not allowed leave no line', async () => {
  const before = await newest()
  const viewer = await proxied.console.person('viewer')
  const made = await newest()
  expect(made).not.toEqual(before)
  await proxied.call('GET', '/pool')
  expect((await viewer.call('POST', `${proxied.base}/volume`, { body: volume })).status).toBe(403)
  expect((await proxied.call('POST', '/volume', { body: {} })).status).toBe(400)
  expect(await newest()).toEqual(made)
})

test('a console that is killed while a write is under way says after its next start that nobody knows how it ended', async () => {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-killed-'))
  const fake = await startFakeAppliance()
  const start = () => startConsoleProcess(['--data', data], { CONSOLE_ADMIN_PASSWORD: adminPassword })
  const first = await start()
  const admin = newVisitor(first.url)
  await admin.logIn('admin', adminPassword)
  const { url, account, certificate } = fake
  const body = { name: 'a', url, ...account, fingerprint: certificate.fingerprint }
  const { id } = (await admin.call('POST', '/api/appliances', { body })).json as { id: string }
  fake.answer = (request) => request.method === 'POST' || false
  const write = admin
    .call('POST', `/api/appliances/${id}/vsnap/volume`, { body: volume })
    .catch((error: Error) => error)
  await expect.poll(() => fake.seen.some(({ method }) => method === 'POST')).toBe(true)
  await first.end('SIGKILL')
  expect(await write).toBeInstanceOf(Error)

  const second = await start()
  const again = newVisitor(second.url)
  again.cookie = admin.cookie
  expect(await newest(again)).toMatchObject({ operation: 'volumeCreate', state: 'unknown', status: null, error: null })
  await second.end('SIGTERM')
  await fake.stop()
  rmSync(data, { recursive: true })
})

test('no secret in any file, log line, answer or error', async () => {
  const { fake, console, admin, id } = proxied
  const { password, username } = fake.account
  const remote_pass = 'catal0gic-of-the-partner'
  const answers = [
    await proxied.call('POST', '/partner', { body: { remote_addr: '10.0.0.1', remote_user: 'u', remote_pass } }),
    await proxied.call('POST', '/partner', { body: { remote_addr: 1, remote_pass } }),
    await admin.call('PATCH', `/api/appliances/${id}`, { body: { username, password } }),
    await admin.call('PATCH', `/api/appliances/${id}`, { body: { password, nonsense: true } }),
    await console.visitor().logIn('admin', 'a-wrong-password'),
    await console.visitor().logIn(adminPassword, adminPassword),
    await admin.call('POST', '/api/users', {
      body: { name: 'somebody', password: 'their-first-password', role: 'viewer' },
    }),
    await proxied.call('GET', `/pool?name=${encodeURIComponent('x'.repeat(300))}`),
  ]
  fake.answer = () => false
  fake.account.password = 'changed-on-the-appliance'
  answers.push(await proxied.call('GET', '/pool'), await proxied.call('POST', '/volume', { body: volume }))
  await fake.stop()
  answers.push(await proxied.call('GET', '/pool'), await proxied.call('POST', '/volume', { body: volume }))
  answers.push(
    ...(await Promise.all(
      [
        '/api/audit?limit=1000',
        '/api/appliances',
        `/api/appliances/${id}`,
        '/api/users',
        '/api/fleet',
        '/api/fleet/pool',
        '/api/openapi.json',
      ].map((path) => admin.call('GET', path)),
    )),
  )
  const files = readdirSync(console.data).map((name) => readFileSync(join(console.data, name)).toString('latin1'))
  expect(files.length).toBeGreaterThan(1)
  const told = answers.map(({ text, headers }) => text + JSON.stringify({ ...headers, 'set-cookie': undefined }))
  const everything = [...files, console.log(), ...told].join('\n')
  expect(everything).toContain('partnerCreate')
  const cookie = admin.cookie?.split('=')[1] ?? 'none'
  const basic = Buffer.from(`${username}:${password}`).toString('base64')
  for (const secret of [
    password,
    basic,
    remote_pass,
    'a-wrong-password',
    'their-first-password',
    'changed-on-the-appliance',
    adminPassword,
    cookie,
  ])
    expect(everything.includes(secret), `${secret} was kept or told`).toBe(false)
  expect(everything).not.toMatch(/\n\s+at \S+ \(/)
  await fake.restart()
})

test('what cannot be written into the trail is not done', async () => {
  const { fake, console } = proxied
  const database = new SQLite(join(console.data, 'console.db'))
  database.exec('ALTER TABLE audit RENAME TO audit_gone')
  const before = fake.seen.length
  expect(await proxied.call('POST', '/volume', { body: volume })).toMatchObject({
    status: 500,
    json: { error: { type: 'InternalError', message: expect.not.stringContaining('audit_gone') } },
  })
  expect(fake.seen.slice(before).filter(({ method }) => method === 'POST')).toEqual([])
  database.exec('ALTER TABLE audit_gone RENAME TO audit')
  database.close()
})
