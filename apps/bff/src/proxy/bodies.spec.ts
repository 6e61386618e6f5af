import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Proxied, sendRaw, startProxied } from '../testing/proxied.ts'

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied()
})
afterAll(() => proxied.end())

const volume = { name: 'v', volume_type: 'lun', pool_id: '1', size_total: '1024' }
const size = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`

/** A POST whose head and body are sent as they are. */
function post(path: string, lines: string[], body: string, end = '\r\n') {
  const { console, admin, base } = proxied
  const { host } = new URL(console.url)
  const head = [
    `POST ${base}${path} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${admin.cookie}`,
    'Connection: close',
    ...lines,
  ]
  return sendRaw(console.url, `${head.join('\r\n')}\r\n${end}${body}`)
}
const json = (path: string, body: string, type = 'application/json') =>
  post(path, [`Content-Type: ${type}`, size(body)], body)

test('what was checked is what is sent: our own serialisation, never the bytes that came', async () => {
  const doubled =
    '{ "volume_type": "lun",  "name": "first", "pool_id":"1", "size_total": 1024, "name": "\\u0076", "size_total":"1024" }'
  expect(await json('/volume', doubled)).toMatchObject([{ status: 200 }])
  const [sent] = proxied.arrived()
  expect(JSON.parse(sent?.body ?? '')).toEqual(volume)
  expect(sent?.body.match(/"name"/g)).toHaveLength(1)
  expect(sent?.headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(sent?.body ?? '')),
  })
})

test('a doubled action cannot be one operation here and another one there', async () => {
  const operator = await proxied.console.person('operator')
  const doubled = '{"action":"map","vol_id":"1","action":"unmap"}'
  expect(await operator.call('POST', `${proxied.base}/host/1`, { body: doubled })).toMatchObject({ status: 200 })
  expect(proxied.arrived().map(({ body }) => body)).toEqual(['{"action":"unmap","vol_id":"1"}'])
  const { entries } = (await proxied.admin.call('GET', '/api/audit?limit=1')).json as { entries: unknown[] }
  expect(entries).toMatchObject([{ operation: 'hostUnmap', request: { body: { action: 'unmap' } } }])
})

test('text and sizes arrive exactly, whatever letters they have', async () => {
  const name = 'Größe ✓ \u2028 "quoted" \\ 名前 \u202e'
  const body = { ...volume, name, size_total: '9007199254740991' }
  expect(await proxied.call('POST', '/volume', { body })).toMatchObject({ status: 200 })
  expect(JSON.parse(proxied.arrived()[0]?.body ?? '')).toEqual(body)
})

test.each([
  ['a field that the operation does not know', { ...volume, extra: 1 }],
  ['a prototype', JSON.stringify(volume).replace('{', '{"__proto__":{"action":"init"},')],
  ['a constructor', { ...volume, constructor: { prototype: { x: 1 } } }],
  ['a prototype alone', '{"__proto__":{"name":"v","snapshot_id":"1"}}'],
  ['a number that is no number of bytes', { ...volume, size_total: '1e3' }],
  ['a number beyond what can be told exactly', { ...volume, size_total: '9007199254740993' }],
  ['an id that is a path', { ...volume, pool_id: '../1' }],
  ['a list', [volume]],
  ['text', '"volume"'],
  ['nothing', ''],
  ['half of it', '{"name": "v"'],
  ['two of them', `${JSON.stringify(volume)}${JSON.stringify(volume)}`],
  ['a name of 257 characters', { ...volume, name: 'x'.repeat(257) }],
])('%s in place of a volume is refused here', async (_, body) => {
  const answer = await proxied.call('POST', '/volume', { body })
  expect(answer).toMatchObject({ status: 400, json: { error: { type: 'InvalidParameterError' } } })
  expect(answer.headers['x-request-id']).toBeTruthy()
  expect(proxied.arrived()).toEqual([])
})

test('who may not make a call is told that, whatever is wrong with it', async () => {
  const viewer = await proxied.console.person('viewer')
  for (const [method, path, body] of [
    ['POST', `${proxied.base}/volume`, { nonsense: true }],
    ['POST', `${proxied.base}/pool/1`, { action: 'burn' }],
    ['POST', `${proxied.base}/pool/..%2f1`, { action: 'expand' }],
    ['PUT', `${proxied.base}/pool/1?unknown=1`, {}],
    ['POST', '/api/appliances', { nonsense: true }],
    ['PATCH', `/api/appliances/${proxied.id}`, { nonsense: true }],
    ['POST', '/api/users', {}],
  ] as const) {
    const answer = await viewer.call(method, path, { body })
    expect(answer, path).toMatchObject({ status: 403, json: { error: { type: 'PermissionDeniedError' } } })
  }
  expect(await viewer.call('POST', `/api/appliances/${proxied.id}`, { body: { action: 'burn' } })).toMatchObject({
    status: 400,
  })
  expect(proxied.arrived()).toEqual([])
})

test('only JSON in UTF-8 is read', async () => {
  const body = JSON.stringify(volume)
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/json, text/plain',
    'application/jsonp',
    '',
  ]) {
    const answers = await json('/volume', body, type)
    expect(answers, type).toMatchObject([{ status: 415 }])
    expect(answers[0]?.head).toContain('x-request-id: ')
  }
  const utf16 = Buffer.from(body, 'utf16le').toString('latin1')
  expect(await json('/volume', utf16)).toMatchObject([{ status: 400 }])
  expect(
    await post('/volume', ['Content-Type: application/json', 'Content-Encoding: gzip', size(body)], body),
  ).toMatchObject([{ status: 415 }])
  expect(proxied.arrived()).toEqual([])
})

test('a page of another site cannot write, whatever it sends', async () => {
  const origin = ['https://evil.example', 'null', proxied.console.url.replace('127.0.0.1', 'localhost')]
  for (const headers of [
    ...origin.map((one) => ({ origin: one })),
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const answer = await proxied.call('POST', '/volume', { body: volume, headers })
    expect(answer, JSON.stringify(headers)).toMatchObject({
      status: 403,
      json: { error: { type: 'CrossSiteRequestError' } },
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  }
  expect(
    await proxied.call('OPTIONS', '/volume', {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    }),
  ).toMatchObject({ status: 403 })
  expect(proxied.arrived()).toEqual([])
})

test('a cookie that nobody was given opens nothing', async () => {
  const { console, base } = proxied
  const name = proxied.admin.cookie?.split('=')[0]
  const visitor = console.visitor()
  for (const token of ['', 'x', 'admin', 'A'.repeat(43), `${proxied.admin.cookie?.split('=')[1]}x`, '__proto__']) {
    visitor.cookie = `${name}=${token}`
    expect(await visitor.call('GET', `${base}/pool`)).toMatchObject({ status: 401 })
    visitor.cookie = `${name}=${token}`
    expect(await visitor.call('POST', `${base}/volume`, { body: volume })).toMatchObject({ status: 401 })
  }
  expect(proxied.arrived()).toEqual([])
})

test('a body over 1 MB is refused, said or chunked, and the connection is not used again', async () => {
  const large = JSON.stringify({ ...volume, name: 'x'.repeat(5 * 1024 * 1024) })
  expect(await json('/volume', large)).toMatchObject([{ status: 413 }])
  const chunked = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`
  const answers = await post('/volume', ['Content-Type: application/json', 'Transfer-Encoding: chunked'], chunked)
  expect(answers).toMatchObject([{ status: 413 }])
  expect(answers[0]?.head).toContain('connection: close')
  expect(answers[0]?.head).toContain('x-request-id: ')
  expect(proxied.arrived()).toEqual([])
})

