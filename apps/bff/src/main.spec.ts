import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCertificate } from './testing/certificate.ts'
import { callOnce, newVisitor } from './testing/console.ts'
import { type ConsoleProcess, startConsoleProcess } from './testing/console-process.ts'
import { startFakeAppliance } from './testing/fake-appliance.ts'

const password = 'correct horse battery'
let data: string
const running: ConsoleProcess[] = []

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'vsnap-main-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end('SIGKILL')))
  rmSync(data, { recursive: true, force: true })
})

async function start(
  args: string[] = [],
  env: NodeJS.ProcessEnv = { CONSOLE_ADMIN_PASSWORD: password },
): Promise<ConsoleProcess> {
  const started = await startConsoleProcess(['--data', data, ...args], env)
  running.push(started)
  return started
}

test('the first admin gets a password that is printed once, and never logged', async () => {
  const first = await start([], {})
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await expect.poll(() => first.stdout()).toContain('shown only this once')
  const generated = /password (\S+) /.exec(first.stdout())?.[1] ?? ''
  expect(generated).toMatch(/^([a-z0-9]{5}-){3}[a-z0-9]{5}$/)
  expect((await newVisitor(first.url).logIn('admin', generated)).status).toBe(200)
  expect(first.stderr()).not.toContain(generated)
  expect(await first.end('SIGTERM')).toBe(0)

  const second = await start([], {})
  expect(second.stdout()).not.toContain('password')
  expect((await newVisitor(second.url).logIn('admin', generated)).status).toBe(200)
  await second.end('SIGTERM')

  const third = await start()
  await expect.poll(() => third.stdout()).toContain('--reset-admin changes it')
  await third.end('SIGTERM')
  const fourth = await start(['--reset-admin'])
  expect((await newVisitor(fourth.url).logIn('admin', generated)).status).toBe(401)
  expect((await newVisitor(fourth.url).logIn('admin', password)).status).toBe(200)
})

test('everything that it keeps is for its owner alone', async () => {
  await start()
  expect(statSync(data).mode & 0o777).toBe(0o700)
  const files = readdirSync(data)
  expect(files).toEqual(expect.arrayContaining(['console.db', 'secret.key']))
  for (const file of files) expect(statSync(join(data, file)).mode & 0o077, file).toBe(0)
})

test('it refuses to send passwords over the network in the clear', async () => {
  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'console.example']) {
    const refused = await start(['--host', host])
    expect(await refused.ended).toBe(1)
    expect(refused.stderr()).toContain('without TLS')
    expect(refused.stderr()).toContain('--tls-cert')
  }
})

test('a port that is taken, and settings that make no sense, are told in one sentence', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  const taken = await start(['--port', String(port)])
  expect(await taken.ended).toBe(1)
  expect(taken.stderr()).toBe(`Something listens on 127.0.0.1:${port} already. Choose another --port, or stop it.\n`)
  expect(readdirSync(data)).toEqual([])
  holder.close()
  for (const args of [['--port', 'x'], ['--static', data], ['--tls-cert', 'x'], ['--nonsense']]) {
    const refused = await start(args)
    expect(await refused.ended, args.join(' ')).toBe(1)
    expect(refused.stderr()).not.toMatch(/\n\s+at /)
  }
})

test("a second one on the same data directory is refused in one sentence; a killed one is in nobody's way", async () => {
  const first = await start()
  const second = await start()
  expect(await second.ended).toBe(1)
  expect(second.stderr()).toBe(
    `Another console is running on ${data}. Stop it, or give this one a directory of its own with --data.\n`,
  )
  expect(second.stdout()).toBe('')
  const admin = newVisitor(first.url)
  expect((await admin.logIn('admin', password)).status).toBe(200)

  await first.end('SIGKILL')
  const third = await start()
  const again = newVisitor(third.url)
  again.cookie = admin.cookie
  expect((await again.call('GET', '/api/session')).status).toBe(200)
  expect(await third.end('SIGTERM')).toBe(0)
  expect((await start()).url).not.toBe('')
})

