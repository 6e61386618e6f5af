import type { Session } from '@vsnap/vsnap-api/session.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contentsOf, storedSnapshots, writeBytes } from '../testing/contents.ts'
import { forwarderTo, type Forwarder } from '../testing/forwarder.ts'
import { partnersWith, sessionEnd, sessionWhen, Site } from '../testing/pair.ts'

const KiB = 1024
const [near, far] = [new Site(), new Site()]
let network: Forwarder
let partner_id: string

beforeAll(async () => {
  await Promise.all([near.begin(), far.begin()])
  network = await forwarderTo(far.port)
  partner_id = await partnersWith(near, far, network.port)
})
afterEach(() => {
  near.control({})
  far.control({})
  network.mend()
})
afterAll(async () => {
  await network.close()
  await Promise.all([near.end(), far.end()])
})

let count = 0

/** A volume with so many bytes in it, and its relationship. */
async function related(bytes = 0): Promise<{ volume: string; name: string; rel: string }> {
  count += 1
  const name = `v${count}`
  const { id } = await near.call.volumeCreate({ body: { name, volume_type: 'filesystem', pool_id: '1' } })
  if (bytes > 0) writeBytes(near.dir, name, bytes)
  const { id: rel } = await near.call.relationshipCreate({ params: { id }, body: { partner_id } })
  return { volume: id, name, rel }
}

const start = (rel: string, body: { snap_id?: string; remote_snap_name?: string } = {}) =>
  near.call.sessionStart({ params: { id: rel }, body })
const cancel = (id: string) => near.call.sessionCancel({ params: { id }, body: { action: 'cancel' } })
const end = ({ id }: Session) => sessionEnd(near.call, id)
const replicate = async (rel: string, body = {}) => end(await start(rel, body))
const relationship = (rel: string) => near.call.relationshipView({ params: { id: rel } })
const sending = ({ id }: Session) => sessionWhen(near.call, id, ({ size_sent }) => (size_sent ?? 0) > 0)

/** That the replica has exactly these of its primary's snapshots, with the same content. */
function expectCopied(name: string, snapshots: readonly (string | null | undefined)[]): void {
  const [here, there] = [contentsOf(near.dir, name), contentsOf(far.dir, name)]
  expect([...there.keys()]).toEqual(snapshots)
  for (const [snapshot, content] of there) expect(content).toBe(here.get(snapshot))
}