const body = JSON.stringify(volume)
const type = 'Content-Type: application/json'
test.each([
  [
    'length and chunked',
    [type, size(body), 'Transfer-Encoding: chunked'],
    `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  ],
  [
    'chunked and length',
    [type, 'Transfer-Encoding: chunked', 'Content-Length: 4'],
    `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  ],
  ['two lengths', [type, size(body), 'Content-Length: 3'], body],
  ['two equal lengths', [type, size(body), size(body)], body],
  ['a list of lengths', [type, `Content-Length: ${body.length}, ${body.length}`], body],
  ['a length with a sign', [type, `Content-Length: +${body.length}`], body],
  ['a length in hexadecimal', [type, `Content-Length: 0x${body.length.toString(16)}`], body],
  ['an encoding that is almost chunked', [type, 'Transfer-Encoding: xchunked'], body],
  ['chunked twice', [type, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], body],
  ['a folded header', [type, 'X-A: b\r\n folded', size(body)], body],
  ['a space before the colon', [type, `Content-Length : ${body.length}`], body],
  ['a bare line feed', [type, `${size(body)}\nX-A: b`], body],
  [
    'a chunk size with rubbish',
    [type, 'Transfer-Encoding: chunked'],
    `${body.length.toString(16)}xyz\r\n${body}\r\n0\r\n\r\n`,
  ],
  ['a chunk that is longer than it says', [type, 'Transfer-Encoding: chunked'], `5\r\n${body}\r\n0\r\n\r\n`],
])('%s: one refusal, and nothing is read as a second request', async (_, lines, sent) => {
  const answers = await post('/volume', lines, `${sent}GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n`)
  expect(answers).toHaveLength(1)
  expect(answers[0]?.status).toBe(400)
  expect(answers[0]?.head).toContain('x-request-id: ')
  expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ error: { type: expect.any(String) } })
  expect(proxied.arrived()).toEqual([])
})

test('a body that is longer than its length is cut there, and half of it is no JSON', async () => {
  const short = await post('/volume', [type, `Content-Length: ${body.length - 1}`], body)
  expect(short).toMatchObject([{ status: 400 }])
  expect(proxied.arrived()).toEqual([])
})

test('the body of a read is not sent on', async () => {
  expect(await proxied.call('GET', '/pool/1', { body: { action: 'expand' } })).toMatchObject({ status: 200 })
  const [read] = proxied.arrived()
  expect(read).toMatchObject({ method: 'GET', url: '/api/pool/1', body: '' })
  expect(read?.headers).not.toHaveProperty('content-length')
  expect(read?.headers).not.toHaveProperty('transfer-encoding')
})

test('a body that a write does not take is refused, and not dropped', async () => {
  for (const body of [{ force: true }, [1], '{"__proto__":1}'])
    expect(await proxied.call('DELETE', '/volume/1', { body })).toMatchObject({
      status: 400,
      json: { error: { type: 'InvalidParameterError', message: expect.stringContaining('takes no body') } },
    })
  const { admin, id } = proxied
  expect(await admin.call('DELETE', `/api/appliances/${id}`, { body: { force: true } })).toMatchObject({ status: 400 })
  expect(proxied.arrived()).toEqual([])
})

test('an operation without a body sends none, one whose body may be empty sends {}', async () => {
  expect(await proxied.call('DELETE', '/volume/1', { body: {} })).toMatchObject({ status: 200 })
  expect(await proxied.call('POST', '/volume/1/snapshot')).toMatchObject({ status: 200 })
  expect(proxied.arrived().map(({ method, body: sent }) => [method, sent])).toEqual([
    ['DELETE', ''],
    ['POST', '{}'],
  ])
})
