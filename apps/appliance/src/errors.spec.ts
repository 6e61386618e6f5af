import { once } from 'node:events'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAppliance, temporaryDirectory, testAccount, type ApplianceProcess } from './testing/appliance-process.ts'
import { basic, callerOf, type Caller, type WireAnswer, type WireCall } from './testing/https-calls.ts'

const place = temporaryDirectory()
let appliance: ApplianceProcess
let caller: Caller

beforeAll(async () => {
  appliance = await startAppliance(place.dir, { args: ['--disks', '4'], env: { LOG_LEVEL: 'trace' } })
  caller = callerOf(appliance)
})
afterAll(async () => {
  caller?.close()
  await appliance?.kill()
  place.remove()
})

/** An answer that should be the guide's error object, as far as everything else is as it should be. */
function errorIn({ status, headers, json, text }: WireAnswer): object {
  const type = headers['content-type']
  if (typeof type !== 'string' || !type.startsWith('application/json')) return { status, 'content-type': type, text }
  if (headers['x-powered-by'] !== undefined || /\.ts|node_modules|\n\s+at /.test(text)) return { status, told: text }
  const { error, ...rest } = json as { error?: object }
  return { status, ...error, ...rest }
}

const wanted = (status: number, type: string, words = /\w+ \w+/): object =>
  expect.objectContaining({ status, type, message: expect.stringMatching(words) as string }) as object

const post = (path: string, body?: string, contentType = 'application/json', further = {}): WireCall => ({
  method: 'POST',
  path,
  ...(body === undefined ? {} : { body }),
  headers: { 'content-type': contentType, ...further },
})
const init = '{"action":"init"}'
const [invalid, media] = ['InvalidParameterError', 'UnsupportedMediaTypeError']

describe('what is refused', () => {
  it.each<[what: string, call: WireCall, status: number, type: string, words?: RegExp]>([
    ['an unknown path', { path: '/api/nothing' }, 404, 'NotFoundError', /\/api\/nothing/],
    ['a path outside the API', { path: '/system' }, 404, 'NotFoundError'],
    ['the root', { path: '/' }, 404, 'NotFoundError'],
    ['a path in other letters', { path: '/API/System' }, 404, 'NotFoundError'],
    ['an object that there is not', { path: '/api/pool/77' }, 404, 'NotFoundError', /77/],
    ['a wrong method', { method: 'PATCH', path: '/api/pool' }, 405, 'MethodNotAllowedError', /POST, GET/],
    ['a rare method', { method: 'PROPFIND', path: '/api/system' }, 405, 'MethodNotAllowedError'],
    ['writing openapi.json', { method: 'DELETE', path: '/api/openapi.json' }, 405, 'MethodNotAllowedError', /GET/],
    ['broken JSON', post('/api/system', '{"action":'), 400, invalid, /not valid JSON/],
    ['null for a body', post('/api/host', 'null'), 400, invalid, /has to be a JSON object/],
    ['a text for a body', post('/api/host', '"x"'), 400, invalid, /has to be a JSON object/],
    ['an object asked for twice over', { path: '/api/pool?id=1&name=x' }, 400, invalid, /by id or by name, and not/],
    ['an unknown field', post('/api/host', '{"name":"h","colour":"red"}'), 400, invalid, /colour/],
    ['a prototype', post('/api/host', '{"name":"h","__proto__":{"x":1}}'), 400, invalid, /__proto__/],
    ['a list for a body', post('/api/host', '[]'), 400, invalid],
    ['no body where one is needed', post('/api/host'), 400, invalid, /name/],
    ['an unknown action', post('/api/pool/1', '{"action":"burn"}'), 400, invalid, /expected one of expand, addlog/],
    ['an unknown query', { path: '/api/relationship?volume=x' }, 400, invalid, /volume/],
    ['an id that is said twice', { path: '/api/pool?id=1&id=2' }, 400, invalid, /id/],
    ['a name of 300 characters', post('/api/host', `{"name":"${'x'.repeat(300)}"}`), 400, invalid, /256/],
    [
      'a body over 1 MB',
      post('/api/system', `{"action":"${'x'.repeat(1_100_000)}"}`),
      413,
      'BodyTooLargeError',
      /1 MB/,
    ],
    ['text', post('/api/system', init, 'text/plain'), 415, media, /application\/json/],
    ['a form', post('/api/system', 'action=init', 'application/x-www-form-urlencoded'), 415, media],
    ['JSON by another name', post('/api/system', init, 'application/jsonp'), 415, media],
    ['an odd charset', post('/api/system', init, 'application/json; charset=ibm500'), 415, media],
    ['a compressed body', post('/api/system', init, undefined, { 'content-encoding': 'gzip' }), 415, media],
    [
      'what needs an initialised system',
      post('/api/host', '{"name":"h"}'),
      409,
      'NotInitializedError',
      /[Ii]nitialise/,
    ],
    ['a partner that there is not', { path: '/api/partner/77' }, 404, 'NotFoundError', /77/],
  ])('%s', async (_, call, status, type, words) => {
    expect(errorIn(await caller.send(call))).toEqual(wanted(status, type, words))
  })

  it('says which methods there are', async () => {
    expect((await caller.send({ method: 'PATCH', path: '/api/pool' })).headers.allow).toBe('POST, GET')
  })
})

