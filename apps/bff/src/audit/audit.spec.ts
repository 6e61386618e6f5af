import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase } from '../testing/database.ts'
import { type Audit, type AuditedCall, openAudit } from './audit.ts'
import { redact } from './redact.ts'

const log = pino({ enabled: false })
let opened: Awaited<ReturnType<typeof openTestDatabase>>
let db: typeof opened.db
let audit: Audit

beforeAll(async () => {
  opened = await openTestDatabase()
  db = opened.db
  audit = await openAudit(db, log)
})
afterAll(async () => {
  await opened.end()
})

const { partnerCreate } = defineEndpoints({
  partnerCreate: { method: 'POST', path: '/partner', title: 'Add partner', role: 'admin', result: z.unknown() },
})
const call: AuditedCall = {
  operation: 'partnerCreate',
  endpoint: partnerCreate,
  path: '/partner',
  body: { remote_addr: '10.0.0.1', remote_user: 'vsuser', remote_pass: 'catal0gic' },
  user: 'admin',
  address: '127.0.0.1',
  appliance: { id: 'a', name: 'vsnap-a' },
  request_id: 'r1',
}
const newest = async () => (await audit.list({ limit: 1 })).entries[0]

test('a call is in the trail before it is made, and completed after', async () => {
  const id = await audit.begin(call)
  expect(await newest()).toEqual({
    id,
    time: expect.any(Number),
    user: 'admin',
    address: '127.0.0.1',
    appliance: { id: 'a', name: 'vsnap-a' },
    operation: 'partnerCreate',
    title: 'Add partner',
    method: 'POST',
    path: '/partner',
    request: { params: {}, body: { remote_addr: '10.0.0.1', remote_user: 'vsuser', remote_pass: '(not kept)' } },
    state: 'sent',
    status: null,
    error: null,
    request_id: 'r1',
  })
  await audit.finish(id, { state: 'refused', status: 403, error: { type: 'PermissionError', message: 'no' } })
  expect(await newest()).toMatchObject({
    state: 'refused',
    status: 403,
    error: { type: 'PermissionError', message: 'no' },
  })
})

test('run: done, refused, and unknown when something of ours broke', async () => {
  expect(await audit.run(call, () => 7)).toBe(7)
  expect(await newest()).toMatchObject({ state: 'done', status: 200 })
  const refusal = new ApiError(409, 'AlreadyRegistered', 'known')
  await expect(audit.run(call, () => Promise.reject(refusal))).rejects.toBe(refusal)
  expect(await newest()).toMatchObject({ state: 'refused', status: 409, error: { type: 'AlreadyRegistered' } })
  await expect(audit.run(call, () => Promise.reject(new TypeError('secret detail')))).rejects.toThrow(TypeError)
  expect(await newest()).toMatchObject({
    state: 'unknown',
    status: 500,
    error: { type: 'InternalError', message: expect.not.stringContaining('secret') },
  })
})

test('what an earlier process left under way is unknown after the next start', async () => {
  const id = await audit.begin(call)
  audit = await openAudit(db, log)
  expect(await newest()).toMatchObject({ id, state: 'unknown', status: null })
})

test('pages by cursor, and by appliance; ids sort by time', async () => {
  const made: string[] = []
  for (let n = 0; n < 25; n++)
    made.push(await audit.begin({ ...call, appliance: { id: n % 2 ? 'odd' : 'even', name: 'x' }, request_id: `r${n}` }))
  expect([...made].sort()).toEqual(made)
  const read: string[] = []
  let cursor: string | undefined
  do {
    const page = await audit.list({ appliance: 'odd', limit: 5, cursor })
    expect(page.total).toBe(12)
    read.push(...page.entries.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(read).toEqual(made.filter((_, n) => n % 2).reverse())
  expect((await audit.list({ among: ['odd', 'even'] })).total).toBe(25)
  expect(await audit.list({ among: [] })).toMatchObject({ total: 0, entries: [] })
})

test('secrets, however deep, and what is too long', () => {
  const kept = redact({
    a: [{ Password: 'x', passphrase: 'x', accessToken: 'x', chap_secret: 'x', name: 'n' }],
    remote_pass: null,
    text: 'x'.repeat(5000),
    list: Array.from({ length: 500 }, (_, n) => n),
    ...(JSON.parse('{"__proto__": {"password": "x"}}') as object),
  })
  const text = JSON.stringify(kept)
  expect(text).not.toContain('"x"')
  expect(text.length).toBeLessThan(3000)
  expect(kept).toMatchObject({ remote_pass: null, text: expect.stringContaining('(5000 characters)') })
})
