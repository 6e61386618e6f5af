import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleProcess, startConsoleProcess } from '../testing/console-process.ts'
import { adminPassword, newVisitor, type Visitor } from '../testing/console.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'

const data = mkdtempSync(join(tmpdir(), 'vsnap-restart-'))
let mail: MailServer
let console: ConsoleProcess
let admin: Visitor

const start = async () => {
  console = await startConsoleProcess(['--data', data], { CONSOLE_ADMIN_PASSWORD: adminPassword, LOG_LEVEL: 'error' })
  admin = newVisitor(console.url)
  expect((await admin.logIn('admin', adminPassword)).status).toBe(200)
}
const killAndStart = async () => {
  await console.end('SIGKILL')
  await start()
}

beforeAll(async () => {
  mail = await startMailServer()
  await start()
})
afterAll(async () => {
  await console.end('SIGTERM')
  await mail.stop()
  rmSync(data, { recursive: true, force: true })
})

const subject = /^The console’s own disk has \d+ % free$/
const open = async () => (await admin.call('GET', '/api/alerts')).text

test('a console that is killed tells what has happened, once: before it was put together, and while it was being sent', async () => {
  const security = { host: '127.0.0.1', port: mail.port, security: 'none', username: null, ca: null }
  const body = { ...security, from: 'console@example.org', to: ['ops@example.org'] }
  expect((await admin.call('PUT', '/api/notifications/mail', { body })).status).toBe(200)
  // A disk that is full to a hundredth is enough for an alert.
  await admin.call('PUT', '/api/alert-rules/console-disk-low', { body: { enabled: true, threshold: 99 } })
  mail.isHolding = true
  await expect.poll(open).toContain('console-disk-low')
  await killAndStart()
  await expect.poll(() => mail.held, { timeout: 90_000 }).toBe(1)
  expect(mail.mails).toEqual([])
  await console.end('SIGKILL')
  mail.isHolding = false
  await start()
  await expect.poll(() => mail.mails.length, { timeout: 90_000 }).toBe(1)
  expect(mail.mails[0]?.subject).toMatch(subject)
  const sent = async () =>
    ((await admin.call('GET', '/api/notifications/messages')).json as { messages: { state: string }[] }).messages
  await expect.poll(sent).toMatchObject([{ state: 'sent' }])

  await killAndStart()
  await admin.call('POST', '/api/notifications/mail', { body: { action: 'test' } })
  // Whatever would have been sent a second time would have come before, or be waiting.
  expect(mail.mails.map((one) => one.subject)).toEqual([expect.stringMatching(subject), 'A test of vSnap Console'])
  expect(await sent()).toMatchObject([{ state: 'sent' }])
}, 240_000)
