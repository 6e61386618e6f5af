import { request, type ClientRequest } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '../testing/certificate.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { ok, type Proxied, startProxied } from '../testing/proxied.ts'

const waits = { connect: 1_500, answer: 2_000 }
const volume = { name: 'v', volume_type: 'filesystem', pool_id: '1' }
const both = [
  ['GET', '/pool/1', undefined],
  ['POST', '/volume', volume],
] as const

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied({ waits })
})
afterAll(() => proxied.end())
afterEach(() => {
  proxied.fake.answer = ok
  proxied.arrived()
})

const authorizationOf = ({ account: { username, password } }: FakeAppliance) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
const stateOf = async (id = proxied.id) =>
  ((await proxied.admin.call('GET', `/api/appliances/${id}`)).json as { state: string }).state

/** A call of a browser that may leave. */
function leavable(method: string, path: string, body?: unknown): ClientRequest {
  const { console, admin, base } = proxied
  const call = request(console.url + base + path, {
    method,
    agent: false,
    headers: { cookie: admin.cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
  })
  call.on('error', () => {})
  call.end(body && JSON.stringify(body))
  return call
}

test('64 calls at once, reads and writes of two appliances: over 4 connections each, each with its own credentials', async () => {
  const { fake, admin, console } = proxied
  const other = await startFakeAppliance()
  const otherId = await proxied.register(other, 'vsnap-b')
  let most = 0
  for (const one of [fake, other]) {
    let busy = 0
    // The first ones wait for each other: four of them come at once, and no fifth.
    const first: (() => void)[] = []
    one.answer = (seen, res) => {
      if (seen.url === '/api/system') return false
      most = Math.max(most, ++busy)
      const finish = () => {
        busy -= 1
        send(res, 200, { path: seen.url, whose: one.system_id })
      }
      if (first.length >= 4) setTimeout(finish, 10)
      else if (first.push(finish) === 4) for (const go of first) setTimeout(go, 50)
      return true
    }
  }
  const from = { [fake.port]: fake.seen.length, [other.port]: other.seen.length }
  const calls = Array.from({ length: 128 }, async (_, n) => {
    const [id, one] = n % 2 ? [otherId, other] : [proxied.id, fake]
    const path = n % 8 < 2 ? `/volume/${n}/snapshot` : `/pool/${n}`
    const method = n % 8 < 2 ? 'POST' : 'GET'
    const answer = await admin.call(method, `/api/appliances/${id}/vsnap${path}`)
    expect(answer).toMatchObject({ status: 200, json: { path: `/api${path}`, whose: one.system_id } })
  })
  await Promise.all(calls)
  for (const one of [fake, other]) {
    const seen = one.seen.slice(from[one.port]).filter(({ url }) => url !== '/api/system')
    expect(seen).toHaveLength(64)
    expect(new Set(seen.map(({ headers }) => headers.authorization))).toEqual(new Set([authorizationOf(one)]))
    expect(new Set(seen.map(({ connection }) => connection)).size).toBe(4)
  }
  expect(most).toBe(4)
  await admin.call('DELETE', `/api/appliances/${otherId}`)
  await expect.poll(() => other.open).toBe(0)
  await other.stop()
  expect(console.log()).not.toContain(fake.account.password)
})

test('a browser that leaves takes its read with it, also one that still waits for a connection', async () => {
  const { fake } = proxied
  let [begun, ended] = [0, 0]
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    begun += 1
    res.on('close', () => (ended += 1))
    return true
  }
  const browsers = Array.from({ length: 6 }, (_, n) => leavable('GET', `/pool/${n}`))
  await expect.poll(() => begun).toBe(4)
  for (const browser of browsers) browser.destroy()
  await expect.poll(() => ended).toBe(4)
  fake.answer = ok
  expect(await proxied.call('GET', '/pool/9')).toMatchObject({ status: 200 })
  expect(begun).toBe(4)
  expect(proxied.arrived().filter(({ url }) => url === '/api/pool/4' || url === '/api/pool/5')).toEqual([])
  expect(await stateOf()).toBe('online')
})

test('a browser that leaves in the middle of an answer ends it there, and a broken answer after that harms nobody', async () => {
  const { fake } = proxied
  let ended = false
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    res.writeHead(200, { 'content-type': 'application/json' })
    const more = setInterval(() => res.write(' '.repeat(100_000)), 5)
    res.on('close', () => {
      clearInterval(more)
      ended = true
    })
    return true
  }
  const browser = leavable('GET', '/pool/1')
  await new Promise((resolve) => browser.on('response', (response) => response.once('data', resolve)))
  browser.destroy()
  await expect.poll(() => ended).toBe(true)

  // Leaves, and then the appliance breaks the connection as well.
  let cut: (() => void) | undefined
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    cut = () => res.socket?.destroy()
    return true
  }
  const second = leavable('GET', '/pool/2')
  await expect.poll(() => cut).toBeDefined()
  second.destroy()
  cut?.()
  fake.answer = ok
  expect(await proxied.call('GET', '/pool/3')).toMatchObject({ status: 200 })
})

