import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'

let console: TestConsole
let admin: Visitor
beforeAll(async () => {
  console = await startTestConsole()
  admin = await console.admin()
})
afterAll(() => console.end())

const add = (
  headers: Record<string, string>,
  body: unknown = { name: 'a', url: '127.0.0.1:1', username: 'u', password: 'p' },
) => admin.call('POST', '/api/appliances', { body, headers })
/** What a write gets that was let through: the appliance does not exist. */
const letThrough = 502

test('writes from the own pages and from programs pass', async () => {
  expect((await add({})).status).toBe(letThrough)
  expect((await add({ origin: console.url, 'sec-fetch-site': 'same-origin' })).status).toBe(letThrough)
  expect((await add({ 'content-type': 'application/json; charset=UTF-8', 'sec-fetch-site': 'none' })).status).toBe(
    letThrough,
  )
})

test.each([
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
  [{ origin: 'http://127.0.0.1:1' }],
  [{ origin: 'file://' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{ 'sec-fetch-site': 'cross-site', origin: 'own' }],
])('a write from elsewhere is refused: %o', async (headers: Record<string, string>) => {
  const answer = await add(headers.origin === 'own' ? { ...headers, origin: console.url } : headers)
  expect(answer.status).toBe(403)
  expect(answer.json).toEqual({ error: expect.objectContaining({ type: 'CrossSiteRequestError' }) })
})

test('a write from elsewhere cannot log anybody in or out either', async () => {
  const headers = { origin: 'https://evil.example' }
  expect((await console.visitor().call('POST', '/api/session', { body: {}, headers })).status).toBe(403)
  expect((await admin.call('DELETE', '/api/session', { headers })).status).toBe(403)
  expect((await admin.call('GET', '/api/session')).status).toBe(200)
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16le',
  'application/json, text/plain',
  'application/jsonp',
  '',
])('a body of the type %j is refused', async (type) => {
  const answer = await add({ 'content-type': type })
  expect(answer.status).toBe(415)
  expect(answer.json).toEqual({ error: expect.objectContaining({ type: 'UnsupportedMediaTypeError' }) })
})

test('a compressed body is refused, a long one too, and broken JSON', async () => {
  expect((await add({ 'content-encoding': 'gzip' })).status).toBe(415)
  const long = await add({}, { name: 'x'.repeat(5 * 1024 * 1024) })
  expect(long.status).toBe(413)
  expect(long.json).toEqual({ error: expect.objectContaining({ type: 'BodyTooLargeError' }) })
  for (const broken of ['{', '"text"', 'null', '[]', '{"name":1}', '{"__proto__":{"name":"a"}}']) {
    expect((await add({}, broken)).json, broken).toEqual({
      error: expect.objectContaining({ type: 'InvalidParameterError' }),
    })
  }
})