describe('who may not call', () => {
  const { user, password } = testAccount
  it.each<[what: string, headers: Record<string, string>]>([
    ['nobody', {}],
    ['another user', { authorization: basic('root', password) }],
    ['a wrong password', { authorization: basic(user, 'guess') }],
    ['a longer password', { authorization: basic(user, `${password}x`) }],
    ['no password', { authorization: basic(user, '') }],
    ['no colon', { authorization: `Basic ${Buffer.from(user).toString('base64')}` }],
    ['another scheme', { authorization: `Bearer ${Buffer.from(`${user}:${password}`).toString('base64')}` }],
    ['something broken', { authorization: 'Basic %%%' }],
  ])('%s', async (_, headers) => {
    for (const path of ['/api/system', '/api/openapi.json', '/api/nothing', '/']) {
      const answer = await anonymous({ path, headers })
      expect(errorIn(answer)).toEqual(wanted(401, 'InvalidCredentialsError'))
      expect(answer.headers['www-authenticate']).toMatch(/^Basic realm=/)
      // The same words whatever is wrong: nobody learns which users there are.
      expect(answer.text).toBe((await anonymous({ path: '/api/system', headers: {} })).text)
    }
  })

  it('is refused before the body is looked at', async () => {
    const answer = await anonymous({ method: 'POST', path: '/api/system', body: '{', headers: {} })
    expect(errorIn(answer)).toEqual(wanted(401, 'InvalidCredentialsError'))
  })

  /** A call without the test account, unless the headers name one. */
  function anonymous(call: WireCall): Promise<WireAnswer> {
    return caller.send({ ...call, headers: { authorization: '', ...call.headers } })
  }
})

describe('paths that want to be others', () => {
  it.each([
    '/api/pool/..%2fsystem',
    '/api/pool/%2e%2e%2fsystem',
    '/api/pool/../system',
    '/api/pool/%2e%2e/system',
    '/api/pool/..;/system',
    '/api/pool/%252e%252e%252fsystem',
    '/api/pool/..\\system',
    '/api/pool/1%00',
    '/api/pool/1%0d%0aX-Injected:%20yes',
    '/api/pool/%ff',
    '/api//system',
    '//127.0.0.1/api/system',
    '/api/pool/__proto__',
    '/api/pool?id[]=1',
    '/api/pool?__proto__=1',
  ])('%s', async (path) => {
    const answer = await caller.send({ path })
    expect([400, 404]).toContain(answer.status)
    expect(errorIn(answer)).toEqual(wanted(answer.status, answer.status === 404 ? 'NotFoundError' : invalid))
    expect(answer.headers).not.toHaveProperty('x-injected')
  })

  it('takes an absolute address for its path alone, as HTTP wants it', async () => {
    const answer = await caller.send({ path: 'https://elsewhere.example/api/system' })
    expect(answer).toMatchObject({ status: 200, json: { init_status: 'Not Initialized' } })
  })
})

describe('what is not even HTTP', () => {
  async function raw(text: string): Promise<string> {
    const { hostname, port } = new URL(appliance.address)
    const socket = connect({ host: hostname, port: Number(port), ca: appliance.certificate })
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
    socket.write(text)
    await once(socket, 'close')
    return answer
  }

  it('is answered in the same shape', async () => {
    const answer = await raw('nonsense\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      error: { type: 'InvalidParameterError' },
    })
  })

  it('says when the headers are too large', async () => {
    const answer = await raw(`GET /api/system HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      error: { type: 'HeadersTooLargeError' },
    })
  })
})

describe('every answer', () => {
  it('has a request id: the caller’s when it is a plain word, else a new one', async () => {
    const id = async (given: string) =>
      (await caller.send({ path: '/api/system', headers: { 'x-request-id': given } })).headers['x-request-id']
    expect(await id('deploy-7.42_a')).toBe('deploy-7.42_a')
    for (const odd of ['a b', '<script>', 'x'.repeat(200), '']) expect(await id(odd)).toMatch(/^[0-9a-f-]{36}$/)
    expect((await caller.send({ path: '/api/nothing' })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is not to be kept or guessed at', async () => {
    const { headers } = await caller.send({ path: '/api/system' })
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    for (const name of ['x-powered-by', 'etag', 'set-cookie']) expect(headers).not.toHaveProperty(name)
  })

  it('takes JSON with a charset, and numbers as text', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    expect(
      (await caller.send({ method: 'POST', path: '/api/disk', body: '{"action":"rescan"}', headers })).json,
    ).toEqual({})
  })

  it('leaves no password in the log', () => {
    const { stdout, stderr } = appliance.output()
    expect(stderr).toContain('"url":"/api/system"')
    for (const secret of [
      testAccount.password,
      basic(testAccount.user, testAccount.password).slice(6),
      'uthorization',
    ]) {
      expect(stdout + stderr).not.toContain(secret)
    }
  })
})
