import type { Plan } from '@vsnap/console-api/plan.ts'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type RealAppliance, startRealAppliance } from '../testing/appliance-process.ts'
import { adminPassword, newVisitor, type Visitor } from '../testing/console.ts'
import { type ConsoleProcess, startConsoleProcess } from '../testing/console-process.ts'
import { type Gate, type Passing, startGate } from '../testing/gate.ts'

// Each of these starts real processes again and again.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let appliance: RealAppliance
let gate: Gate
let data: string
let console: ConsoleProcess
let admin: Visitor
let id: string

beforeAll(async () => {
  appliance = await startRealAppliance({ disks: 8 })
})
afterAll(() => appliance.end())
beforeEach(async () => {
  gate = await startGate(appliance)
  data = mkdtempSync(join(tmpdir(), 'vsnap-crash-'))
  await start()
  admin = newVisitor(console.url)
  await admin.logIn('admin', adminPassword)
  const { url, fingerprint } = gate
  const body = { name: 'vsnap', url, ...appliance.account, fingerprint }
  id = ((await admin.call('POST', '/api/appliances', { body })).json as { id: string }).id
})
afterEach(async () => {
  await console.end('SIGKILL')
  await gate.end()
  rmSync(data, { recursive: true })
})

async function start(): Promise<void> {
  console = await startConsoleProcess(['--data', data], { CONSOLE_ADMIN_PASSWORD: adminPassword })
}
/** The same person after a start: the session was kept. */
async function startAgain(): Promise<void> {
  await start()
  const { cookie } = admin
  admin = newVisitor(console.url)
  admin.cookie = cookie
}
async function killAndStart(): Promise<void> {
  await console.end('SIGKILL')
  gate.hold = () => true
  await startAgain()
}

let count = 0
/** A pool, a volume in it with a share and a snapshot, and a host; all of names of their own. */
async function fiveSteps() {
  const name = `crash-${++count}`
  const { disks } = (await appliance.call('GET', '/disk?used_as=unused')) as { disks: { uuid: string }[] }
  const of = { id: { $ref: 'steps.1.result.id' } }
  const step = (operation: string, body: object, params?: object) => ({
    appliance: id,
    operation,
    body,
    ...(params && { params }),
  })
  return {
    name,
    steps: [
      step('poolCreate', { name, pool_type: 'raid0', disk_list: [disks[0]?.uuid] }),
      step('volumeCreate', { name, volume_type: 'filesystem', pool_id: { $ref: 'steps.0.result.id' } }),
      step('shareCreate', { share_type: 'nfs', share_options: { allowed_hosts: ['all'] } }, of),
      step('snapshotCreate', { name }, of),
      step('hostCreate', { name }),
    ],
  }
}
async function submit(steps: unknown): Promise<string> {
  const answer = await admin.call('POST', '/api/plans', {
    body: { title: 'five', steps },
    headers: { 'idempotency-key': randomUUID() },
  })
  expect(answer.status, answer.text).toBe(202)
  return (answer.json as Plan).id
}
const view = async (plan: string) => (await admin.call('GET', `/api/plans/${plan}`)).json as Plan
const ended = async (plan: string) => {
  await expect.poll(async () => ['queued', 'running', 'waiting'].includes((await view(plan)).state)).toBe(false)
  return view(plan)
}
/** Resolves when the nth write is where `which` says; it is kept there, and everything that comes after it too. */
function held(which: (passing: Passing, nth: number) => boolean): Promise<void> {
  let writes = -1
  return new Promise((resolve) => {
    gate.hold = (passing) => {
      if (passing.method === 'GET') return true
      if (!passing.answered) writes += 1
      if (!which(passing, writes)) return true
      resolve()
      return false
    }
  })
}
const things = ['pool', 'volume', 'snapshot', 'host'] as const
/** How many of each there are on the appliance, by the name that they all have. */
async function made(name: string): Promise<number[]> {
  const lists = await Promise.all(
    things.map(async (thing) => (await appliance.call('GET', `/${thing}`)) as Record<string, { name: string }[]>),
  )
  return lists.map((list, n) => list[`${things[n]}s`]?.filter((one) => one.name === name).length ?? 0)
}