test('a write goes on when its browser leaves: it is done, and the trail says so', async () => {
  const { fake, admin } = proxied
  let finish: (() => void) | undefined
  let cut = false
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    res.on('close', () => (cut = !res.writableFinished))
    finish = () => send(res, 200, { id: '1' })
    return true
  }
  const browser = leavable('POST', '/volume', volume)
  await expect.poll(() => finish).toBeDefined()
  browser.destroy()
  await after(100)
  expect(cut).toBe(false)
  finish?.()
  await expect
    .poll(async () => (await admin.call('GET', '/api/audit?limit=1')).json)
    .toMatchObject({ entries: [{ operation: 'volumeCreate', state: 'done', status: 200 }] })
})

test.each(both)(
  '%s: an appliance that is silent is told after its time, and its connection is not used again',
  async (method, path, body) => {
    const { fake } = proxied
    let ended = 0
    fake.answer = ({ url }, res) => {
      // The console's own look in between is no sign of life either, and none that comes late.
      if (url === '/api/system') res.destroy()
      else res.on('close', () => (ended += 1))
      return true
    }
    const answers = await Promise.all(Array.from({ length: 4 }, () => proxied.call(method, path, { body })))
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 504,
        json: {
          error: { type: 'ApplianceTimeout', message: expect.stringContaining('does not answer within 2 seconds') },
        },
      })
      expect(answer.headers['x-request-id']).toBeTruthy()
    }
    await expect.poll(() => ended).toBe(4)
    expect(proxied.arrived()).toHaveLength(4)
    expect(await stateOf()).toBe('unreachable')
    fake.answer = ok
    expect(await proxied.call('GET', '/pool')).toMatchObject({ status: 200 })
    expect(await stateOf()).toBe('online')
  },
)

test('an answer that stops in the middle ends as half an answer; a slow one that goes on is seen to its end', async () => {
  const { fake, console } = proxied
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    res.writeHead(200, { 'content-type': 'application/json' })
    if (url === '/api/pool/1') return (res.write('{"half":'), true)
    if (url === '/api/pool/3') return (res.write('{"half":', () => res.socket?.destroy()), true)
    let left = 12
    const more = setInterval(() => (left-- > 0 ? res.write(' ') : (clearInterval(more), res.end('{"ok":true}'))), 250)
    return true
  }
  const slow = proxied.call('GET', '/pool/2')
  await expect(proxied.call('GET', '/pool/1')).rejects.toThrow(/aborted|hang up|ECONNRESET/)
  await expect(proxied.call('GET', '/pool/3')).rejects.toThrow(/aborted|hang up|ECONNRESET/)
  expect(await slow).toMatchObject({ status: 200, json: { ok: true } })
  expect(console.log()).toContain('"type":"ApplianceTimeout"')
  // A write is read whole before anybody is answered.
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    res.writeHead(200, { 'content-type': 'application/json' }).write('{"half":', () => res.socket?.destroy())
    return true
  }
  expect(await proxied.call('POST', '/volume', { body: volume })).toMatchObject({ status: 502 })
})

test('a browser that does not read on says nothing about the appliance', async () => {
  const { fake } = proxied
  expect(await proxied.call('GET', '/pool/1')).toMatchObject({ status: 200 })
  let ended = false
  fake.answer = ({ url }, res) => {
    if (url === '/api/system') return false
    res.on('close', () => (ended = true))
    res.writeHead(200, { 'content-type': 'application/json' })
    for (let n = 0; n < 24; n++) res.write(Buffer.alloc(1024 * 1024, ' '))
    res.end('{}')
    return true
  }
  const browser = leavable('GET', '/pool/1')
  await new Promise((resolve) => browser.on('response', resolve))
  await expect.poll(() => ended).toBe(true)
  expect(await stateOf()).toBe('online')
  browser.destroy()
})

