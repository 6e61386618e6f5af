import { afterEach, expect, test } from 'vitest'
import { callOnce, startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'

let console: TestConsole
afterEach(() => console.end())

interface Made {
  readonly id: string
  readonly secret: string
}
const make = async (admin: Visitor, token: object) => {
  const made = await admin.call('POST', '/api/tokens', {
    body: { name: 'deploy', scope: 'api', role: 'operator', days: 30, ...token },
  })
  expect(made.status, made.text).toBe(200)
  return made.json as Made
}
const as = (secret: string, method: string, path: string, body?: unknown) =>
  callOnce(console.url, method, path, { body, headers: { authorization: `Bearer ${secret}` } })

test('a program uses the console with a token, as a person of its role would; its secret is shown once and kept nowhere', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const { secret } = await make(admin, {})
  expect(secret).toMatch(/^vsnapc_[\w-]{43}$/)
  expect((await as(secret, 'GET', '/api/session')).json).toEqual({ user: { name: 'token:deploy', role: 'operator' } })
  expect(await as(secret, 'GET', '/api/appliances')).toMatchObject({ status: 200 })
  expect(await as(secret, 'GET', '/api/users')).toMatchObject({ status: 403 })

  const listed = await admin.call('GET', '/api/tokens')
  expect(listed.json).toMatchObject({
    tokens: [{ name: 'deploy', role: 'operator', scope: 'api', created_by: 'admin', time_used: expect.any(Number) }],
  })
  expect(listed.text + console.log()).not.toContain(secret)
})

test('what is unknown, revoked, expired or for something else is refused, and never taken for a person', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const { id, secret } = await make(admin, {})
  const refused = { status: 401, json: { error: { type: 'TokenRejectedError' } } }
  expect(await as(`${secret}x`, 'GET', '/api/appliances')).toMatchObject(refused)
  // With a person's cookie beside it, too.
  const both = { authorization: 'Bearer nothing', cookie: admin.cookie ?? '' }
  expect(await callOnce(console.url, 'GET', '/api/appliances', { headers: both })).toMatchObject(refused)
  expect(await as(secret, 'GET', '/metrics')).toMatchObject(refused)
  expect(await admin.call('DELETE', `/api/tokens/${id}`)).toMatchObject({ status: 200 })
  expect(await as(secret, 'GET', '/api/appliances')).toMatchObject(refused)
  expect(await admin.call('DELETE', `/api/tokens/${id}`)).toMatchObject({ status: 404 })
})

test('tokens are made by admins who are people, are theirs, and survive a restart', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const { secret } = await make(admin, { role: 'admin', days: null })
  const body = { name: 'another', scope: 'api', role: 'admin', days: 1 }
  expect(await as(secret, 'POST', '/api/tokens', body)).toMatchObject({ status: 403 })
  const person = { name: 'mallory', password: 'a long password', role: 'admin' }
  expect(await as(secret, 'POST', '/api/users', person)).toMatchObject({ status: 403 })
  expect((await admin.call('GET', '/api/users')).json).toMatchObject({ total: 1 })
  const operator = await console.person('operator')
  expect(await operator.call('POST', '/api/tokens', { body })).toMatchObject({ status: 403 })
  expect(await admin.call('POST', '/api/tokens', { body: { ...body, name: 'DEPLOY' } })).toMatchObject({ status: 409 })

  const ada = { name: 'ada', password: 'a long password', role: 'admin' }
  await admin.call('POST', '/api/users', { body: ada })
  const other = console.visitor()
  await other.logIn('ada', ada.password)
  const hers = await make(other, { name: 'hers' })
  expect(await as(hers.secret, 'GET', '/api/appliances')).toMatchObject({ status: 200 })
  await admin.call('PATCH', '/api/users/ada', { body: { role: 'viewer' } })
  expect(await as(hers.secret, 'GET', '/api/appliances')).toMatchObject({ status: 401 })

  await console.stop()
  console = await startTestConsole({ data: console.data })
  expect(await as(secret, 'GET', '/api/appliances')).toMatchObject({ status: 200 })
})
