import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '../testing/certificate.ts'
import { startTestConsole, type TestAnswer, type TestConsole, type Visitor } from '../testing/console.ts'
import { send, startFakeAppliance, type FakeAppliance } from '../testing/fake-appliance.ts'

let console: TestConsole
let admin: Visitor
const fakes: FakeAppliance[] = []

beforeAll(async () => {
  console = await startTestConsole()
  admin = await console.admin()
})
afterAll(async () => {
  await console.end()
  await Promise.all(fakes.map((fake) => fake.stop()))
})

/** How long one waits for what the console finds out by itself: it looks every 15 s, give or take a twentieth. */
const byItself = { timeout: 60_000, interval: 300 }

async function appliance(given?: Parameters<typeof startFakeAppliance>[0]): Promise<FakeAppliance> {
  const fake = await startFakeAppliance(given)
  fakes.push(fake)
  return fake
}

const error = (type: string, details: object = {}) => ({
  error: expect.objectContaining({ type, message: expect.any(String), ...details }),
})
const add = (fake: FakeAppliance, more: object = {}) =>
  admin.call('POST', '/api/appliances', {
    body: {
      name: `fake ${fake.port}`,
      url: fake.url,
      ...fake.account,
      fingerprint: fake.certificate.fingerprint,
      ...more,
    },
  })
const idOf = ({ status, json, text }: TestAnswer) => {
  if (status !== 200) throw new Error(text)
  return (json as { id: string }).id
}
const view = async (id: string) => (await admin.call('GET', `/api/appliances/${id}`)).json
const edit = (id: string, body: object) => admin.call('PATCH', `/api/appliances/${id}`, { body })

test('an unknown certificate is shown before any credential is sent, then pinned', async () => {
  const fake = await appliance()
  const { fingerprint } = fake.certificate
  const shown = {
    fingerprint,
    subject: 'CN=fake-vsnap',
    issuer: 'CN=fake-vsnap',
    valid_from: expect.any(Number),
    valid_to: expect.any(Number),
  }

  const probed = await admin.call('POST', '/api/appliances/probe', { body: { url: `127.0.0.1:${fake.port}` } })
  expect(probed.json).toEqual({ url: fake.url, certificate: { ...shown, trusted: false } })
  const refused = await add(fake, { fingerprint: undefined })
  expect(refused.status).toBe(409)
  expect(refused.json).toEqual(error('UntrustedCertificate', shown))
  expect(
    (await add(fake, { fingerprint: fingerprint.replace(/^../, fingerprint.startsWith('00') ? '11' : '00') })).status,
  ).toBe(409)
  expect(fake.connections).toBe(3)
  expect(fake.seen).toEqual([])

  const added = await add(fake, { fingerprint: fingerprint.replaceAll(':', '').toLowerCase() })
  expect(added.json).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{10}$/),
    name: `fake ${fake.port}`,
    url: fake.url,
    username: 'vsuser',
    fingerprint,
    system_id: fake.system_id,
    state: 'online',
    since: expect.any(Number),
    read_at: expect.any(Number),
    error: null,
    certificate: null,
    findings: [],
    clock_skew: 0,
    maintenance: null,
    labels: [],
    notes: '',
    init_status: 'Ready',
    vsnap_version: '1.0.0-19',
    time_created: expect.any(Number),
  })
  // Its lists are read from now on, and so it is heard of again and again.
  const known = { ...(added.json as object), read_at: expect.any(Number) }
  expect(await view(idOf(added))).toEqual(known)
  expect((await admin.call('GET', '/api/appliances')).json).toMatchObject({ appliances: [known], total: 1 })
})

