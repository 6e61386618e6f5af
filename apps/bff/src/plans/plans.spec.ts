import type { Plan, PlanStep } from '@vsnap/console-api/plan.ts'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RealAppliance, startRealAppliance } from '../testing/appliance-process.ts'
import { startTestConsole, type TestAnswer, type TestConsole, type Visitor } from '../testing/console.ts'

let console: TestConsole
let admin: Visitor
let appliances: [RealAppliance, RealAppliance]
let ids: [string, string]

beforeAll(async () => {
  console = await startTestConsole({ waits: { plans: { every: 50, lost: 20_000 } } })
  admin = await console.admin()
  appliances = await Promise.all([startRealAppliance(), startRealAppliance()])
  const [first, second] = await Promise.all(
    appliances.map(async ({ url, account, fingerprint }, n) => {
      const added = await admin.call('POST', '/api/appliances', {
        body: { name: `vsnap-${n}`, url, ...account, fingerprint },
      })
      return (added.json as { id: string }).id
    }),
  )
  ids = [first ?? '', second ?? '']
})
afterAll(async () => {
  await console.end()
  await Promise.all(appliances.map((one) => one.end()))
})

const submit = (
  steps: unknown,
  { by = admin, key = randomUUID() as string, title = 'a plan' } = {},
): Promise<TestAnswer> => by.call('POST', '/api/plans', { body: { title, steps }, headers: { 'idempotency-key': key } })
const planOf = ({ json }: TestAnswer) => json as Plan
const view = async (id: string, by = admin) => planOf(await by.call('GET', `/api/plans/${id}`))
const act = (id: string, body: unknown, by = admin) => by.call('POST', `/api/plans/${id}`, { body })
const going = ['queued', 'running', 'waiting']
async function ended(answer: TestAnswer): Promise<Plan> {
  expect([200, 202], answer.text).toContain(answer.status)
  const { id } = planOf(answer)
  await expect.poll(async () => going.includes((await view(id)).state)).toBe(false)
  return view(id)
}
const states = ({ steps }: Plan) => steps.map(({ state }) => state)
const errors = ({ steps }: Plan) => steps.map(({ error }) => error?.type ?? null)
let count = 0
const unique = (what: string) => `${what}-${++count}`

const pool = (name: string, appliance = ids[0]) => ({
  appliance,
  operation: 'poolCreate',
  body: { name, pool_type: 'raid0', disk_list: [] as string[] },
})
const host = (name: string, appliance = ids[0]) => ({ appliance, operation: 'hostCreate', body: { name } })
const volume = (name: string, pool_id: unknown, appliance = ids[0]) => ({
  appliance,
  operation: 'volumeCreate',
  body: { name, volume_type: 'filesystem', pool_id },
})
/** A pool of one disk, to be used by many tests. */
async function freshPool(n: 0 | 1 = 0): Promise<string> {
  const { disks } = (await appliances[n].call('GET', '/disk?used_as=unused')) as { disks: { uuid: string }[] }
  const body = { name: unique('pool'), pool_type: 'raid0', disk_list: [disks[0]?.uuid] }
  return ((await appliances[n].call('POST', '/pool', body)) as { id: string }).id
}
const namesOf = async (n: 0 | 1, resource: string) => {
  const answer = (await appliances[n].call('GET', `/${resource}`)) as Record<string, { name: string }[]>
  return answer[`${resource}s`]?.map(({ name }) => name) ?? []
}