test('killed before each request has reached the appliance, and again before each answer has come back: each is done once', async () => {
  const { name, steps } = await fiveSteps()
  let reached = held(({ answered }, nth) => !answered && nth === 0)
  const plan = await submit(steps)
  for (let n = 0; n < steps.length; n += 1) {
    await reached
    expect(gate.passed.filter(({ method }) => method === 'POST')).toHaveLength(n)
    expect((await view(plan)).steps.map(({ state }) => state)).toEqual(
      steps.map((_, at) => (at < n ? 'succeeded' : at === n ? 'running' : 'queued')),
    )

    // It was sent into nothing: after the start it is looked for, not found, and sent again.
    await console.end('SIGKILL')
    reached = held(({ answered }) => answered)
    await startAgain()
    await reached
    expect(gate.passed.filter(({ method }) => method === 'POST')).toHaveLength(n + 1)

    // It was done, and nobody was told: after the start it is found, and the next one begins.
    await console.end('SIGKILL')
    reached = held(({ answered }, nth) => !answered && nth === 0)
    await startAgain()
  }
  const done = await ended(plan)
  expect(done).toMatchObject({ state: 'succeeded', counts: { succeeded: 5 } })
  expect(done.steps.map(({ found }) => found)).toEqual([true, true, true, true, true])
  expect(gate.passed.filter(({ method }) => method === 'POST')).toHaveLength(5)
  expect(await made(name)).toEqual([1, 1, 1, 1])
  const [, volume, share] = done.steps.map(({ answer }) => answer as { id: string } | null)
  expect(await appliance.call('GET', `/volume/${volume?.id}`)).toMatchObject({
    share_id: share?.id,
  })
  const { entries } = (await admin.call('GET', '/api/audit?limit=100')).json as {
    entries: { state: string; operation: string }[]
  }
  expect(entries.filter(({ state }) => state === 'sent')).toEqual([])
  // Two for each: the one that was sent into nothing, and the one whose answer was lost.
  expect(entries.filter(({ state }) => state === 'unknown')).toHaveLength(10)
})

test('killed the moment that each answer has come back: finished steps stay finished, none is done twice', async () => {
  const { name, steps } = await fiveSteps()
  let killed: Promise<unknown> = new Promise(() => {})
  const arm = () =>
    new Promise<void>((resolve) => {
      gate.hold = ({ method, answered }) => {
        if (method !== 'GET' && answered) {
          // The answer goes out first, and then the console is gone, with it or without it.
          setImmediate(() => {
            killed = console.end('SIGKILL')
            resolve()
          })
        }
        return true
      }
    })
  let next = arm()
  const plan = await submit(steps)
  for (let n = 0; n < steps.length; n += 1) {
    await next
    await killed
    next = arm()
    await startAgain()
    const before = (await view(plan)).steps.filter(({ state }) => state === 'succeeded').length
    expect(before).toBeGreaterThanOrEqual(n)
    if (before === steps.length || (await made(name)).every((there) => there === 1)) break
  }
  gate.hold = () => true
  expect(await ended(plan)).toMatchObject({ state: 'succeeded', counts: { succeeded: 5 } })
  expect(await made(name)).toEqual([1, 1, 1, 1])
})

test('what cannot be found again is told as unknown, and a person decides', async () => {
  const { steps } = await fiveSteps()
  const rescan = { appliance: id, operation: 'diskRescan', body: { action: 'rescan' } }
  const reached = held(({ answered }) => answered)
  const plan = await submit([rescan, steps[4]])
  await reached
  await killAndStart()
  const stuck = await ended(plan)
  expect(stuck.state).toBe('unknown')
  expect(stuck.steps.map(({ state }) => state)).toEqual(['unknown', 'queued'])
  expect(stuck.steps[0]?.error).toMatchObject({
    type: 'OutcomeUnknown',
    message: expect.stringContaining('try it again or skip it'),
  })
  await killAndStart()
  expect((await view(plan)).state).toBe('unknown')
  expect((await admin.call('POST', `/api/plans/${plan}`, { body: { action: 'skip' } })).status).toBe(200)
  const done = await ended(plan)
  expect(done.steps.map(({ state }) => state)).toEqual(['cancelled', 'succeeded'])
})

test('somebody else’s object of the same name is not taken for what was made', async () => {
  const { name, steps } = await fiveSteps()
  const [pool] = steps
  const reached = held(({ answered }) => !answered)
  const plan = await submit([pool])
  await reached
  await console.end('SIGKILL')
  const { disks } = (await appliance.call('GET', '/disk?used_as=unused')) as { disks: { uuid: string }[] }
  await appliance.call('POST', '/pool', { name, pool_type: 'raid0', compression: false, disk_list: [disks[0]?.uuid] })
  gate.hold = () => true
  await startAgain()
  // Nothing that was asked for says otherwise, so this one might be ours; it is never taken back.
  const done = await ended(plan)
  expect(done.steps[0]).toMatchObject({ state: 'succeeded', found: true, undo: null })
  const undone = await admin.call('POST', `/api/plans/${plan}`, { body: { action: 'undo' } })
  expect(undone.status).toBe(200)
  await ended(plan)
  expect(await made(name)).toEqual([1, 0, 0, 0])

  const other = { ...steps[0], body: { ...steps[0]?.body, compression: true } }
  const again = held(({ answered }) => !answered)
  const second = await submit([other])
  await again
  await killAndStart()
  expect((await ended(second)).steps[0]).toMatchObject({
    state: 'unknown',
    error: { message: expect.stringContaining('does not look like the one') },
  })
})

