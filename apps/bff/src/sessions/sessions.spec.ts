import SQLite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { adminPassword, callOnce, startTestConsole, type TestConsole } from '../testing/console.ts'

let console: TestConsole
afterEach(() => console.end())

const error = (type: string) => ({ error: expect.objectContaining({ type, message: expect.any(String) }) })

test('log in, be known, log out', async () => {
  console = await startTestConsole()
  const person = console.visitor()
  expect((await person.call('GET', '/api/session')).json).toEqual(error('NotLoggedInError'))

  const loggedIn = await person.logIn('admin', adminPassword)
  expect(loggedIn.json).toEqual({ user: { name: 'admin', role: 'admin' } })
  const [cookie = ''] = loggedIn.headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^vsnap-console=[\w-]{43}; Max-Age=86400; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
  expect((await person.call('GET', '/api/session')).json).toEqual({ user: { name: 'admin', role: 'admin' } })

  const stolen = person.cookie ?? ''
  expect((await person.call('DELETE', '/api/session')).json).toEqual({})
  expect(person.cookie).toBeUndefined()
  const after = await callOnce(console.url, 'GET', '/api/session', { headers: { cookie: stolen } })
  expect(after.status).toBe(401)
})

test('a wrong password and an unknown person get the same answer, and no cookie', async () => {
  console = await startTestConsole()
  const wrong = await console.visitor().logIn('admin', 'not the password')
  const unknown = await console.visitor().logIn('nobody', 'not the password')
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.text).toBe(unknown.text)
  expect(wrong.json).toEqual(error('LoginFailedError'))
  expect(wrong.headers['set-cookie']).toBeUndefined()
})

test('guessing is slowed down for one person, and for one address', async () => {
  console = await startTestConsole()
  const guess = (name: string) => console.visitor().logIn(name, 'a guess')
  const statuses = await Promise.all(Array.from({ length: 12 }, () => guess('admin').then(({ status }) => status)))
  expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])

  const refused = await console.visitor().logIn('ADMIN', adminPassword)
  expect(refused.status).toBe(429)
  expect(refused.json).toEqual(error('TooManyAttempts'))
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60)

  const others = await Promise.all(
    Array.from({ length: 25 }, (_, n) => guess(`person${n}`).then(({ status }) => status)),
  )
  expect(others).toContain(429)
})

test('a right password takes the count back', async () => {
  console = await startTestConsole()
  for (let round = 0; round < 2; round++) {
    await Promise.all(Array.from({ length: 8 }, () => console.visitor().logIn('admin', 'a guess')))
    expect((await console.visitor().logIn('admin', adminPassword)).status).toBe(200)
  }
})

test('sessions live on after a restart; the database has no token and no password', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const [, token = ''] = (admin.cookie ?? '').split('=')
  await console.stop()
  const data = console.data
  const kept = readFileSync(join(data, 'console.db'), 'latin1')
  expect(token).toHaveLength(43)
  expect(kept.includes(token)).toBe(false)
  expect(kept.includes(adminPassword)).toBe(false)

  console = await startTestConsole({ data })
  const again = await callOnce(console.url, 'GET', '/api/session', { headers: { cookie: admin.cookie ?? '' } })
  expect(again.status).toBe(200)
})

test('a session ends when it is idle, and at the latest after its lifetime', async () => {
  console = await startTestConsole({ env: { CONSOLE_SESSION_IDLE: '1', CONSOLE_SESSION_MAX: '1000' } })
  const admin = await console.admin()
  await new Promise((resolve) => setTimeout(resolve, 1200))
  expect((await admin.call('GET', '/api/session')).status).toBe(401)
  const { data } = console
  await console.stop()

  console = await startTestConsole({ data, env: { CONSOLE_SESSION_MAX: '1' } })
  const busy = await console.admin()
  const until = Date.now() + 1200
  let status = 200
  while (Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    status = (await busy.call('GET', '/api/session')).status
  }
  expect(status).toBe(401)
})