test('steps follow each other, later ones use the answers of earlier ones, and it goes on by itself', async () => {
  const pool_id = await freshPool()
  const name = unique('volume')
  const submitted = await submit([
    volume(name, pool_id),
    {
      appliance: ids[0],
      operation: 'shareCreate',
      about: name,
      params: { id: { $ref: 'steps.0.result.id' } },
      body: { share_type: 'nfs', share_options: { allowed_hosts: ['all'] } },
    },
    {
      appliance: ids[0],
      operation: 'snapshotCreate',
      params: { id: { $ref: 'steps.0.result.id' } },
      body: { name: 'first' },
    },
    {
      appliance: ids[0],
      operation: 'volumeClone',
      body: { name: `${name}-clone`, snapshot_id: { $ref: 'steps.2.result.id' } },
    },
  ])
  expect(submitted.status).toBe(202)
  expect(planOf(submitted)).toMatchObject({
    title: 'a plan',
    user: 'admin',
    actor: 'admin',
    total: 4,
    appliances: [{ id: ids[0], name: 'vsnap-0' }],
  })
  const plan = await ended(submitted)
  expect(plan).toMatchObject({
    state: 'succeeded',
    undoing: false,
    counts: { succeeded: 4, failed: 0 },
    time_ended: expect.any(Number),
  })
  const [made, share] = plan.steps as [PlanStep, PlanStep]
  const { id } = made.answer as { id: string }
  expect(made).toMatchObject({
    title: 'Create volume',
    state: 'succeeded',
    status: 200,
    call: { method: 'POST', path: '/volume' },
    answer: { name, volume_type: 'filesystem' },
    undo: 'volumeDelete',
    about: null,
    error: null,
    found: false,
  })
  expect(share).toMatchObject({
    call: { method: 'POST', path: `/volume/${id}/share` },
    about: name,
    params: { id: { $ref: 'steps.0.result.id' } },
    undo: 'shareDelete',
  })
  expect(await appliances[0].call('GET', `/volume/${id}`)).toMatchObject({
    name,
    share_id: (share.answer as { id: string }).id,
  })
  expect(await namesOf(0, 'volume')).toEqual(expect.arrayContaining([name, `${name}-clone`]))

  const { entries } = (await admin.call('GET', '/api/audit?limit=10')).json as {
    entries: { operation: string; request_id: string; state: string; user: string }[]
  }
  for (const { operation, request_id } of plan.steps)
    expect(entries).toContainEqual(expect.objectContaining({ operation, request_id, state: 'done', user: 'admin' }))
})

