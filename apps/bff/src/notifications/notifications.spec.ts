import type { Alert } from '@vsnap/console-api/alert.ts'
import type { Message } from '@vsnap/console-api/notification.ts'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificate, type TestCertificate } from '../testing/certificate.ts'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts'

const account = { username: 'console', password: 'let me in, postmaster' }
const secret = 'a secret of two machines'
let certificate: TestCertificate & { authority: string }
let mail: MailServer
let webhook: WebhookReceiver
let fake: FakeAppliance
let console: TestConsole
let admin: Visitor
let id: string
let tank = { used: 500, status: 'ONLINE' }
/** Seconds that the console's clock is ahead of the machine's. */
let ahead = 0

beforeAll(async () => {
  certificate = await makeCertificate('mail')
  mail = await startMailServer({ account, certificate })
  webhook = await startWebhookReceiver()
  fake = await startFakeAppliance()
  fake.answer = ({ url }, res) => {
    const [, resource] = /^\/api\/(\w+)$/.exec(url) ?? []
    if (resource === undefined || resource === 'system') return false
    const pool = { id: '1', name: 'tank', size_total: '1000', size_used: `${tank.used}`, status: tank.status }
    send(res, 200, { [`${resource}s`]: resource === 'pool' ? [pool] : [] })
    return true
  }
  console = await startTestConsole({
    waits: {
      background: true,
      fleet: 2_000,
      connect: 1_000,
      notify: { settle: 1, most: 5, retry: 1 },
      clock: () => Math.floor(Date.now() / 1000) + ahead,
    },
  })
  admin = await console.admin()
  const { url, account: owner, certificate: shown } = fake
  const body = { name: 'vsnap-a', url, ...owner, fingerprint: shown.fingerprint }
  id = ((await admin.call('POST', '/api/appliances', { body })).json as { id: string }).id
})
afterAll(async () => {
  await console.end()
  await Promise.all([fake.stop(), mail.stop(), webhook.stop()])
})

const wait = { timeout: 30_000 }
const setUp = () => ({
  host: '127.0.0.1',
  port: mail.port,
  security: 'starttls',
  username: account.username,
  from: 'console@example.org',
  to: ['ops@example.org', 'night@example.org'],
  ca: certificate.authority,
})
const put = (path: string, body: object, who = admin) => who.call('PUT', `/api/notifications/${path}`, { body })
const tryOut = (channel: string) => admin.call('POST', `/api/notifications/${channel}`, { body: { action: 'test' } })
const alerts = async () => ((await admin.call('GET', '/api/alerts')).json as { alerts: Alert[] }).alerts
const messages = async () =>
  ((await admin.call('GET', '/api/notifications/messages')).json as { messages: Message[] }).messages
const schedule = (change: object) =>
  put('schedule', { time_zone: 'UTC', address: null, quiet_hours: null, report_at: null, ...change })
/** Lets the console look at everything now, by its clock. */
const look = () => admin.call('PUT', '/api/alert-rules/another-system', { body: { enabled: true } })
const fill = async (used: number) => {
  tank = { ...tank, used }
  await admin.call('GET', '/api/fleet/pool')
}
const later = async (seconds: number) => {
  ahead += seconds
  await look()
}
const subjects = () => mail.mails.map(({ subject }) => subject)

test('only an admin sets up where messages go, and no secret comes out again', async () => {
  expect((await (await console.person('operator')).call('GET', '/api/notifications')).status).toBe(403)
  expect((await tryOut('mail')).json).toMatchObject({ error: { type: 'NotSetUp' } })
  expect((await put('mail', setUp())).json).toMatchObject({ error: { field: 'password' } })
  expect((await put('mail', { ...setUp(), password: account.password })).status).toBe(200)
  expect((await put('webhook', { url: webhook.url, secret })).json).toEqual({ url: webhook.url, has_secret: true })
  const shown = await admin.call('GET', '/api/notifications')
  expect(shown.json).toMatchObject({ mail: { has_password: true, port: mail.port }, webhook: { has_secret: true } })
  const trail = await (await console.person('viewer')).call('GET', '/api/audit')
  expect(trail.text).toContain('Set up webhook')
  for (const text of [shown.text, trail.text, console.log()]) {
    expect(text).not.toContain(account.password)
    expect(text).not.toContain(secret)
  }
  expect(trail.text).not.toContain('from=console')
})

test('a password is kept for the mail server that it was given for, and crosses no network in the clear', async () => {
  expect((await put('mail', setUp())).json).toMatchObject({ has_password: true })
  expect((await put('mail', { ...setUp(), host: 'localhost' })).json).toMatchObject({ error: { field: 'password' } })
  const open = { ...setUp(), host: 'mail.example.org', security: 'none', password: 'x' }
  expect((await put('mail', open)).json).toMatchObject({ error: { field: 'security' } })
  expect((await put('webhook', { url: 'http://user:word@127.0.0.1/' })).status).toBe(400)
  expect((await put('webhook', { url: 'file:///etc/passwd' })).status).toBe(400)
})

test('a test says honestly whether it arrived, and why not', async () => {
  expect((await tryOut('mail')).json).toMatchObject({ answer: expect.stringContaining('250') })
  expect(mail.mails).toMatchObject([
    { subject: 'A test of vSnap Console', to: setUp().to, isSecure: true, user: account.username },
  ])
  await put('mail', { ...setUp(), password: 'something else' })
  const refused = await tryOut('mail')
  expect(refused.status).toBe(502)
  expect(refused.text).toContain('does not accept the user name or the password')
  expect(refused.text).not.toContain('something else')
  await put('mail', { ...setUp(), ca: null, password: account.password })
  expect((await tryOut('mail')).text).toContain('is not safe as it should be')
  await put('mail', { ...setUp(), port: 1, password: account.password })
  expect((await tryOut('mail')).text).toContain('Nothing listens on 127.0.0.1:1.')
  await put('mail', { ...setUp(), password: account.password })

  expect((await tryOut('webhook')).json).toEqual({ answer: 'It answered 204.' })
  webhook.status = 302
  expect((await tryOut('webhook')).text).toContain('answered 302. Give the address that it leads to.')
  webhook.status = 204
  expect(webhook.calls).toHaveLength(2)
  expect(mail.mails).toHaveLength(1)
})