test('a request writes nothing, and forged cookies open nothing', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const db = new SQLite(join(console.data, 'console.db'), { readonly: true })
  // Counts the commits of other connections.
  const version = () => db.pragma('data_version', { simple: true })
  const whileAsked = async () => {
    const before = Number(version())
    for (let n = 0; n < 20; n++) expect((await admin.call('GET', '/api/appliances')).status).toBe(200)
    return Number(version()) - before
  }
  // What the console writes by itself, now and then, may fall into one round; what requests wrote would be in each.
  await expect.poll(whileAsked).toBe(0)

  const hash = db.prepare('select token_hash from logins').pluck().get() as string
  db.close()
  for (const forged of [hash, 'x', '', '%00', 'a'.repeat(43), `${admin.cookie?.slice(-43)}x`]) {
    const answer = await callOnce(console.url, 'GET', '/api/appliances', {
      headers: { cookie: `vsnap-console=${forged}` },
    })
    expect(answer.json).toEqual(error('NotLoggedInError'))
  }
})

test('roles: a viewer looks, an operator no more than that here, an admin changes', async () => {
  console = await startTestConsole()
  const [viewer, operator, admin] = [
    await console.person('viewer'),
    await console.person('operator'),
    await console.admin(),
  ]
  for (const person of [viewer, operator]) {
    expect((await person.call('GET', '/api/appliances')).status).toBe(200)
    expect((await person.call('GET', '/api/audit')).status).toBe(200)
    const refused = [
      await person.call('POST', '/api/appliances', { body: { name: 'a', url: 'a', username: 'u', password: 'p' } }),
      await person.call('DELETE', '/api/appliances/a'),
      await person.call('GET', '/api/users'),
      await person.call('POST', '/api/users', { body: { name: 'me', password: 'long enough', role: 'admin' } }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect(refused[0]?.json).toEqual(error('PermissionDeniedError'))
  }
  expect((await admin.call('GET', '/api/users')).json).toMatchObject({ total: 3 })
})

test('people: added, changed, removed; their sessions end; an admin stays', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const viewer = await console.person('viewer')
  expect(
    (await admin.call('POST', '/api/users', { body: { name: 'Viewer1', password: adminPassword, role: 'viewer' } }))
      .json,
  ).toEqual(error('AlreadyExistsError'))
  expect(
    (await admin.call('POST', '/api/users', { body: { name: 'a b', password: adminPassword, role: 'viewer' } })).status,
  ).toBe(400)

  const promoted = await admin.call('PATCH', '/api/users/viewer1', {
    body: { role: 'operator', password: 'another password' },
  })
  expect(promoted.json).toMatchObject({ name: 'viewer1', role: 'operator' })
  expect((await viewer.call('GET', '/api/session')).status).toBe(401)
  expect((await viewer.logIn('viewer1', 'another password')).json).toEqual({
    user: { name: 'viewer1', role: 'operator' },
  })

  expect((await admin.call('DELETE', '/api/users/viewer1')).json).toEqual({})
  expect((await viewer.call('GET', '/api/session')).status).toBe(401)
  expect((await admin.call('DELETE', '/api/users/viewer1')).json).toEqual(error('NotFoundError'))
  expect((await admin.call('DELETE', '/api/users/admin')).json).toEqual(error('LastAdminError'))
  expect((await admin.call('PATCH', '/api/users/admin', { body: { role: 'viewer' } })).json).toEqual(
    error('LastAdminError'),
  )
  expect((await admin.call('GET', '/api/session')).json).toEqual({ user: { name: 'admin', role: 'admin' } })
})

test('who logs in while their role is changed gets no session with the role of before', async () => {
  console = await startTestConsole()
  const admin = await console.admin()
  const person = { name: 'ada', password: adminPassword, role: 'admin' }
  expect((await admin.call('POST', '/api/users', { body: person })).status).toBe(200)
  const ada = console.visitor()
  // A password takes longer to check than a role to change.
  const [, changed] = await Promise.all([
    ada.logIn('ada', adminPassword),
    admin.call('PATCH', '/api/users/ada', { body: { role: 'viewer' } }),
  ])
  expect(changed.json).toMatchObject({ role: 'viewer' })
  // Logged in as they are now, or not at all.
  expect([{ user: { name: 'ada', role: 'viewer' } }, error('NotLoggedInError')]).toContainEqual(
    (await ada.call('GET', '/api/session')).json,
  )
})
