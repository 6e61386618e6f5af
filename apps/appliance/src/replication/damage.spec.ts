import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentsOf, storedSnapshots, writeBytes } from '../testing/contents.ts'
import { flip, forwarderTo, type Forwarder } from '../testing/forwarder.ts'
import { partnersWith, sessionEnd, sessionWhen, Site } from '../testing/pair.ts'
import { relayTo, type Relay } from '../testing/relay.ts'

const KiB = 1024
const [near, far] = [new Site(), new Site()]
let relay: Relay
let network: Forwarder
let partner_id: string

beforeAll(async () => {
  await Promise.all([near.begin(), far.begin()])
  relay = await relayTo(far)
  network = await forwarderTo(relay.port)
  partner_id = await partnersWith(near, far, network.port)
})
afterAll(async () => {
  await network.close()
  await relay.close()
  await Promise.all([near.end(), far.end()])
})
beforeEach(() => {
  relay.onMessage(() => undefined)
  near.control({})
})

let count = 0

/** A volume that was replicated once, and has changed since. */
async function replicated() {
  count += 1
  const name = `v${count}`
  const { id } = await near.call.volumeCreate({ body: { name, volume_type: 'filesystem', pool_id: '1' } })
  const { id: rel } = await near.call.relationshipCreate({ params: { id }, body: { partner_id } })
  const first = await session(rel)
  expect(first).toMatchObject({ status: 'COMPLETED' })
  writeBytes(near.dir, name, 300 * KiB)
  return { name, rel, first }
}

const start = (rel: string) => near.call.sessionStart({ params: { id: rel }, body: {} })
const session = async (rel: string) => sessionEnd(near.call, (await start(rel)).id)

const failed = (message: RegExp) => ({
  status: 'FAILED',
  message: expect.stringMatching(message) as string,
})

/** That nothing of a session that failed is on the partner, and the next one works. */
async function expectNothingOf({ name, rel, first }: Awaited<ReturnType<typeof replicated>>): Promise<void> {
  expect([...contentsOf(far.dir, name)]).toEqual([...contentsOf(near.dir, name)].slice(0, 1))
  expect(storedSnapshots(far.dir)).toBe((await far.call.snapshotList()).total)
  expect((await near.call.relationshipView({ params: { id: rel } })).last_success_snap_id).toBe(first.local_snap_id)
  relay.onMessage(() => undefined)
  near.control({})
  const next = await session(rel)
  expect(next).toMatchObject({ status: 'COMPLETED', message: `Sent what changed since ${first.local_snap_name}.` })
  expect(contentsOf(far.dir, name).get(next.local_snap_name ?? '')).toBe(
    contentsOf(near.dir, name).get(next.local_snap_name ?? ''),
  )
}

/** Bytes of a transfer: `PUT /peer/transfer/<id>/<offset>`. */
const chunk = /^\/peer\/transfer\/[^/]+\/(\d+)$/
const commit = /^\/peer\/transfer\/[^/]+$/

describe('a byte that is changed between the two ends', () => {
  it('is found by the partner, which compares its checksum with what was sent', async () => {
    const what = await replicated()
    relay.onMessage(({ path, isAnswer, bytes }) => {
      const [, offset = '0'] = chunk.exec(path) ?? []
      if (!isAnswer && Number(offset) > 100 * KiB) flip(bytes, 0)
    })
    expect(await session(what.rel)).toMatchObject(failed(/partner .* says: What arrived is not what was sent/))
    await expectNothingOf(what)
  })

  it('is found by the partner’s storage, when the checksum of the transfer was made after it', async () => {
    const what = await replicated()
    const sum = createHash('sha256')
    relay.onMessage(({ path, isAnswer, bytes }) => {
      if (isAnswer) return
      const [, offset] = chunk.exec(path) ?? []
      if (offset !== undefined) {
        if (Number(offset) > 100 * KiB) flip(bytes, 0)
        sum.update(bytes)
      } else if (commit.test(path) && bytes.length > 0) {
        const said = JSON.parse(bytes.toString()) as { sha256: string }
        bytes.write(bytes.toString().replace(said.sha256, sum.digest('hex')))
      }
    })
    expect(await session(what.rel)).toMatchObject(failed(/partner .* says: The stream was damaged on its way/))
    await expectNothingOf(what)
  })

  it('is found by the sender, when the partner says that it has something else', async () => {
    const { rel, first } = await replicated()
    relay.onMessage(({ path, isAnswer, bytes }) => {
      if (!isAnswer || !commit.test(path)) return
      const at = bytes.indexOf('"sha256":"') + '"sha256":"'.length
      bytes.write(bytes.toString('utf8', at, at + 1) === '0' ? '1' : '0', at)
    })
    expect(await session(rel)).toMatchObject({
      status: 'FAILED',
      message: 'The partner has another checksum of what was sent.',
    })
    expect(await near.call.relationshipView({ params: { id: rel } })).toMatchObject({
      last_sync_status: 'FAILED',
      last_success_snap_id: first.local_snap_id,
    })
    relay.onMessage(() => undefined)
    expect(await session(rel)).toMatchObject({ status: 'COMPLETED' })
  })
})

describe('a byte that is changed on the wire', () => {
  it('ends the session, since nobody can read any more what was encrypted', async () => {
    const what = await replicated()
    near.control({ transfer_rate: 50 * KiB })
    const { id } = await start(what.rel)
    await sessionWhen(near.call, id, ({ size_sent }) => (size_sent ?? 0) > 0)
    network.damage()
    expect(await sessionEnd(near.call, id)).toMatchObject(
      failed(/cannot be reached: the connection ended because bytes were changed on the way\.$/),
    )
    await expectNothingOf(what)
  })
})