test('a pool that fills up is one mail and one signed call, and another of each when that is over', async () => {
  await schedule({ address: 'https://console.example.org/' })
  await fill(915)
  const title = 'Pool tank on vsnap-a is 91 % used'
  await expect.poll(subjects, wait).toEqual(['A test of vSnap Console', title])
  expect(mail.mails[1]?.text).toContain(`https://console.example.org/appliances/${id}/pools/1`)
  expect(mail.mails[1]?.text).toContain('Expand it, or delete what is no longer needed.')

  await expect.poll(() => webhook.calls.length, wait).toBe(3)
  const call = webhook.calls[2]
  expect(JSON.parse(call?.body ?? '')).toMatchObject({
    type: 'alerts',
    summary: title,
    raised: [{ rule: 'pool-full', severity: 'danger', appliance: { name: 'vsnap-a' } }],
    cleared: [],
  })
  const { 'webhook-id': message, 'webhook-timestamp': time, 'webhook-signature': signed } = call?.headers ?? {}
  const expected = createHmac('sha256', secret).update(`${message}.${time}.${call?.body}`).digest('base64')
  expect(signed).toBe(`v1,${expected}`)

  await fill(500)
  await expect.poll(async () => (await admin.call('GET', '/api/fleet')).text, wait).not.toContain('91 % used')
  await later(61)
  await expect.poll(() => subjects().at(-1), wait).toBe(`Over: ${title}`)
  expect(mail.mails).toHaveLength(3)
})

test('what nobody takes is tried again, and said on the overview meanwhile', async () => {
  webhook.status = 500
  const before = webhook.calls.length
  tank = { used: 500, status: 'DEGRADED' }
  await admin.call('GET', '/api/fleet/pool')
  await expect.poll(() => webhook.calls.length, wait).toBeGreaterThan(before + 1)
  await look()
  await expect
    .poll(async () => (await admin.call('GET', '/api/fleet')).text, wait)
    .toContain('Messages by webhook do not arrive')
  // While it is tried once more it does not wait.
  await expect
    .poll(
      async () => (await messages()).find(({ channel, state }) => channel === 'webhook' && state === 'waiting'),
      wait,
    )
    .toMatchObject({ error: 'The webhook answered 500.' })
  webhook.status = 204
  ahead += 60
  await expect.poll(async () => (await messages()).filter(({ state }) => state === 'waiting'), wait).toEqual([])
  const tries = webhook.calls.slice(before).filter(({ body }) => body.includes('pool-not-online'))
  expect(new Set(tries.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  await look()
})

test('in quiet hours only what is critical is told; the rest waits for the morning', async () => {
  tank = { used: 500, status: 'ONLINE' }
  await admin.call('GET', '/api/fleet/pool')
  await expect.poll(async () => (await admin.call('GET', '/api/fleet')).text, wait).not.toContain('DEGRADED')
  await later(1_000)
  await expect.poll(async () => (await alerts()).filter((one) => one.time_cleared === null), wait).toEqual([])
  const over = 'Over: Pool tank on vsnap-a is DEGRADED'
  await expect.poll(() => subjects().some((subject) => subject.startsWith(over)), wait).toBe(true)
  const hour = (hours: number) =>
    new Date((Date.now() / 1000 + ahead + hours * 3_600) * 1000).toISOString().slice(11, 16)
  expect((await schedule({ quiet_hours: { from: hour(-1), to: hour(2), critical: true } })).status).toBe(200)
  const before = mail.mails.length
  await fill(850)
  await expect.poll(async () => (await alerts()).map(({ rule }) => rule), wait).toContain('pool-filling')
  await fill(950)
  const told = () =>
    subjects()
      .slice(before)
      .filter((subject) => subject.startsWith('Pool tank'))
  await expect.poll(told, wait).toEqual(['Pool tank on vsnap-a is 95 % used'])
  ahead += 2 * 3_600 + 60
  await expect.poll(() => told().at(-1), wait).toMatch(/^Pool tank on vsnap-a is 85 % used/)
})

test('what was snoozed is told again when the time is over and it is still so', async () => {
  const before = mail.mails.length
  const full = (await alerts()).find(({ rule, time_cleared: over }) => rule === 'pool-full' && over === null)
  const until = Math.floor(Date.now() / 1000) + ahead + 600
  const body = { action: 'snooze', until }
  expect((await admin.call('POST', `/api/alerts/${full?.id}`, { body })).status).toBe(200)
  await later(601)
  await expect.poll(() => subjects().slice(before), wait).toEqual(['Still so: Pool tank on vsnap-a is 95 % used'])
})

test('nothing of an appliance that is silenced is told before the silence is over', async () => {
  const before = mail.mails.length
  const until = Math.floor(Date.now() / 1000) + ahead + 600
  await admin.call('PUT', `/api/silences/${id}`, { body: { until } })
  tank = { used: 950, status: 'FAULTED' }
  await admin.call('GET', '/api/fleet/pool')
  await expect
    .poll(async () => (await alerts()).map(({ title }) => title), wait)
    .toContain('Pool tank on vsnap-a is FAULTED')
  await later(601)
  await expect.poll(() => subjects().slice(before), wait).toEqual(['Pool tank on vsnap-a is FAULTED'])
})