test('over TLS the cookie belongs to this host alone', async () => {
  const { cert, key } = await makeCertificate('console')
  const [certFile, keyFile] = [join(data, 'cert.pem'), join(data, 'key.pem')]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key)
  const { url } = await start(['--host', '0.0.0.0', '--tls-cert', certFile, '--tls-key', keyFile])
  const here = url.replace('0.0.0.0', '127.0.0.1')
  expect(here).toMatch(/^https:/)
  const admin = newVisitor(here)
  const answer = await admin.logIn('admin', password)
  expect(answer.headers['set-cookie']?.[0]).toMatch(
    /^__Host-vsnap-console=[^;]+; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
  )
  expect(answer.headers['strict-transport-security']).toContain('max-age')
  expect((await admin.call('GET', '/api/session')).status).toBe(200)
  const plain = await callOnce(here, 'POST', '/api/session', {
    body: {},
    headers: { origin: here.replace('https', 'http') },
  })
  expect(plain.status).toBe(403)
})

test('SIGTERM lets a request end, and takes no other', async () => {
  const fake = await startFakeAppliance()
  fake.answer = (_, res) => {
    setTimeout(() => res.end('{}'), 700)
  }
  const console = await start()
  const admin = newVisitor(console.url)
  await admin.logIn('admin', password)
  const slow = admin.call('POST', '/api/appliances', {
    body: { name: 'a', url: fake.url, username: 'u', password: 'p', fingerprint: fake.certificate.fingerprint },
  })
  await expect.poll(() => fake.seen.length).toBe(1)
  const ended = console.end('SIGTERM')
  expect((await slow).json).toMatchObject({ error: { type: 'ApplianceAnswerInvalid' } })
  expect(await ended).toBe(0)
  await fake.stop()
})

test('kill -9 in the middle of fifty writes: what was acknowledged is there and audited, nothing is half-done', async () => {
  const fake = await startFakeAppliance()
  const first = await start()
  const admin = newVisitor(first.url)
  await admin.logIn('admin', password)
  const { fingerprint } = fake.certificate
  const added = await admin.call('POST', '/api/appliances', {
    body: { name: 'start', url: fake.url, ...fake.account, fingerprint },
  })
  const { id } = added.json as { id: string }

  const acknowledged: number[] = []
  const write = async (n: number) => {
    const { status } = await admin.call('PATCH', `/api/appliances/${id}`, { body: { name: `name ${n}` } })
    if (status === 200) acknowledged.push(n)
    if (acknowledged.length === 20) void first.end('SIGKILL')
  }
  const chain = async (from: number) => {
    for (let n = from; n < 50; n += 2) await write(n)
  }
  await Promise.allSettled([chain(0), chain(1)])
  expect(await first.ended).toBe('SIGKILL')
  expect(acknowledged.length).toBeGreaterThanOrEqual(20)
  expect(acknowledged.length).toBeLessThan(50)

  const second = await start()
  const again = newVisitor(second.url)
  again.cookie = admin.cookie
  const { entries } = (await again.call('GET', '/api/audit?limit=200')).json as {
    entries: { operation: string; state: string; request: { body: { name: string } } }[]
  }
  const renames = entries.filter(({ operation }) => operation === 'applianceUpdate')
  const stateOf = (n: number) => renames.find(({ request }) => request.body.name === `name ${n}`)?.state
  expect(renames.filter(({ state }) => state === 'sent')).toEqual([])
  for (const n of acknowledged) expect(stateOf(n), `name ${n}`).toBe('done')
  const unknown = renames.filter(({ state }) => state === 'unknown').map(({ request }) => request.body.name)
  expect(unknown.length).toBeLessThanOrEqual(2)

  const { name, state } = (await again.call('GET', `/api/appliances/${id}`)).json as { name: string; state: string }
  expect(state).toBe('online')
  const newest = acknowledged.slice(-2).map((n) => `name ${n}`)
  expect([...newest, ...unknown, ...renames.slice(0, 3).map(({ request }) => request.body.name)]).toContain(name)
  expect(readFileSync(join(data, 'secret.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  await fake.stop()
})