describe('a session', () => {
  it('sends the whole snapshot first, then what changed', async () => {
    const { name, rel } = await related(400 * KiB)
    const first = await replicate(rel)
    expect(first).toMatchObject({ status: 'COMPLETED', message: 'Sent whole.', repl_address: '127.0.0.1' })
    expect(first.size_sent).toBeGreaterThan(400 * KiB)
    const second = await replicate(rel)
    expect(second.message).toBe(`Sent what changed since ${first.local_snap_name}.`)
    expect(second.size_sent).toBeLessThan((first.size_sent ?? 0) / 10)
    expectCopied(name, [first.local_snap_name, second.local_snap_name])
    expect(await relationship(rel)).toMatchObject({
      last_sync_status: 'COMPLETED',
      last_attempt_snap_id: second.local_snap_id,
      last_success_snap_id: second.local_snap_id,
    })
    expect(await far.call.relationshipView({ params: { id: rel } })).toMatchObject({
      last_sync_status: 'COMPLETED',
      last_success_snap_id: second.remote_snap_id,
    })
    const version = async (site: Site, id = '') => (await site.call.snapshotView({ params: { id } })).version_id
    expect(await version(far, second.remote_snap_id ?? '')).toBe(await version(near, second.local_snap_id ?? ''))
  })

  it('shows how far it has come, in bytes that really were sent', async () => {
    const { rel } = await related(200 * KiB)
    near.control({ transfer_rate: 200 * KiB })
    const before = network.bytes()
    const session = await start(rel)
    expect(session).toMatchObject({ status: 'PENDING', size_sent: null, time_started: null, message: null })
    const seen = new Set<number>()
    const ended = await sessionWhen(near.call, session.id, ({ status, size_sent }) => {
      if (status === 'ACTIVE') seen.add(size_sent ?? 0)
      return status === 'COMPLETED'
    })
    expect(seen.size).toBeGreaterThan(4)
    expect(ended.size_sent).toBeGreaterThan(200 * KiB)
    const sent = network.bytes() - before
    expect(sent).toBeGreaterThan(ended.size_sent ?? 0)
    expect(sent).toBeLessThan(1.5 * (ended.size_sent ?? 0))
    expect((ended.time_ended ?? 0) - (ended.time_started ?? 0)).toBeLessThan(10)
  })

  it('takes the snapshot that is given, under the name that is wished for', async () => {
    const { volume, name, rel } = await related()
    const { id } = await near.call.snapshotCreate({ params: { id: volume }, body: { name: 'nightly' } })
    const done = await replicate(rel, { snap_id: id, remote_snap_name: 'copy-of-nightly' })
    expect(done).toMatchObject({ status: 'COMPLETED', local_snap_id: id, remote_snap_name: 'copy-of-nightly' })
    expect([...contentsOf(far.dir, name).keys()]).toEqual(['copy-of-nightly'])
    expect(await replicate(rel, { snap_id: id, remote_snap_name: 'other' })).toMatchObject({
      status: 'COMPLETED',
      size_sent: 0,
      remote_snap_name: 'copy-of-nightly',
      remote_snap_id: done.remote_snap_id,
      message: expect.stringMatching(/had this snapshot already/) as string,
    })
    const second = await near.call.snapshotCreate({ params: { id: volume }, body: {} })
    expect(await replicate(rel, { snap_id: second.id, remote_snap_name: 'copy-of-nightly' })).toMatchObject({
      status: 'FAILED',
      message: expect.stringMatching(/partner .* says: .*copy-of-nightly already/) as string,
    })
  })

  it('is refused for what cannot be sent', async () => {
    const { volume, rel } = await related()
    const other = await related()
    const snapshot = async (id: string) => (await near.call.snapshotCreate({ params: { id }, body: {} })).id
    const old = await snapshot(volume)
    await replicate(rel)
    for (const [refused, status, type] of [
      [() => start(rel, { snap_id: old }), 400, 'InvalidParameterError'],
      [async () => start(rel, { snap_id: await snapshot(other.volume) }), 400, 'InvalidParameterError'],
      [() => start(rel, { snap_id: '99999' }), 404, 'NotFoundError'],
      [() => start(rel, { remote_snap_name: 'a b' }), 400, 'InvalidParameterError'],
      [() => start('nothing'), 404, 'NotFoundError'],
      [() => far.call.sessionStart({ params: { id: rel }, body: {} }), 409, 'NotApplicableError'],
    ] as const) {
      await expect(refused()).rejects.toMatchObject({ status, type })
    }
  })

  it('sends the whole again when the last one is not on both sides any more, and says so', async () => {
    const { name, rel } = await related()
    const first = await replicate(rel)
    await near.call.snapshotDelete({ params: { id: first.local_snap_id ?? '' } })
    const second = await replicate(rel)
    expect(second).toMatchObject({
      status: 'COMPLETED',
      message: expect.stringMatching(/^Sent whole: no snapshot/) as string,
    })
    expect([...contentsOf(far.dir, name).keys()]).toEqual([first.local_snap_name, second.local_snap_name])
  })

  it('waits its turn: one a relationship, four in all, in order', async () => {
    const many = await Promise.all([1, 2, 3, 4, 5].map(() => related(100 * KiB)))
    near.control({ transfer_rate: 100 * KiB })
    const sessions: Session[] = []
    for (const { rel } of many) sessions.push(await start(rel))
    sessions.push(await start(many[0]?.rel ?? ''))
    const statuses = async () =>
      Promise.all(sessions.map(async ({ id }) => (await near.call.sessionView({ params: { id } })).status))
    expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'PENDING', 'PENDING'])
    const ended = await Promise.all(sessions.map(end))
    expect(ended.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'COMPLETED'))
    expect(ended[5]?.time_started).toBeGreaterThanOrEqual(ended[0]?.time_ended ?? Number.NaN)
  })

  it('uses an address of the partner that carries replication', async () => {
    const { rel } = await related()
    const [first] = (await far.call.networkList()).networks
    const carry = (services: ('all' | 'mgmt')[]) =>
      far.call.networkUpdate({ params: { id: first?.id ?? '' }, body: { services } })
    await carry(['mgmt'])
    expect(await replicate(rel)).toMatchObject({ status: 'FAILED', message: expect.stringMatching(/repl/) as string })
    await carry(['all'])
    expect(await replicate(rel)).toMatchObject({ status: 'COMPLETED' })
  })
})

describe('a session that is canceled', () => {
  it('ends within a second, and leaves nothing on the partner', async () => {
    const { name, rel } = await related(100 * KiB)
    near.control({ transfer_rate: 10 * KiB })
    const session = await start(rel)
    await sending(session)
    const stored = storedSnapshots(far.dir)
    const began = performance.now()
    expect(await cancel(session.id)).toMatchObject({ status: 'FAILED', message: 'Canceled' })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(storedSnapshots(far.dir)).toBe(stored)
    expectCopied(name, [])
    await expect(cancel(session.id)).rejects.toMatchObject({ status: 409, type: 'NotApplicableError' })
    near.control({})
    expect(await replicate(rel)).toMatchObject({ status: 'COMPLETED' })
  })

  it('is not begun when it was waiting', async () => {
    const { rel } = await related(100 * KiB)
    near.control({ transfer_rate: 10 * KiB })
    const [first, second] = [await start(rel), await start(rel)]
    expect(await cancel(second.id)).toMatchObject({ status: 'FAILED', message: 'Canceled', time_started: null })
    await cancel(first.id)
  })
})