test('a plan that is taken back goes on with that after a kill', async () => {
  const { name, steps } = await fiveSteps()
  const plan = await submit(steps)
  expect((await ended(plan)).state).toBe('succeeded')
  let reached = held(({ answered }) => answered)
  await admin.call('POST', `/api/plans/${plan}`, { body: { action: 'undo' } })
  for (let n = 0; n < steps.length; n += 1) {
    // What was the last to be made is gone, and nobody was told; the next console finds nothing of it, and goes on.
    await reached
    await console.end('SIGKILL')
    reached = held(({ answered }, nth) => answered && nth === 1)
    await startAgain()
  }
  gate.hold = () => true
  const undone = await ended(plan)
  expect(undone.steps.map(({ state }) => state)).toEqual(['undone', 'undone', 'undone', 'undone', 'undone'])
  expect(undone.state).toBe('undone')
  expect(await made(name)).toEqual([0, 0, 0, 0])
})

test('a console that is stopped and started goes on waiting for what goes on', async () => {
  const fresh = await startRealAppliance({ initialised: false })
  const { url, account, fingerprint } = fresh
  const added = await admin.call('POST', '/api/appliances', { body: { name: 'fresh', url, ...account, fingerprint } })
  const appliance = (added.json as { id: string }).id
  const init = { action: 'init', async: true, multipool: true, skip_pool: true }
  const plan = await submit([
    { appliance, operation: 'systemInit', body: init },
    { appliance, operation: 'hostCreate', body: { name: 'after' } },
  ])
  await expect.poll(async () => (await view(plan)).state).toBe('waiting')
  expect(await console.end('SIGTERM')).toBe(0)
  await startAgain()
  expect((await view(plan)).steps.map(({ state }) => state)).toEqual(['waiting', 'queued'])
  await console.end('SIGKILL')
  await startAgain()
  const done = await ended(plan)
  expect(done.state).toBe('succeeded')
  expect(done.steps.map(({ found }) => found)).toEqual([false, false])
  await fresh.end()
})

test('what waits is cancelled, what is under way is seen to its end', async () => {
  const { name, steps } = await fiveSteps()
  let go: (() => void) | undefined
  gate.hold = async ({ method, answered }) => {
    if (method !== 'GET' && answered) await new Promise<void>((resolve) => (go = resolve))
    return true
  }
  const plan = await submit(steps)
  await expect.poll(() => go).toBeDefined()
  const answer = await admin.call('POST', `/api/plans/${plan}`, { body: { action: 'cancel' } })
  expect((answer.json as Plan).steps.map(({ state }) => state)).toEqual([
    'running',
    'cancelled',
    'cancelled',
    'cancelled',
    'cancelled',
  ])
  gate.hold = () => true
  go?.()
  const stopped = await ended(plan)
  expect(stopped.state).toBe('cancelled')
  expect(stopped.steps.map(({ state }) => state)).toEqual([
    'succeeded',
    'cancelled',
    'cancelled',
    'cancelled',
    'cancelled',
  ])
  expect(await made(name)).toEqual([1, 0, 0, 0])
  await admin.call('POST', `/api/plans/${plan}`, { body: { action: 'retry' } })
  expect((await ended(plan)).state).toBe('succeeded')
  expect(await made(name)).toEqual([1, 1, 1, 1])
})

test.each([
  ['before it has done the third step', false],
  ['when it has done the third step and nobody was told', true],
])('the appliance is killed %s: the plan waits for it, looks, and goes on', async (_, after) => {
  const { name, steps } = await fiveSteps()
  let writes = 0
  let killed = false
  gate.hold = async ({ method, answered }) => {
    if (method === 'GET' || killed) return true
    if (!answered) writes += 1
    if (writes < 3 || answered !== after) return true
    killed = true
    await appliance.kill()
    return 'cut'
  }
  const plan = await submit(steps)
  await expect.poll(() => killed).toBe(true)
  const { entries } = (await admin.call('GET', '/api/audit?limit=1')).json as { entries: { operation: string }[] }
  expect(entries[0]?.operation).toBe('shareCreate')
  expect((await view(plan)).steps.map(({ state }) => state)).toEqual([
    'succeeded',
    'succeeded',
    'running',
    'queued',
    'queued',
  ])
  await appliance.start()
  const done = await ended(plan)
  expect(done.state).toBe('succeeded')
  expect(done.steps.map(({ found }) => found)).toEqual([false, false, after, false, false])
  expect(await made(name)).toEqual([1, 1, 1, 1])
})
