import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../testing/fake-appliance.ts'
import { ok, type Proxied, sendRaw, startProxied } from '../testing/proxied.ts'

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied()
})
afterAll(() => proxied.end())

/** A GET whose target is sent as it is; no client tidies it up. */
async function get(target: string) {
  const { console, admin } = proxied
  const { host } = new URL(console.url)
  const head = [`GET ${target} HTTP/1.1`, `Host: ${host}`, `Cookie: ${admin.cookie}`, 'Connection: close']
  const [answer] = await sendRaw(console.url, `${head.join('\r\n')}\r\n\r\n`)
  if (!answer) throw new Error(`no answer to ${target}`)
  return answer
}

test('what matches an operation goes on, on a path that is built from the operation', async () => {
  expect(await get(`${proxied.base}/pool/1`)).toMatchObject({ status: 200, body: expect.stringContaining('"ok":true') })
  expect(await get(`${proxied.base}/volume?name=a%20%26id=7%2f..%2f%23x`)).toMatchObject({ status: 200 })
  expect(await get(`${proxied.base}/volume?id=4`)).toMatchObject({ status: 200 })
  expect(await get(`${proxied.base}/%70ool`)).toMatchObject({ status: 404 })
  expect(proxied.arrived().map(({ url }) => url)).toEqual([
    '/api/pool/1',
    '/api/volume?name=a+%26id%3D7%2F..%2F%23x',
    '/api/volume/4',
  ])
})

test.each([
  '/pool/..%2f..%2fsystem',
  '/pool/..%2fsystem',
  '/pool/%2e%2e',
  '/pool/%2e%2e/system',
  '/pool/..',
  '/pool/../system',
  '/../../../etc/passwd',
  '/pool/.%2e%2fuser',
  '/pool/1%00',
  '/pool/%00',
  '/pool/1%0d%0aX-Injected:%20yes',
  '/pool/1%0a',
  '/pool/1%5c..%5cuser',
  '/pool/1\\..\\user',
  '/pool/%252e%252e%252fsystem',
  '/pool/%25%32%65',
  '/pool/1;/../user',
  '/pool/1%3fid=2',
  '/pool/1%23',
  '//pool/1',
  '//evil.example/pool/1',
  '/pool//1',
  '/pool/1/',
  '/POOL/1',
  '/pool/%c0%ae%c0%ae',
  '/pool/%ff',
  '/pool/%',
  '/system/../../../session',
  '',
  '/',
  '/nothing',
  '/pool/1?unknown=1',
  '/pool?name=a&name=b',
  '/pool?id=..%2fsystem',
  '/pool?id=1%0d%0aX:y',
  '/pool?__proto__=1',
  '/pool?constructor=1',
])('%s is refused, and nothing reaches the appliance', async (path) => {
  const { status, head, body } = await get(proxied.base + path)
  expect(status, body).toBeGreaterThanOrEqual(400)
  expect(status, body).toBeLessThan(500)
  expect(JSON.parse(body)).toEqual({ error: expect.objectContaining({ type: expect.any(String) }) })
  expect(head).toContain('x-request-id: ')
  expect(head).not.toContain('x-injected')
  expect(proxied.arrived()).toEqual([])
})

test('another host in the request line or above the path leads nowhere else', async () => {
  const { base, console } = proxied
  expect(await get(`//evil.example${base}/pool/1`)).toMatchObject({ status: 404 })
  expect(await get(`/..${base}/pool/1`)).toMatchObject({ status: 404 })
  expect(proxied.arrived()).toEqual([])
  // A proxy's form of the request line means this console, whatever host it names.
  expect(await get(`http://evil.example:1${base}/pool/7`)).toMatchObject({ status: 200 })
  expect(await get(`${console.url}${base}/pool/8`)).toMatchObject({ status: 200 })
  expect(proxied.arrived().map(({ url, headers }) => [url, headers.host])).toEqual([
    ['/api/pool/7', new URL(proxied.fake.url).host],
    ['/api/pool/8', new URL(proxied.fake.url).host],
  ])
})

test('bytes in the request line that no client sends are no request', async () => {
  for (const target of [`${proxied.base}/pool/1\r`, `${proxied.base}/pool/\x01`, `${proxied.base}/pool /1`]) {
    const { status, head, body } = await get(target)
    expect(status).toBe(400)
    expect(head).toContain('x-request-id: ')
    expect(JSON.parse(body)).toMatchObject({ error: { type: 'InvalidRequestError' } })
  }
  expect(proxied.arrived()).toEqual([])
})

test('the log names a failed call by the path that was asked for', async () => {
  const { base, fake } = proxied
  fake.answer = (_, res) => send(res, 503, { error: { type: 'BusyError', message: 'Not now' } })
  const { head } = await get(`${base}/volume?id=1`)
  fake.answer = ok
  const [, id = ''] = /x-request-id: (\S+)/.exec(head) ?? []
  const lines = proxied.console.log().split('\n')
  const [line = ''] = lines.filter((one) => one.includes(id))
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: `${base}/volume`, type: 'BusyError' })
  proxied.arrived()
})

test('an appliance that is not registered, and methods that an operation does not have', async () => {
  const { admin } = proxied
  expect(await admin.call('GET', '/api/appliances/nobody/vsnap/pool')).toMatchObject({ status: 404 })
  expect(await admin.call('GET', '/api/appliances/__proto__/vsnap/pool')).toMatchObject({ status: 404 })
  for (const method of ['HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND']) {
    expect((await proxied.call(method, '/pool')).status, method).toBe(405)
  }
  expect(proxied.arrived()).toEqual([])
})
