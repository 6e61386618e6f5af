import type { Report } from '@vsnap/console-api/report.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, send, startFakeAppliance } from '../testing/fake-appliance.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'

const data = mkdtempSync(join(tmpdir(), 'vsnap-daily-'))
const evil = '<img src=x onerror=alert(1)>'
let mail: MailServer
let fake: FakeAppliance
let console: TestConsole
let admin: Visitor
/** Noon of today, which the console's clock begins at; and seconds that have passed for it since. */
const noon = Math.floor(Date.now() / 86_400_000) * 86_400 + 43_200
let passed = 0

const start = async () => {
  console = await startTestConsole({
    data,
    waits: { notify: { settle: 0, retry: 1 }, clock: () => noon + passed },
  })
  admin = await console.admin()
}

beforeAll(async () => {
  mail = await startMailServer()
  fake = await startFakeAppliance()
  fake.answer = ({ url }, res) => {
    const [, resource] = /^\/api\/(\w+)$/.exec(url) ?? []
    if (resource === undefined || resource === 'system') return false
    const rows: Readonly<Record<string, object>> = {
      pool: { id: '1', name: 'tank', size_total: `${2 ** 42}`, size_used: `${2 ** 41}`, status: 'ONLINE' },
      volume: { id: '7', name: evil, volume_type: 'filesystem', pool_id: '1' },
      session: {
        id: '3',
        rel_id: '9',
        status: 'FAILED',
        time_ended: `${noon + passed - 60}`,
        message: 'No <b>space</b>',
      },
    }
    send(res, 200, { [`${resource}s`]: rows[resource] ? [rows[resource]] : [] })
    return true
  }
  await start()
  const { url, account, certificate } = fake
  const body = { name: 'vsnap-a', url, ...account, fingerprint: certificate.fingerprint }
  await admin.call('POST', '/api/appliances', { body })
  for (const resource of ['pool', 'volume', 'session']) await admin.call('GET', `/api/fleet/${resource}`)
  const server = { host: '127.0.0.1', port: mail.port, security: 'none', username: null, ca: null }
  const letters = { ...server, from: 'console@example.org', to: ['ops@example.org'] }
  await admin.call('PUT', '/api/notifications/mail', { body: letters })
})
afterAll(async () => {
  process.stdout.write(
    console
      .log()
      .split('\n')
      .filter((l) => /err/.test(l))
      .slice(-3)
      .join('\n'),
  )
  await console.stop()
  await Promise.all([fake.stop(), mail.stop()])
  rmSync(data, { recursive: true, force: true })
})

const wait = { timeout: 30_000 }
const chooseHour = (report_at: string | null) =>
  admin.call('PUT', '/api/notifications/schedule', {
    body: { time_zone: 'UTC', address: 'https://console.example.org', quiet_hours: null, report_at },
  })
const kept = async () => {
  const { json } = await admin.call('GET', '/api/notifications/messages')
  return (json as { messages: { subject: string; state: string }[] }).messages.filter(({ subject }) =>
    subject.startsWith('Daily report'),
  )
}
const reports = () => mail.mails.filter(({ subject }) => subject.startsWith('Daily report'))
/** Makes an alert, or ends it, and waits until that is told: a report that was due would be in the outbox by then. */
const turn = async (isLow: boolean) => {
  const before = mail.mails.length
  const body = { enabled: isLow, threshold: 99 }
  await admin.call('PUT', '/api/alert-rules/console-disk-low', { body })
  await expect.poll(() => mail.mails.length, wait).toBeGreaterThan(before)
}

test('the page has what the last day brought, from what is known, for everybody who may look', async () => {
  const viewer = await console.person('viewer')
  const { status, json } = await viewer.call('GET', '/api/report')
  expect(status).toBe(200)
  expect(json as Report).toMatchObject({
    time: noon,
    since: noon - 86_400,
    appliances: { total: 1, answering: 1 },
    capacity: { used: 2 ** 41, total: 2 ** 42 },
    alerts: { total: 0 },
    alerts_open: 0,
    sessions: { items: [{ message: 'No <b>space</b>', appliance: { name: 'vsnap-a' } }], total: 1 },
    without_snapshot: { items: [{ name: evil }], total: 1 },
    without_relationship: { total: 1 },
  })
  expect((json as Report).changes.items.map(({ title }) => title)).toContain('Set up mail')
})

test('an hour that has passed today means tomorrow; an hour that comes is kept', async () => {
  expect((await chooseHour('07:00')).status).toBe(200)
  await turn(true)
  expect((await chooseHour('13:30')).status).toBe(200)
  await turn(false)
  expect(await kept()).toEqual([])
  passed = 90 * 60
  await expect.poll(reports, wait).toHaveLength(1)
  const [letter] = reports()
  expect(letter?.subject).toBe('Daily report: 1 failed session, 1 volume without a snapshot')
  expect(letter?.text).toContain('Capacity: 2 TiB of 4 TiB used (50 %)')
  expect(letter?.text).toContain('https://console.example.org/report')
})

test('what names and messages say is text in the letter, and never markup', () => {
  const html = reports()[0]?.text.split('Content-Type: text/html')[1] ?? ''
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('No &lt;b&gt;space&lt;/b&gt;')
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<b>space')
})

test('it is not sent twice, also after a restart; the next day it is sent again, late when the console was down', async () => {
  await console.stop()
  await start()
  await turn(true)
  expect(await kept()).toHaveLength(1)
  expect(reports()).toHaveLength(1)
  await console.stop()
  passed += 86_400 + 3_600
  await start()
  await expect.poll(reports, wait).toHaveLength(2)
  expect(await kept()).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
})