test('the same submit twice, also at once, makes one plan; another one with its key is refused', async () => {
  const key = randomUUID()
  const steps = [host(unique('host'))]
  const answers = await Promise.all(Array.from({ length: 5 }, () => submit(steps, { key })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
  const made = new Set(answers.map((answer) => planOf(answer).id))
  expect(made.size).toBe(1)
  await ended(answers[0] as TestAnswer)
  const later = await submit(steps, { key })
  expect([later.status, planOf(later).id]).toEqual([202, [...made][0]])
  expect((await namesOf(0, 'host')).filter((name) => name === steps[0]?.body.name)).toHaveLength(1)

  expect(await submit([host(unique('host'))], { key })).toMatchObject({
    status: 409,
    json: { error: { type: 'IdempotencyKeyReused' } },
  })
  const operator = await console.person('operator')
  const theirs = await submit([host(unique('host'))], { key, by: operator })
  expect(theirs.status).toBe(202)
  await ended(theirs)
  for (const wrong of ['', 'short', 'with spaces in it', 'x'.repeat(129)])
    expect((await submit(steps, { key: wrong })).status, wrong).toBe(400)
  expect((await admin.call('POST', '/api/plans', { body: { title: 'x', steps } })).json).toMatchObject({
    error: { field: 'Idempotency-Key' },
  })
})

test('everything is checked before anything is done', async () => {
  const made = { appliance: ids[0], operation: 'snapshotCreate', params: { id: '1' }, body: {} }
  const ref = (text: unknown) => [made, { ...made, params: { id: { $ref: text } } }]
  const wrong: [unknown, string | undefined][] = [
    [[], 'steps'],
    [[{ ...made, appliance: 'nobody' }], 'steps.0.appliance'],
    [[{ ...made, operation: 'nothing' }], 'steps.0.operation'],
    [[{ ...made, operation: '__proto__' }], 'steps.0.operation'],
    [[{ ...made, params: { id: '../x' } }], 'steps.0.params.id'],
    [[{ ...made, params: {} }], 'steps.0.params.id'],
    [[made, { ...made, body: { nonsense: 1 } }], 'steps.1.body'],
    [[{ ...made, query: { x: 1 } }], 'steps.0.query'],
    [
      [volume('v', '1'), { ...volume('v', '1'), body: { name: 'v', volume_type: 'lun', pool_id: '1' } }],
      'steps.1.body.size_total',
    ],
    [ref('steps.0.result.nothing'), 'steps.1.params.id'],
    [ref('steps.0.result'), 'steps.1.params.id'],
    [ref('steps.0.result.id.x'), 'steps.1.params.id'],
    [ref('steps.0.result.constructor'), 'steps.1.params.id'],
    [ref('steps.1.result.id'), 'steps.1.params.id'],
    [ref('steps.2.result.id'), 'steps.1.params.id'],
    [ref('steps.0.body.name'), 'steps.1.params.id'],
    [ref(1), 'steps.1.params.id'],
    [[{ ...made, params: { id: { $sealed: 'v1.x.y.z' } } }], 'steps.0.params.id'],
    [[{ ...made, body: { name: { $secret: `appliance:${ids[1]}` } } }], 'steps.0.body.name'],
    [[{ ...made, extra: 1 }], 'steps.0'],
  ]
  for (const [steps, field] of wrong) {
    const answer = await submit(steps)
    expect(answer, JSON.stringify(steps)).toMatchObject({
      status: 400,
      json: { error: { type: 'InvalidParameterError', field } },
    })
  }
  expect((await submit(Array.from({ length: 1001 }, () => made))).status).toBe(400)
  const { plans } = (await admin.call('GET', '/api/plans?limit=1000')).json as { plans: Plan[] }
  expect(plans.filter(({ state }) => state !== 'succeeded')).toEqual([])
})

test('a viewer sees plans and makes none; an operator makes those that they may, and acts on no other', async () => {
  const [viewer, operator] = [await console.person('viewer'), await console.person('operator')]
  const steps = [host(unique('host'))]
  expect(await submit(steps, { by: viewer })).toMatchObject({ status: 403 })
  expect(await submit([pool('p')], { by: operator })).toMatchObject({
    status: 403,
    json: { error: { message: expect.stringContaining('Create pool takes the role admin') } },
  })
  const own = await ended(await submit(steps, { by: operator }))
  expect(await view(own.id, viewer)).toMatchObject({ id: own.id, user: own.user, state: 'succeeded' })
  expect((await viewer.call('GET', '/api/plans')).json).toMatchObject({
    plans: expect.arrayContaining([expect.objectContaining({ id: own.id })]),
  })
  expect((await act(own.id, { action: 'undo' }, viewer)).status).toBe(403)
  const theirs = await ended(await submit([{ appliance: ids[0], operation: 'poolDelete', params: { id: '999' } }]))
  expect((await act(theirs.id, { action: 'retry' }, operator)).status).toBe(403)
  expect((await console.visitor().call('GET', '/api/plans')).status).toBe(401)
})

test('rights are those of this moment: who has become a viewer does nothing more', async () => {
  const operator = await console.person('operator')
  const plan = await ended(
    await submit([{ appliance: ids[0], operation: 'volumeDelete', params: { id: '9999' } }], { by: operator }),
  )
  expect(errors(plan)).toEqual(['NotFoundError'])
  await act(plan.id, { action: 'retry' }, operator)
  const again = await view(plan.id)
  await admin.call('PATCH', `/api/users/${plan.user}`, { body: { role: 'viewer' } })
  expect(again.actor).toBe(plan.user)
  const after = await ended(await act(plan.id, { action: 'retry' }))
  expect(after.actor).toBe('admin')
  expect(errors(after)).toEqual(['NotFoundError'])
})

test('a step that fails holds up its own appliance only; retry goes on from there', async () => {
  const taken = unique('host')
  await appliances[0].call('POST', '/host', { name: taken })
  const [a, b, c] = [unique('host'), unique('host'), unique('host')]
  const plan = await ended(await submit([host(a), host(taken), host(b), host(c, ids[1])]))
  expect(plan.state).toBe('failed')
  expect(states(plan)).toEqual(['succeeded', 'failed', 'queued', 'succeeded'])
  expect(plan.steps[1]).toMatchObject({
    error: { type: 'AlreadyExistsError', message: expect.stringContaining(taken) },
    status: expect.any(Number),
  })
  const { hosts } = (await appliances[0].call('GET', '/host')) as { hosts: { id: string; name: string }[] }
  await appliances[0].call('DELETE', `/host/${hosts.find(({ name }) => name === taken)?.id}`)
  const retried = await ended(await act(plan.id, { action: 'retry' }))
  expect(states(retried)).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded'])
  expect(retried.steps[1]?.request_id).not.toBe(plan.steps[1]?.request_id)
  expect(retried.steps[0]?.request_id).toBe(plan.steps[0]?.request_id)
  expect((await namesOf(0, 'host')).filter((name) => name === a)).toHaveLength(1)
  expect((await act(plan.id, { action: 'retry' })).json).toMatchObject({ error: { type: 'PlanStateError' } })
})

test('skip leaves out what failed, and what needs its answer, also on another appliance', async () => {
  const taken = unique('volume')
  const pool_id = await freshPool()
  await appliances[0].call('POST', '/volume', { name: taken, volume_type: 'filesystem', pool_id })
  const name = unique('host')
  const plan = await ended(
    await submit([
      volume(taken, pool_id),
      { appliance: ids[0], operation: 'snapshotCreate', params: { id: { $ref: 'steps.0.result.id' } }, body: {} },
      host(name),
      { appliance: ids[1], operation: 'volumeDelete', params: { id: { $ref: 'steps.0.result.id' } } },
      host(unique('host'), ids[1]),
    ]),
  )
  expect(states(plan)).toEqual(['failed', 'queued', 'queued', 'queued', 'queued'])
  const skipped = await ended(await act(plan.id, { action: 'skip' }))
  expect(states(skipped)).toEqual(['cancelled', 'cancelled', 'succeeded', 'cancelled', 'succeeded'])
  expect(errors(skipped)).toEqual(['Skipped', 'NeedsSkipped', null, 'NeedsSkipped', null])
  expect(skipped.state).toBe('succeeded')
  expect(await namesOf(0, 'host')).toContain(name)
})

test('undo takes back what was made, the newest first, and says what it leaves', async () => {
  const pool_id = await freshPool()
  const [name, lun, who] = [unique('volume'), unique('lun'), unique('host')]
  const plan = await ended(
    await submit([
      volume(name, pool_id),
      { appliance: ids[0], operation: 'snapshotCreate', params: { id: { $ref: 'steps.0.result.id' } }, body: {} },
      {
        appliance: ids[0],
        operation: 'volumeCreate',
        body: { name: lun, volume_type: 'lun', pool_id, size_total: 1048576 },
      },
      host(who),
      {
        appliance: ids[0],
        operation: 'hostMap',
        params: { id: { $ref: 'steps.3.result.id' } },
        body: { action: 'map', vol_id: { $ref: 'steps.2.result.id' } },
      },
      {
        appliance: ids[0],
        operation: 'volumeUpdate',
        params: { id: { $ref: 'steps.2.result.id' } },
        body: { size_total: '2097152' },
      },
      host(unique('host'), ids[1]),
    ]),
  )
  expect(plan.state).toBe('succeeded')
  expect(plan.steps.map(({ undo }) => undo)).toEqual([
    'volumeDelete',
    'snapshotDelete',
    'volumeDelete',
    'hostDelete',
    'hostUnmap',
    null,
    'hostDelete',
  ])
  const undone = await ended(await act(plan.id, { action: 'undo' }))
  expect(undone).toMatchObject({ state: 'undone', undoing: true })
  expect(states(undone)).toEqual(['undone', 'undone', 'undone', 'undone', 'undone', 'succeeded', 'undone'])
  expect(undone.steps[5]?.error).toMatchObject({ type: 'NotUndoable' })
  const volumes = await namesOf(0, 'volume')
  expect([name, lun].filter((one) => volumes.includes(one))).toEqual([])
  expect(await namesOf(0, 'host')).not.toContain(who)
  const { entries } = (await admin.call('GET', '/api/audit?limit=20')).json as { entries: { operation: string }[] }
  const made = entries.map(({ operation }) => operation).toReversed()
  const from = made.lastIndexOf('planAct') + 1
  expect(made.slice(from)).toEqual([
    'hostDelete',
    'hostUnmap',
    'hostDelete',
    'volumeDelete',
    'snapshotDelete',
    'volumeDelete',
  ])
  for (const action of ['undo', 'retry', 'skip', 'cancel'])
    expect((await act(plan.id, { action })).status, action).toBe(409)
})

test('undo takes nothing away that others have put into what was made', async () => {
  const { disks } = (await appliances[1].call('GET', '/disk?used_as=unused')) as { disks: { uuid: string }[] }
  const made = {
    ...pool(unique('pool'), ids[1]),
    body: { name: unique('pool'), pool_type: 'raid0', disk_list: [disks[0]?.uuid] },
  }
  const plan = await ended(await submit([made]))
  const [id] = plan.steps.map(({ answer }) => (answer as { id: string }).id)
  const theirs = (await appliances[1].call('POST', '/volume', {
    name: unique('volume'),
    volume_type: 'filesystem',
    pool_id: id,
  })) as { id: string }
  const kept = await ended(await act(plan.id, { action: 'undo' }))
  expect(kept.state).toBe('failed')
  expect(errors(kept)).toEqual(['StillInUse'])
  await appliances[1].call('DELETE', `/volume/${theirs.id}`)
  const undone = await ended(await act(plan.id, { action: 'undo' }))
  expect(undone.state).toBe('undone')
  expect(await appliances[1].call('GET', `/pool/${id}`)).toMatchObject({ error: { type: 'NotFoundError' } })

  // What one that stays was made in stays too, and says for which step; the rest goes.
  const both = await ended(
    await submit([made, volume(unique('volume'), { $ref: 'steps.0.result.id' }, ids[1]), host(unique('host'), ids[1])]),
  )
  const [, own] = both.steps.map(({ answer }) => (answer as { id: string }).id)
  const snapshot = (await appliances[1].call('POST', `/volume/${own}/snapshot`, {})) as { id: string }
  const part = await ended(await act(both.id, { action: 'undo' }))
  expect([part.state, ...states(part)]).toEqual(['failed', 'succeeded', 'succeeded', 'undone'])
  expect(errors(part)).toEqual(['LeftInPlace', 'StillInUse', null])
  expect(part.steps[0]?.error?.message).toBe('Step 2 needs it, and could not be undone.')
  await appliances[1].call('DELETE', `/snapshot/${snapshot.id}`)
  expect((await ended(await act(both.id, { action: 'undo' }))).state).toBe('undone')
})

test('stored secrets are used by an admin only, at the last moment, and typed ones are kept sealed', async () => {
  const partner = (remote_pass: unknown) => ({
    appliance: ids[0],
    operation: 'partnerCreate',
    body: { remote_addr: '127.0.0.1', remote_user: 'vsuser', remote_pass, remote_api_port: String(appliances[1].port) },
  })
  const stored = partner({ $secret: `appliance:${ids[1]}` })
  expect((await submit([stored], { by: await console.person('operator') })).status).toBe(403)
  expect((await submit([partner({ $secret: 'appliance:nobody' })])).json).toMatchObject({
    error: { field: 'steps.0.body.remote_pass' },
  })
  expect((await submit([partner({ $secret: 'console:key' })])).status).toBe(400)
  const typed = 'a-password-that-somebody-typed'
  const plan = await ended(await submit([stored, partner(typed)]))
  const all = JSON.stringify([
    plan,
    (await admin.call('GET', '/api/plans')).json,
    (await admin.call('GET', '/api/audit')).json,
    console.log(),
  ])
  expect(all).not.toContain(typed)
  expect(all).not.toContain('catal0gic')
  for (const file of readdirSync(console.data)) {
    const kept = readFileSync(join(console.data, file)).toString('latin1')
    expect([file, kept.includes(typed), kept.includes('catal0gic')]).toEqual([file, false, false])
  }
  expect(plan.steps[0]?.body).toMatchObject({ remote_pass: { $secret: `appliance:${ids[1]}` } })
  expect(plan.steps[1]?.body).toMatchObject({ remote_pass: '(not kept)' })
  expect(states(plan)).toEqual(['succeeded', 'failed'])
  expect((await ended(await act(plan.id, { action: 'undo' }))).state).toBe('undone')
  expect(await appliances[0].call('GET', '/partner')).toMatchObject({ partners: [] })
})

test('a volume is replicated by one plan: partner, volume, relationship, and its session to the end; and taken back', async () => {
  const [pool_id, remote_pool_id] = [await freshPool(0), await freshPool(1)]
  const name = unique('replicated')
  const partner = {
    remote_addr: '127.0.0.1',
    remote_user: 'vsuser',
    remote_pass: { $secret: `appliance:${ids[1]}` },
    remote_api_port: String(appliances[1].port),
    local_addr: '127.0.0.1',
    local_api_port: String(appliances[0].port),
  }
  const on = (operation: string, body: object, params?: object) => ({
    appliance: ids[0],
    operation,
    body,
    ...(params && { params }),
  })
  const plan = await ended(
    await submit([
      on('partnerCreate', partner),
      volume(name, pool_id),
      on(
        'relationshipCreate',
        { partner_id: { $ref: 'steps.0.result.id' }, remote_pool_id },
        { id: { $ref: 'steps.1.result.id' } },
      ),
      on('sessionStart', {}, { id: { $ref: 'steps.2.result.id' } }),
    ]),
  )
  expect(errors(plan)).toEqual([null, null, null, null])
  expect(plan.steps[3]?.answer).toMatchObject({ status: 'COMPLETED' })
  const [, made, relationship] = plan.steps.map(({ answer }) => answer as Record<string, string> | null)
  const replica = relationship?.['remote_vol_id']
  expect(await appliances[1].call('GET', `/volume/${replica}`)).toMatchObject({ pool_id: remote_pool_id })

  // The snapshot that the session made is in the volume: that one is not deleted with it unasked.
  const undone = await ended(await act(plan.id, { action: 'undo' }))
  expect(errors(undone)).toEqual([null, 'StillInUse', null, 'NotUndoable'])
  // Nothing that stays needs the partner, so it goes.
  expect(states(undone)).toEqual(['undone', 'succeeded', 'undone', 'succeeded'])
  expect(undone.steps[1]?.error?.message).toContain('There are snapshots in it')
  // How long a step took is how long it took to do it.
  expect(undone.steps.map(({ time_ended: end }) => end)).toEqual(plan.steps.map(({ time_ended: end }) => end))
  expect(await appliances[1].call('GET', `/volume/${replica}`)).toMatchObject({ error: { type: 'NotFoundError' } })
  await appliances[0].call('DELETE', `/volume/${made?.['id']}`)
})

test('what is long is waited for by looking at the object that the contract names', async () => {
  const fresh = await startRealAppliance({ initialised: false })
  const { url, account, fingerprint } = fresh
  const added = await admin.call('POST', '/api/appliances', {
    body: { name: unique('fresh'), url, ...account, fingerprint },
  })
  const { id } = added.json as { id: string }
  const submitted = await submit([
    {
      appliance: id,
      operation: 'systemInit',
      body: { action: 'init', async: true, multipool: true, skip_pool: true },
    },
    host('after', id),
  ])
  // The overview tells of it once, whichever of the states of a plan that goes on it is in.
  const { activity } = (await admin.call('GET', '/api/fleet')).json as { activity: { plans: object[] } }
  expect(activity.plans).toEqual([{ id: planOf(submitted).id, title: 'a plan', user: 'admin', done: 0, total: 2 }])
  const plan = await ended(submitted)
  expect(states(plan)).toEqual(['succeeded', 'succeeded'])
  expect(plan.steps[0]?.answer).toMatchObject({ init_status: 'Ready' })
  expect((await admin.call('GET', `/api/appliances/${id}`)).json).toMatchObject({
    state: 'online',
    init_status: 'Ready',
  })
  await admin.call('DELETE', `/api/appliances/${id}`)
  await fresh.end()
  const gone = await submit([host('x', id)])
  expect(gone.json).toMatchObject({ error: { field: 'steps.0.appliance' } })
})

test('an appliance that is killed in the middle: what was sent is looked up when it is back, and the rest goes on', async () => {
  // So many that it is not over before it is looked at.
  const names = Array.from({ length: 200 }, () => unique('host'))
  const submitted = await submit(names.map((name) => host(name, ids[1])))
  await expect.poll(async () => (await view(planOf(submitted).id)).counts.succeeded, { interval: 5 }).toBeGreaterThan(2)
  await appliances[1].kill()
  const { id } = planOf(submitted)
  await expect
    .poll(async () => (await view(id)).steps.some(({ state }) => state === 'failed' || state === 'running'))
    .toBe(true)
  await appliances[1].start()
  let plan = await ended(submitted)
  if (plan.state === 'failed') plan = await ended(await act(id, { action: 'retry' }))
  expect([plan.state, errors(plan)]).toEqual(['succeeded', names.map(() => null)])
  const there = await namesOf(1, 'host')
  expect(names.filter((name) => there.filter((one) => one === name).length !== 1)).toEqual([])
})

test('an appliance that cannot be reached fails its step at once, and nothing of it is doubtful', async () => {
  await appliances[1].kill()
  const plan = await ended(await submit([host(unique('host'), ids[1]), host(unique('host'))]))
  expect(states(plan)).toEqual(['failed', 'succeeded'])
  expect(errors(plan)).toEqual(['ApplianceUnreachable', null])
  const { entries } = (await admin.call('GET', '/api/audit?limit=10')).json as {
    entries: { request_id: string; state: string }[]
  }
  expect(entries.find(({ request_id }) => request_id === plan.steps[0]?.request_id)).toMatchObject({ state: 'refused' })
  await appliances[1].start()
  expect((await ended(await act(plan.id, { action: 'retry' }))).state).toBe('succeeded')
})

test('the list: the newest first, by state, in pages', async () => {
  const made: string[] = []
  for (let n = 0; n < 3; n++) made.unshift((await ended(await submit([host(unique('host'))]))).id)
  const list = async (query: string) =>
    (await admin.call('GET', `/api/plans${query}`)).json as { plans: Plan[]; next: string | null; total: number }
  const first = await list('?limit=2')
  expect(first.plans.map(({ id }) => id)).toEqual(made.slice(0, 2))
  expect(first.plans[0]).not.toHaveProperty('steps')
  expect(first.plans[0]).toMatchObject({ counts: { succeeded: 1 }, total: 1, appliances: [{ name: 'vsnap-0' }] })
  const second = await list(`?limit=1&cursor=${first.next}`)
  expect(second.plans.map(({ id }) => id)).toEqual(made.slice(2))
  expect((await list('?state=undone')).plans.every(({ state }) => state === 'undone')).toBe(true)
  expect((await admin.call('GET', '/api/plans?state=x')).status).toBe(400)
  expect((await admin.call('GET', '/api/plans/nothing')).status).toBe(404)
})
