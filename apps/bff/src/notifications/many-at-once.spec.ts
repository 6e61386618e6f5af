import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificate } from '../testing/certificate.ts'
import { startTestConsole, type TestConsole, type Visitor } from '../testing/console.ts'
import { type FakeAppliance, startFakeAppliance } from '../testing/fake-appliance.ts'
import { type MailServer, startMailServer } from '../testing/mail-server.ts'

const many = 40
let fakes: FakeAppliance[]
let mail: MailServer
let console: TestConsole
let admin: Visitor

beforeAll(async () => {
  const certificate = await makeCertificate('fake-vsnap')
  fakes = await Promise.all(Array.from({ length: many }, () => startFakeAppliance({ certificate })))
  mail = await startMailServer()
  console = await startTestConsole({ waits: { background: true, connect: 1_000, notify: { settle: 8, most: 60 } } })
  admin = await console.admin()
  for (const [n, { url, account }] of fakes.entries()) {
    const body = { name: `vsnap-${n}`, url, ...account, fingerprint: certificate.fingerprint }
    await admin.call('POST', '/api/appliances', { body })
  }
  const security = { host: '127.0.0.1', port: mail.port, security: 'none', username: null, ca: null }
  await admin.call('PUT', '/api/notifications/mail', {
    body: { ...security, from: 'console@example.org', to: ['ops@example.org'] },
  })
  // What is lost is told without waiting two minutes.
  await admin.call('PUT', '/api/alert-rules/appliance-unreachable', { body: { enabled: true, threshold: 0 } })
})
afterAll(async () => {
  await console.end()
  await Promise.all([...fakes.map((fake) => fake.stop()), mail.stop()])
})

test('forty appliances that are lost at once, behind one dead switch, are one message', async () => {
  const known = (await admin.call('GET', '/api/fleet/pool')).json as { appliances: { state: string }[] }
  expect(known.appliances.filter(({ state }) => state === 'online')).toHaveLength(many)
  await Promise.all(fakes.map((fake) => fake.stop()))
  await expect.poll(() => mail.mails.length, { timeout: 90_000 }).toBe(1)
  expect(mail.mails).toMatchObject([{ subject: '40 appliances do not answer' }])
  for (let n = 0; n < many; n += 1) expect(mail.mails[0]?.text).toContain(`vsnap-${n}`)
  const { messages } = (await admin.call('GET', '/api/notifications/messages')).json as { messages: object[] }
  expect(messages).toMatchObject([{ state: 'sent', attempts: 1 }])
})
