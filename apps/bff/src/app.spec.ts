import { Validator } from '@seriousme/openapi-schema-validator'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callOnce, startTestConsole, type TestConsole } from './testing/console.ts'

const dist = mkdtempSync(join(tmpdir(), 'vsnap-dist-'))
const script = 'console.log("hello")'.repeat(100)
let console: TestConsole

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>vSnap Console</title>')
  writeFileSync(join(dist, 'assets', 'main-abc123.js'), script)
  writeFileSync(join(dist, 'assets', 'old-abc123.js'), script)
  writeFileSync(join(dist, 'assets', 'main-abc123.js.br'), brotliCompressSync(script))
  console = await startTestConsole({ args: ['--static', dist] })
})
afterAll(async () => {
  await console.end()
  rmSync(dist, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => callOnce(console.url, 'GET', path, { headers })
const html = { accept: 'text/html,*/*' }

test('health and readiness', async () => {
  expect(await get('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } })
  expect(await get('/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } })
})

test('every answer has its id and the headers that keep a browser safe', async () => {
  const answers = await Promise.all(
    ['/', '/healthz', '/api/session', '/api/openapi.json', '/nothing', '/assets/main-abc123.js'].map((path) =>
      get(path, { ...html, 'x-request-id': 'mine' }),
    ),
  )
  const ids = answers.map(({ headers }) => headers['x-request-id'])
  expect(new Set(ids).size).toBe(6)
  expect(ids).not.toContain('mine')
  for (const { headers } of answers) {
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

test('a file that is gone since the start costs its own answer, and not the server', async () => {
  rmSync(join(dist, 'assets', 'old-abc123.js'))
  await expect(get('/assets/old-abc123.js')).rejects.toThrow()
  expect(await get('/healthz')).toMatchObject({ status: 200 })
})

test('the OpenAPI document is one, and has both APIs', async () => {
  const { json } = await get('/api/openapi.json')
  const checked = await new Validator().validate(json as Record<string, unknown>)
  expect(checked.errors).toBeUndefined()
  expect(checked.valid).toBe(true)
  const { paths } = json as { paths: Record<string, Record<string, { operationId: string }>> }
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/session',
      '/api/appliances/{id}',
      '/api/fleet/{resource}',
      '/api/appliances/{applianceId}/vsnap/pool/{id}',
    ]),
  )
  const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
})

test('the console: precompressed, hashed files for a year, pages asked about each time', async () => {
  const asset = await get('/assets/main-abc123.js', { 'accept-encoding': 'br' })
  expect(asset.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringContaining('Accept-Encoding'),
  })
  expect((await get('/assets/main-abc123.js')).text).toBe(script)
  const index = await get('/', html)
  expect(index.text).toContain('<title>vSnap Console</title>')
  expect(index.headers['cache-control']).toBe('no-cache')
  expect(index.headers['content-type']).toContain('text/html')
  expect(await get('/', { ...html, 'if-none-match': String(index.headers.etag) })).toMatchObject({ status: 304 })
})

test('a page under any address is the console; a missing file, script or API path is not', async () => {
  const deep = await get('/appliances/abc/pools/1?tab=disks', html)
  expect(deep).toMatchObject({ status: 200, text: expect.stringContaining('<title>') })
  const notThese = [
    await get('/assets/gone.js', html),
    await get('/pools', { accept: '*/*' }),
    await get('/pools', { ...html, 'sec-fetch-mode': 'cors' }),
    await callOnce(console.url, 'POST', '/pools', { headers: html }),
    await get('/..%2f..%2fetc/passwd', {}),
    await get('/assets/..%2f..%2f..%2f..%2fetc%2fpasswd', html),
  ]
  expect(notThese.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  expect(notThese[0]?.json).toEqual({ error: { type: 'NotFoundError', message: expect.any(String) } })
  const admin = await console.admin()
  expect(await admin.call('GET', '/api/nothing', { headers: html })).toMatchObject({
    status: 404,
    json: { error: { type: 'NotFoundError' } },
  })
  expect(await get('/api/nothing', html)).toMatchObject({ status: 401, json: { error: { type: 'NotLoggedInError' } } })
})

test('a wrong method says which ones there are', async () => {
  const admin = await console.admin()
  const answer = await admin.call('PUT', '/api/appliances', { body: {} })
  expect(answer).toMatchObject({ status: 405, json: { error: { type: 'MethodNotAllowedError' } } })
  expect(answer.headers.allow).toBe('GET, POST')
})

test('nothing that the API answers is kept by a cache', async () => {
  for (const path of ['/api/session', '/api/openapi.json', '/api/appliances'])
    expect((await get(path)).headers['cache-control']).toBe('no-store')
})

test('a path that is not validly encoded is an error of the caller', async () => {
  const admin = await console.admin()
  for (const path of ['/api/appliances/%', '/api/appliances/%ff', '/%'])
    expect((await admin.call('GET', path)).status, path).toBeLessThan(500)
})