test('the same system is refused under a second address, with what it is called', async () => {
  const [first, second] = [await appliance(), await appliance()]
  const id = idOf(await add(first))
  Object.assign(second, { system_id: first.system_id, account: first.account })
  expect((await add(second)).json).toEqual(error('AlreadyRegistered', { id, name: `fake ${first.port}` }))
  expect((await add(first, { name: 'again' })).json).toEqual(error('AlreadyRegistered', { id }))
  expect((await add(await appliance(), { name: `FAKE ${first.port}` })).json).toEqual(error('AlreadyExistsError'))

  const twin = await appliance()
  const both = await Promise.all([add(twin, { name: 'one' }), add(twin, { name: 'two' })])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('what cannot be reached, is silent, rejects the account or is no vSnap is not added', async () => {
  const fake = await appliance()
  expect((await add(fake, { password: 'wrong' })).json).toEqual(error('ApplianceCredentialsRejected'))
  fake.answer = (_, res) => send(res, 200, { hello: 'world' })
  expect((await add(fake)).json).toEqual(error('ApplianceAnswerInvalid'))
  fake.answer = (_, res) => void res.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
  expect((await add(fake)).json).toEqual(error('ApplianceAnswerInvalid'))
  fake.answer = (_, res) => void res.writeHead(302, { location: 'https://127.0.0.1:1/' }).end()
  expect((await add(fake)).json).toEqual(error('ApplianceAnswerInvalid'))
  fake.answer = (_, res) => void res.destroy()
  expect((await add(fake)).json).toEqual(error('ApplianceUnreachable'))
  await fake.stop()
  const unreachable = await add(fake)
  expect(unreachable.status).toBe(502)
  expect(unreachable.json).toEqual(error('ApplianceUnreachable'))
})

test('one that accepts connections and says nothing is a time-out after 5 s', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const answer = await admin.call('POST', '/api/appliances/probe', { body: { url: `127.0.0.1:${port}` } })
  expect(answer.status).toBe(504)
  expect(answer.json).toEqual(error('ApplianceTimeout'))
  silent.close()
})

test('while it is down: renamed, new credentials, another address, removed', async () => {
  const fake = await appliance()
  const id = idOf(await add(fake))
  await fake.stop()
  expect((await edit(id, { name: 'renamed' })).json).toMatchObject({
    name: 'renamed',
    // As it was, or the console has seen already that it is down.
    state: expect.stringMatching(/^(online|unreachable)$/),
  })
  expect((await edit(id, { password: 'secret-new', username: 'new' })).json).toMatchObject({
    state: 'unreachable',
    username: 'new',
    error: { type: 'ApplianceUnreachable' },
  })

  fake.account.username = 'new'
  fake.account.password = 'secret-new'
  await fake.restart()
  expect((await edit(id, { username: 'new' })).json).toMatchObject({ state: 'online', error: null })

  expect((await edit(id, { url: '127.0.0.1:1' })).json).toEqual(error('InvalidParameterError', { field: 'password' }))
  expect((await edit(id, { url: '127.0.0.1:1', password: 'secret-new' })).json).toMatchObject({
    state: 'unreachable',
    url: 'https://127.0.0.1:1',
    fingerprint: fake.certificate.fingerprint,
  })
  expect((await admin.call('DELETE', `/api/appliances/${id}`)).json).toEqual({})
  expect(await view(id)).toEqual(error('NotFoundError'))
  expect((await edit(id, { name: 'x' })).status).toBe(404)
})

test('wrong new credentials change nothing', async () => {
  const fake = await appliance()
  const id = idOf(await add(fake))
  const refused = await edit(id, { password: 'wrong', name: 'other' })
  expect(refused.status).toBe(502)
  expect(refused.json).toEqual(error('ApplianceCredentialsRejected'))
  expect(await view(id)).toMatchObject({ name: `fake ${fake.port}`, state: 'online' })
})

test('a changed certificate gets no credentials until somebody trusts it again', async () => {
  const fake = await appliance()
  const id = idOf(await add(fake))
  const before = fake.certificate.fingerprint
  const other = await makeCertificate('other')
  await fake.restart(other)
  fake.seen.length = 0
  await expect
    .poll(() => view(id), byItself)
    .toMatchObject({
      state: 'certificate-changed',
      error: { type: 'CertificateChanged' },
      certificate: { fingerprint: other.fingerprint, trusted: false },
    })
  expect((await edit(id, { url: fake.url })).json).toEqual(
    error('UntrustedCertificate', { fingerprint: other.fingerprint }),
  )
  expect((await edit(id, { password: 'x', fingerprint: before })).status).toBe(409)
  expect(fake.seen).toEqual([])
  expect((await edit(id, { fingerprint: other.fingerprint })).json).toMatchObject({
    state: 'online',
    fingerprint: other.fingerprint,
    certificate: null,
    tried: null,
  })
})

test('with another certificate it is given new credentials, which nobody is told until it is trusted', async () => {
  const fake = await appliance()
  const id = idOf(await add(fake))
  const { fingerprint } = fake.certificate
  const other = await makeCertificate('other')
  await fake.restart(other)
  fake.account.username = 'someone'
  fake.account.password = 'changed over there'
  fake.seen.length = 0
  const kept = {
    name: 'given anew',
    username: 'someone',
    fingerprint,
    state: 'certificate-changed',
    error: { type: 'CertificateChanged', message: expect.stringContaining('no credentials were sent') },
    certificate: { fingerprint: other.fingerprint, trusted: false },
    tried: false,
  }
  const account = { username: 'someone', password: 'changed over there' }
  expect((await edit(id, { name: 'given anew', ...account })).json).toMatchObject(kept)
  // Another address is another matter: what stands there was not trusted under it.
  const { port } = await appliance()
  expect((await edit(id, { url: `127.0.0.1:${port}`, ...account })).json).toEqual(error('UntrustedCertificate'))
  expect((await admin.call('POST', `/api/appliances/${id}`, { body: { action: 'look' } })).json).toMatchObject({
    state: 'certificate-changed',
  })
  expect(fake.seen).toEqual([])

  expect((await edit(id, { fingerprint: other.fingerprint })).json).toMatchObject({
    state: 'online',
    fingerprint: other.fingerprint,
  })
  expect((await edit(id, { password: 'changed over there' })).json).toMatchObject({ state: 'online', tried: true })
  expect((await edit(id, { name: 'once more' })).json).toMatchObject({ tried: null })
})

test('it can be trusted again although its password is not right any more', async () => {
  const fake = await appliance()
  const id = idOf(await add(fake))
  fake.account.password = 'changed over there'
  await fake.restart(await makeCertificate('other'))
  const { fingerprint } = fake.certificate
  expect((await edit(id, { fingerprint })).json).toMatchObject({ state: 'credentials-rejected', fingerprint })
  expect((await edit(id, { password: 'changed over there' })).json).toMatchObject({ state: 'online' })
})

test('the kept password is not given to another address that cannot prove to be the same appliance', async () => {
  const [fake, thief] = [await appliance(), await appliance()]
  const id = idOf(await add(fake))
  expect((await edit(id, { url: thief.url, fingerprint: thief.certificate.fingerprint })).json).toEqual(
    error('InvalidParameterError', { field: 'password' }),
  )
  expect(thief.seen).toEqual([])
  const moved = await appliance({ certificate: fake.certificate, system_id: fake.system_id })
  Object.assign(moved, { account: fake.account })
  expect((await edit(id, { url: moved.url })).json).toMatchObject({ state: 'online', url: moved.url })
})

test('a certificate that a CA vouches for needs no look; another name does', async () => {
  const certificate = await makeCertificate('vsnap-ca', { ca: true })
  const before = getCACertificates()
  setDefaultCACertificates([...before, certificate.authority])
  try {
    const fake = await appliance({ certificate })
    const probed = await admin.call('POST', '/api/appliances/probe', { body: { url: fake.url } })
    expect(probed.json).toMatchObject({ certificate: { trusted: true, issuer: 'CN=vsnap-ca CA' } })
    const id = idOf(await add(fake, { fingerprint: undefined }))
    expect(await view(id)).toMatchObject({ fingerprint: null, state: 'online' })
    // The certificate has no such name.
    const misnamed = await admin.call('POST', '/api/appliances/probe', { body: { url: `127.0.0.2:${fake.port}` } })
    expect(misnamed.json).not.toMatchObject({ certificate: { trusted: true } })
    await fake.restart(await makeCertificate('self-signed'))
    expect((await edit(id, { url: fake.url })).json).toEqual(error('UntrustedCertificate'))
    expect((await edit(id, { username: 'vsuser' })).json).toMatchObject({
      state: 'certificate-changed',
      fingerprint: null,
      tried: false,
    })
  } finally {
    setDefaultCACertificates(before)
  }
})

test('the state follows the appliance: not initialised, gone, back, another system', async () => {
  const fake = await appliance({ init_status: 'Not Initialized' })
  const id = idOf(await add(fake))
  expect(await view(id)).toMatchObject({ state: 'not-initialised', init_status: 'Not Initialized' })
  await fake.stop()
  await expect.poll(() => view(id), byItself).toMatchObject({ state: 'unreachable', read_at: expect.any(Number) })
  Object.assign(fake, { system_id: 'reinstalled' })
  await fake.restart()
  await expect
    .poll(() => view(id), byItself)
    .toMatchObject({ state: 'not-initialised', error: { type: 'AnotherSystem' } })
  expect((await edit(id, { url: fake.url, password: fake.account.password })).json).toMatchObject({
    error: null,
    system_id: 'reinstalled',
  })
})

test('no secret is in the database, the log or an answer; a restart knows all of it, another key says so', async () => {
  const fake = await appliance()
  const id = idOf(await add(fake))
  const everything = [
    ...['console.db', 'console.db-wal'].map((file) => readFileSync(join(console.data, file), 'latin1')),
    console.log(),
    (await admin.call('GET', '/api/appliances')).text,
    (await admin.call('GET', '/api/audit')).text,
  ].join('\n')
  for (const { account } of fakes) {
    expect(everything.includes(account.password)).toBe(false)
    expect(everything.includes(Buffer.from(`${account.username}:${account.password}`).toString('base64'))).toBe(false)
  }
  expect(statSync(join(console.data, 'secret.key')).mode & 0o777).toBe(0o600)

  const { data } = console
  await console.stop()
  console = await startTestConsole({ data })
  admin = await console.admin()
  expect(await view(id)).toMatchObject({ state: 'online' })
  await console.stop()

  console = await startTestConsole({ data, env: { CONSOLE_SECRET_KEY: 'some other passphrase' } })
  admin = await console.admin()
  fake.seen.length = 0
  expect(await view(id)).toMatchObject({
    state: 'credentials-rejected',
    error: { message: expect.stringContaining('another key') },
  })
  expect(fake.seen).toEqual([])
  expect((await edit(id, { password: fake.account.password })).json).toMatchObject({ state: 'online' })
})
