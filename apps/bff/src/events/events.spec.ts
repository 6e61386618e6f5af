import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../testing/listener.ts'
import { type Proxied, startProxied } from '../testing/proxied.ts'

let proxied: Proxied
beforeAll(async () => {
  proxied = await startProxied()
})
afterAll(() => proxied.end())

const deletePool = () => proxied.call('DELETE', '/pool/9')

test('who is logged in hears what changed where, as it happens; nobody else does', async () => {
  expect((await listenTo(proxied.console.url, proxied.console.visitor())).status).toBe(401)
  const listener = await listenTo(proxied.console.url, await proxied.console.person('viewer'))
  await deletePool()
  await expect
    .poll(() => listener.heard.map(({ event }) => event))
    .toContainEqual({
      appliance: proxied.id,
      changes: ['pool', 'disk', 'volume', 'snapshot', 'share', 'host', 'relationship'],
    })
  listener.close()
})

test('who is new hears what happened while the page was opening: its lists may be from before', async () => {
  await deletePool()
  const listener = await listenTo(proxied.console.url, proxied.admin)
  await expect.poll(() => listener.heard.flatMap(({ event }) => event.changes)).toContain('pool')
  listener.close()
})

test('who was away for a moment hears what was missed, each once; who was away for too long, that anything may have changed', async () => {
  const before = await listenTo(proxied.console.url, proxied.admin)
  await deletePool()
  await expect.poll(() => before.heard.length).toBeGreaterThan(0)
  before.close()
  const last = before.heard.at(-1)?.id ?? ''
  await deletePool()
  const again = await listenTo(proxied.console.url, proxied.admin, last)
  await expect.poll(() => again.heard.length).toBeGreaterThan(0)
  expect(again.heard[0]?.event.changes).toContain('pool')
  const ids = again.heard.map(({ id }) => id)
  expect(ids).not.toContain(last)
  expect(new Set(ids).size).toBe(ids.length)
  again.close()

  for (const unknown of ['another-1', 'x', `${last}0000`]) {
    const stranger = await listenTo(proxied.console.url, proxied.admin, unknown)
    await expect
      .poll(() => stranger.heard.map(({ event }) => event), { message: unknown })
      .toEqual([{ appliance: null, changes: ['*'] }])
    stranger.close()
  }
})

test('it ends with the session, of whoever logs out or is removed', async () => {
  const visitor = await proxied.console.person('viewer')
  const listener = await listenTo(proxied.console.url, visitor)
  const other = await listenTo(proxied.console.url, proxied.admin)
  expect((await visitor.call('DELETE', '/api/session')).status).toBe(200)
  await expect.poll(() => listener.isOver()).toBe(true)

  const removed = await proxied.console.person('operator')
  const name = ((await removed.call('GET', '/api/session')).json as { user: { name: string } }).user.name
  const theirs = await listenTo(proxied.console.url, removed)
  expect((await proxied.admin.call('DELETE', `/api/users/${name}`)).status).toBe(200)
  await expect.poll(() => theirs.isOver()).toBe(true)
  expect(other.isOver()).toBe(false)
  other.close()
})