test.each(both)(
  '%s: nobody there, somebody who does not shake hands, and somebody who speaks no TLS',
  async (method, path, body) => {
    const { fake } = proxied
    const sockets = new Set<Socket>()
    const listening = async (answer: (socket: Socket) => void) => {
      const server = createServer((socket) => {
        sockets.add(socket.on('error', () => {}))
        answer(socket)
      })
      await new Promise<void>((resolve) => server.listen(fake.port, '127.0.0.1', resolve))
      return async () => {
        for (const socket of sockets) socket.destroy()
        await new Promise((resolve) => server.close(resolve))
      }
    }
    await fake.stop()
    const refused = await proxied.call(method, path, { body })
    expect(refused).toMatchObject({
      status: 502,
      json: { error: { type: 'ApplianceUnreachable', message: expect.stringContaining('ECONNREFUSED') } },
    })
    expect(refused.headers['x-request-id']).toBeTruthy()
    expect(await stateOf()).toBe('unreachable')

    let close = await listening(() => {})
    expect(await proxied.call(method, path, { body })).toMatchObject({
      status: 504,
      json: { error: { type: 'ApplianceTimeout' } },
    })
    await close()
    close = await listening((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await proxied.call(method, path, { body })).toMatchObject({
      status: 502,
      json: { error: { type: 'ApplianceUnreachable', message: expect.stringContaining('TLS') } },
    })
    await close()
    await fake.restart()
    expect(await proxied.call(method, path, { body })).toMatchObject({ status: 200 })
  },
)

test.each(both)(
  '%s: a certificate that has changed gets no credential, no path, not a byte',
  async (method, path, body) => {
    const { fake } = proxied
    const right = fake.certificate
    const wrong = await makeCertificate('somebody-else')
    await fake.stop()
    let received = ''
    const thief = createTlsServer({ key: wrong.key, cert: wrong.cert }, (socket) => {
      socket.on('data', (part: Buffer) => (received += part.toString('latin1'))).on('error', () => {})
    })
    await new Promise<void>((resolve) => thief.listen(fake.port, '127.0.0.1', resolve))
    const answers = await Promise.all(Array.from({ length: 6 }, () => proxied.call(method, path, { body })))
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 502,
        json: { error: { type: 'CertificateChanged', fingerprint: wrong.fingerprint } },
      })
      expect(answer.headers['x-request-id']).toBeTruthy()
    }
    expect(await stateOf()).toBe('certificate-changed')
    await new Promise((resolve) => thief.close(resolve))
    expect(received).toBe('')
    await fake.restart(right)
    expect(await proxied.call(method, path, { body })).toMatchObject({ status: 200 })
    expect(await stateOf()).toBe('online')
  },
)

test('a certificate that changes while connections are open: those go on, no new one gets anything', async () => {
  const { fake } = proxied
  const right = fake.certificate
  await proxied.call('GET', '/pool/1')
  const wrong = await makeCertificate('somebody-else')
  fake.change(wrong)
  const before = fake.seen.length
  const holding: (() => void)[] = []
  fake.answer = ({ url }, res) => (url === '/api/system' ? false : (holding.push(() => send(res, 200, {})), true))
  const calls = Array.from({ length: 8 }, (_, n) => proxied.call('GET', `/pool/${n}`))
  await expect.poll(() => holding.length).toBeGreaterThan(0)
  fake.answer = ok
  for (const finish of holding) finish()
  const statuses = (await Promise.all(calls)).map(({ status, json }) => [
    status,
    (json as { error?: { type: string } }).error?.type,
  ])
  expect(statuses.filter(([status]) => status === 200).length).toBeGreaterThan(0)
  const refusals = statuses.flatMap(([status, type]) => (status === 200 ? [] : [type]))
  expect(refusals.filter((type) => type !== 'CertificateChanged')).toEqual([])
  const seen = fake.seen.slice(before)
  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen.map(({ fingerprint }) => fingerprint))).toEqual(new Set([right.fingerprint]))
  fake.change(right)
})

test('another password in the console: calls under way end, the next one has the new one', async () => {
  const { fake, admin, id } = proxied
  const holding: (() => void)[] = []
  const old = authorizationOf(fake)
  fake.answer = ({ url }, res) =>
    url === '/api/system' ? false : (holding.push(() => send(res, 200, { ok: true })), true)
  const read = proxied.call('GET', '/pool/1')
  const write = proxied.call('POST', '/volume', { body: volume })
  await expect.poll(() => holding.length).toBe(2)
  fake.account.password = 'another-one'
  expect(
    await admin.call('PATCH', `/api/appliances/${id}`, { body: { password: fake.account.password } }),
  ).toMatchObject({ status: 200 })
  fake.answer = ok
  for (const finish of holding) finish()
  expect([await read, await write]).toMatchObject([{ status: 200 }, { status: 200 }])
  expect(proxied.arrived().map(({ headers }) => headers.authorization)).toEqual([old, old])
  expect(await proxied.call('GET', '/pool/2')).toMatchObject({ status: 200 })
  expect(proxied.arrived().map(({ headers }) => headers.authorization)).toEqual([authorizationOf(fake)])
})

test('an appliance that was restarted is reached again at once', async () => {
  const { fake } = proxied
  for (let n = 0; n < 3; n++) {
    await Promise.all(Array.from({ length: 4 }, () => proxied.call('GET', '/pool/1')))
    await fake.restart()
    expect(await proxied.call('GET', '/pool/2')).toMatchObject({ status: 200 })
    expect(await proxied.call('POST', '/volume', { body: volume })).toMatchObject({ status: 200 })
  }
})