describe('what goes wrong on the way', () => {
  /** A relationship with one snapshot on both sides, and a session that is just sending a second one. */
  async function underWay() {
    const { name, volume, rel } = await related(100 * KiB)
    const first = await replicate(rel)
    writeBytes(near.dir, name, 300 * KiB)
    near.control({ transfer_rate: 20 * KiB })
    const session = await start(rel)
    await sending(session)
    return { name, volume, rel, first, session }
  }

  const reason = async ({ session }: Awaited<ReturnType<typeof underWay>>) => (await end(session)).message

  /** That the session failed, the replica is at the last complete snapshot, and the next session works. */
  async function expectRecovered({ name, rel, first, session }: Awaited<ReturnType<typeof underWay>>): Promise<void> {
    const failed = await end(session)
    expect(failed.status).toBe('FAILED')
    expect(failed.time_ended).toBeGreaterThanOrEqual(failed.time_started ?? Number.NaN)
    expect(await relationship(rel)).toMatchObject({
      last_sync_status: 'FAILED',
      last_attempt_snap_id: session.local_snap_id,
      last_success_snap_id: first.local_snap_id,
    })
    expectCopied(name, [first.local_snap_name])
    near.control({})
    const next = await replicate(rel)
    expect(next).toMatchObject({
      status: 'COMPLETED',
      message: expect.stringContaining(`since ${first.local_snap_name}`) as string,
    })
    expectCopied(name, [first.local_snap_name, next.local_snap_name])
  }

  it('the partner is killed', async () => {
    const what = await underWay()
    await far.kill()
    expect(await reason(what)).toMatch(/cannot be reached/)
    await far.start()
    await expectRecovered(what)
  })

  it('the network is cut', async () => {
    const what = await underWay()
    network.cut()
    expect(await reason(what)).toMatch(/cannot be reached: the connection was cut/)
    network.mend()
    await expectRecovered(what)
  })

  it('the snapshot is deleted', async () => {
    const what = await underWay()
    await near.call.snapshotDelete({ params: { id: what.session.local_snap_id ?? '' } })
    expect(await reason(what)).toMatch(/was deleted while it was being sent/)
    await expectRecovered(what)
  })

  it('the snapshot is deleted before its turn comes', async () => {
    const { rel, session } = await underWay()
    const waiting = await start(rel)
    await near.call.snapshotDelete({ params: { id: waiting.local_snap_id ?? '' } })
    await cancel(session.id)
    expect(await end(waiting)).toMatchObject({
      status: 'FAILED',
      message: expect.stringMatching(/deleted before it was sent/) as string,
    })
  })

  it('the appliance itself is killed', async () => {
    const what = await underWay()
    await near.kill()
    await near.start()
    expect(await reason(what)).toMatch(/stopped while it was sending/)
    await expectRecovered(what)
  })

  it('the appliance itself is killed, and what was waiting goes on by itself', async () => {
    const { name, rel, first } = await underWay()
    const waiting = await start(rel)
    await near.kill()
    near.control({})
    await near.start()
    expect(await end(waiting)).toMatchObject({ status: 'COMPLETED' })
    expectCopied(name, [first.local_snap_name, waiting.local_snap_name])
  })

  it('the appliance itself is stopped', async () => {
    const what = await underWay()
    expect(await near.process.stop()).toBe(0)
    await near.start()
    expect(await reason(what)).toMatch(/was stopped/)
    await expectRecovered(what)
  })

  it('the partner dies when its storage has all of it, and nobody has heard', async () => {
    const { name, rel } = await related()
    const first = await replicate(rel)
    far.control({ crashing_calls: ['receive'] })
    const second = await replicate(rel)
    expect(second).toMatchObject({ status: 'FAILED' })
    far.control({})
    const stored = storedSnapshots(far.dir)
    await far.start()
    expect(storedSnapshots(far.dir)).toBe(stored - 1)
    expectCopied(name, [first.local_snap_name])
    const third = await replicate(rel)
    expect(third.message).toBe(`Sent what changed since ${first.local_snap_name}.`)
    expectCopied(name, [first.local_snap_name, third.local_snap_name])
  })

  it('the partner’s storage fails', async () => {
    const { name, rel } = await related()
    far.control({ failing_calls: ['receive'] })
    expect(await replicate(rel)).toMatchObject({
      status: 'FAILED',
      message: expect.stringMatching(/partner .* says: The engine failed in receive/) as string,
    })
    far.control({})
    expectCopied(name, [])
    expect(await replicate(rel)).toMatchObject({ status: 'COMPLETED' })
  })

  it('the partner is full', async () => {
    const small = new Site(1, 2 * KiB ** 2)
    await small.begin()
    const partner = await partnersWith(near, small)
    const { volume, name } = await related()
    const { id } = await near.call.relationshipCreate({ params: { id: volume }, body: { partner_id: partner } })
    const first = await replicate(id)
    expect(first.status).toBe('COMPLETED')
    writeBytes(near.dir, name, 3 * KiB ** 2)
    expect(await replicate(id)).toMatchObject({
      status: 'FAILED',
      message: expect.stringMatching(/partner .* says: Pool pool is full/) as string,
    })
    expect([...contentsOf(small.dir, name).keys()]).toEqual([first.local_snap_name])
    await small.end()
  })
})
