import type { Input } from '@vsnap/contract/endpoint.ts'
import type { relationshipEndpoints } from '@vsnap/vsnap-api/relationship.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partnersWith, sessionEnd, Site } from '../testing/pair.ts'

const GiB = 1024 ** 3
const [near, far] = [new Site(), new Site()]
let partner_id: string

beforeAll(async () => {
  await Promise.all([near.begin(), far.begin(['one', 'two'])])
  partner_id = await partnersWith(near, far)
})
afterAll(() => Promise.all([near.end(), far.end()]))

let count = 0
async function filesystem(size_total?: number): Promise<{ id: string; name: string }> {
  count += 1
  const name = `fs${count}`
  return near.call.volumeCreate({ body: { name, volume_type: 'filesystem', pool_id: '1', size_total } })
}

type Wish = Partial<Input<(typeof relationshipEndpoints)['relationshipCreate']>['body']>

const relate = (id: string, wish: Wish = {}) =>
  near.call.relationshipCreate({ params: { id }, body: { partner_id, remote_pool_id: '1', ...wish } })

async function replicate(id: string): Promise<void> {
  const session = await near.call.sessionStart({ params: { id }, body: {} })
  expect(await sessionEnd(near.call, session.id)).toMatchObject({ status: 'COMPLETED' })
}

const refusedAs = (status: number, type: string, message: RegExp) => ({
  status,
  type,
  message: expect.stringMatching(message) as string,
})

/** Runs what should leave nothing on either side. */
async function leavingNothing(work: () => Promise<void>): Promise<void> {
  const seen = async () => {
    const all = await Promise.all(
      [near, far].map(async ({ call }) => [await call.relationshipList(), await call.volumeList()]),
    )
    return JSON.stringify(all, (key, value: unknown) => (/^size_(used|free)$/.test(key) ? undefined : value))
  }
  const before = await seen()
  await work()
  expect(await seen()).toBe(before)
}

describe('making a relationship', () => {
  it('makes the replica, of the same kind and size, with one id on both sides', async () => {
    const volume = await near.call.volumeCreate({
      body: { name: 'a-lun', volume_type: 'lun', pool_id: '1', size_total: GiB, size_block: 512 },
    })
    const made = await relate(volume.id, { remote_pool_id: '2', remote_vol_name: 'its-copy' })
    const there = await far.call.relationshipView({ params: { id: made.id } })
    expect(made).toMatchObject({ local_role: 'primary', local_vol_id: volume.id, partner_id, remote_pool_id: '2' })
    expect(there).toMatchObject({ id: made.id, local_role: 'replica', local_vol_name: 'its-copy', local_pool_id: '2' })
    expect(there).toMatchObject({ remote_vol_id: volume.id, remote_vol_name: 'a-lun', remote_pool_id: '1' })
    expect(await far.call.volumeView({ params: { name: 'its-copy' } })).toMatchObject({
      id: made.remote_vol_id,
      volume_type: 'lun',
      size_total: GiB,
    })
  })

  it('chooses a name, the primary’s when that is free', async () => {
    const volume = await filesystem()
    await far.call.volumeCreate({ body: { name: volume.name, volume_type: 'filesystem', pool_id: '1' } })
    expect((await relate(volume.id)).remote_vol_name).toBe(`${volume.name}_replica`)
    expect((await relate((await filesystem()).id)).remote_vol_name).toBe(`fs${count}`)
  })

  it('takes the only pool, and asks when there are several', async () => {
    const { id } = await filesystem()
    await leavingNothing(async () => {
      await expect(relate(id, { remote_pool_id: null })).rejects.toMatchObject(
        refusedAs(400, 'InvalidParameterError', /several pools: one \(1\), two \(2\)/),
      )
    })
    // The other way round there is one pool only.
    const { id: there } = await far.call.volumeCreate({
      body: { name: 'from-far', volume_type: 'filesystem', pool_id: '1' },
    })
    const back = await far.call.relationshipCreate({
      params: { id: there },
      body: { partner_id: (await near.call.systemView()).id },
    })
    expect(back).toMatchObject({ local_role: 'primary', remote_pool_id: '1' })
    await far.call.relationshipDelete({ params: { id: back.id } })
  })

  it('refuses what cannot be, and leaves nothing', async () => {
    const { id, name } = await filesystem()
    const file = await near.call.volumeCreate({
      body: { name: `${name}-file`, volume_type: 'filebackedlun', parent_id: id, parent_path: 'x.img' },
    })
    await far.call.volumeCreate({ body: { name: `${name}-taken`, volume_type: 'filesystem', pool_id: '1' } })
    const other = await filesystem()
    await relate(other.id)
    await leavingNothing(async () => {
      for (const [wanted, status, type, message] of [
        [() => relate(file.id), 409, 'NotApplicableError', /filebackedlun.*Replicate that filesystem/],
        [() => relate('9999'), 404, 'NotFoundError', /9999/],
        [() => relate(id, { partner_id: 'nobody' }), 404, 'NotFoundError', /nobody/],
        [() => relate(id, { remote_pool_id: '77' }), 404, 'NotFoundError', /partner .* says: .*77/],
        [() => relate(id, { remote_vol_name: `${name}-taken` }), 409, 'AlreadyExistsError', /says: .*taken/],
        [() => relate(id, { remote_vol_name: 'a/b' }), 400, 'InvalidParameterError', /says: /],
        [() => relate(other.id, { remote_vol_name: 'x' }), 409, 'AlreadyExistsError', /relationship with this partner/],
        [() => relate(id, { remote_vol_name: `${name}-taken`, reuse: true }), 409, 'NotApplicableError', /no replica/],
      ] as const) {
        await expect(wanted()).rejects.toMatchObject(refusedAs(status, type, message))
      }
    })
  })

  it('names the caller’s own parameter when the partner refuses one', async () => {
    const { id } = await filesystem()
    await expect(relate(id, { remote_vol_name: 'a b' })).rejects.toMatchObject({
      details: { field: 'remote_vol_name' },
    })
    await expect(relate(id, { remote_pool_id: '77' })).rejects.toMatchObject({ details: { field: 'remote_pool_id' } })
  })

  it('is refused when the partner is away, and has left nothing when it is back', async () => {
    const { id } = await filesystem()
    await far.kill()
    await expect(relate(id)).rejects.toMatchObject(refusedAs(409, 'PartnerUnreachableError', /nothing listens/))
    await far.start()
    expect((await near.call.volumeRelationshipList({ params: { id } })).total).toBe(0)
    await expect(relate(id)).resolves.toMatchObject({ local_role: 'primary' })
  })

  it('leaves no orphan on the partner when the appliance dies before it has noted it', async () => {
    const { id, name } = await filesystem()
    far.control({ crashing_calls: ['createDataset'] })
    await expect(relate(id)).rejects.toMatchObject({ type: 'PartnerUnreachableError' })
    far.control({})
    await far.start()
    expect((await far.call.volumeList()).volumes.filter((each) => each.name === name)).toEqual([])
    await expect(relate(id)).resolves.toMatchObject({ remote_vol_name: name })
  })
})

/** A lun whose file is in this filesystem: its hosts would write there. */
const backed = (parent_id: string) =>
  ({ name: `file-in-${parent_id}`, volume_type: 'filebackedlun', parent_id, parent_path: 'disk.img' }) as const

describe('a replica', () => {
  it('is protected while its relationship stands, with a message that names it', async () => {
    const { id } = await filesystem()
    const { id: relationship, remote_vol_id } = await relate(id)
    await replicate(relationship)
    const lun = await near.call.volumeCreate({
      body: { name: 'protected', volume_type: 'lun', pool_id: '1', size_total: GiB },
    })
    const { remote_vol_id: remoteLun } = await relate(lun.id)
    const params = { id: remote_vol_id ?? '' }
    const host = await far.call.hostCreate({ body: { name: `host${count}` } })
    const [snapshot] = (await far.call.volumeSnapshotList({ params })).snapshots
    for (const refused of [
      () => far.call.volumeDelete({ params }),
      () => far.call.volumeUpdate({ params, body: { name: 'other' } }),
      () => far.call.volumeUpdate({ params, body: { size_total: GiB } }),
      () => far.call.shareCreate({ params, body: { share_type: 'nfs' } }),
      () => far.call.volumeCreate({ body: backed(params.id) }),
      () => far.call.snapshotCreate({ params, body: {} }),
      () => far.call.snapshotDelete({ params: { id: snapshot?.id ?? '' } }),
      () => far.call.poolDelete({ params: { id: '1' } }),
      () => near.call.volumeDelete({ params: { id } }),
    ]) {
      await expect(refused()).rejects.toMatchObject(refusedAs(409, 'ReplicatedError', /relationship [0-9a-f]{32}/))
    }
    const mapping = far.call.volumeMap({ params: { id: remoteLun ?? '' }, body: { host_id: host.id } })
    await expect(mapping).rejects.toMatchObject(refusedAs(409, 'ReplicatedError', /map the clone/))
    await expect(far.call.volumeDelete({ params })).rejects.toThrow(relationship)
    await expect(
      far.call.relationshipCreate({ params, body: { partner_id: (await near.call.systemView()).id } }),
    ).rejects.toMatchObject(refusedAs(409, 'NotApplicableError', /not replicated further/))
    // In an emergency: a clone of its snapshot is nobody's copy.
    const clone = await far.call.volumeClone({ body: { name: `rescue${count}`, snapshot_id: snapshot?.id ?? '' } })
    await far.call.shareCreate({ params: { id: clone.id }, body: { share_type: 'nfs' } })
    await expect(near.call.relationshipDelete({ params: { id: relationship } })).rejects.toMatchObject(
      refusedAs(409, 'HasClonesError', /partner .* says/),
    )
    await far.call.volumeDelete({ params: { id: clone.id } })
    expect(await near.call.relationshipDelete({ params: { id: relationship } })).toEqual({})
  })

  it('follows the name and the size of its primary with the next session', async () => {
    const { id } = await filesystem()
    const { id: relationship, remote_vol_id } = await relate(id)
    await near.call.volumeUpdate({ params: { id }, body: { name: `renamed${count}`, size_total: GiB } })
    await replicate(relationship)
    expect(await far.call.relationshipView({ params: { id: relationship } })).toMatchObject({
      remote_vol_name: `renamed${count}`,
    })
    expect(await far.call.volumeView({ params: { id: remote_vol_id ?? '' } })).toMatchObject({ size_total: GiB })
  })
})

describe('deleting a relationship', () => {
  it('takes the replica with it, and leaves the primary', async () => {
    const { id, name } = await filesystem()
    const made = await relate(id)
    await replicate(made.id)
    expect(await near.call.relationshipDelete({ params: { id: made.id } })).toEqual({})
    for (const { call } of [near, far]) {
      await expect(call.relationshipView({ params: { id: made.id } })).rejects.toMatchObject({ status: 404 })
    }
    expect((await far.call.volumeList()).volumes.filter((each) => each.name === name)).toEqual([])
    expect((await near.call.volumeView({ params: { id } })).name).toBe(name)
  })

  it('can be done from the replica’s side', async () => {
    const { id, name } = await filesystem()
    const made = await relate(id)
    await far.call.relationshipDelete({ params: { id: made.id } })
    expect((await near.call.volumeRelationshipList({ params: { id } })).total).toBe(0)
    expect((await far.call.volumeList()).volumes.filter((each) => each.name === name)).toEqual([])
  })

  it.each(['true', '1'])(
    'preserves the replica when that is wished for (%s), and takes it up again',
    async (preserve) => {
      const { id, name } = await filesystem()
      const made = await relate(id)
      await replicate(made.id)
      const answer = await near.caller.send({
        method: 'DELETE',
        path: `/api/relationship/${made.id}?preserve_replica=${preserve}`,
      })
      expect(answer).toMatchObject({ status: 200, json: {} })
      await expect(relate(id, { remote_vol_name: name })).rejects.toMatchObject({ type: 'AlreadyExistsError' })
      const other = await filesystem()
      await expect(relate(other.id, { remote_vol_name: name, reuse: true })).rejects.toMatchObject(
        refusedAs(409, 'NotApplicableError', /replica of another volume/),
      )
      const lun = await far.call.volumeCreate({ body: backed(made.remote_vol_id ?? '') })
      await expect(relate(id, { remote_vol_name: name, reuse: true })).rejects.toMatchObject(
        refusedAs(409, 'InUseError', /holds the backing file of file-in/),
      )
      await far.call.volumeDelete({ params: { id: lun.id } })
      await expect(relate(id, { remote_vol_name: name, reuse: true, remote_pool_id: '2' })).rejects.toMatchObject(
        refusedAs(409, 'NotApplicableError', /is in pool one \(1\), not in two;.*Choose its pool, or none/),
      )
      const again = await relate(id, { remote_vol_name: name, reuse: true })
      expect(again).toMatchObject({ remote_vol_id: made.remote_vol_id })
      expect(again.id).not.toBe(made.id)
      // What both have counts from the beginning, on both sides: the next session builds on it.
      const there = await far.call.relationshipView({ params: { id: again.id } })
      for (const [{ call }, view] of [
        [near, again],
        [far, there],
      ] as const) {
        const { snapshots } = await call.volumeSnapshotList({ params: { id: view.local_vol_id ?? '' } })
        expect(snapshots.map((snapshot) => snapshot.id)).toEqual([view.last_success_snap_id])
      }
      await expect(far.call.snapshotDelete({ params: { id: there.last_success_snap_id ?? '' } })).rejects.toMatchObject(
        refusedAs(409, 'ReplicatedError', /the next session builds on it/),
      )
      const { id: session } = await near.call.sessionStart({ params: { id: again.id }, body: {} })
      expect((await sessionEnd(near.call, session)).message).toMatch(/^Sent what changed since/)
    },
  )

  it('is refused when the partner is away, and says why', async () => {
    const { id } = await filesystem()
    const made = await relate(id)
    await far.kill()
    await expect(near.call.relationshipDelete({ params: { id: made.id } })).rejects.toMatchObject(
      refusedAs(409, 'PartnerUnreachableError', /was not deleted.*Try again when the partner is back/),
    )
    expect((await near.call.relationshipView({ params: { id: made.id } })).id).toBe(made.id)
    await far.start()
    expect(await near.call.relationshipDelete({ params: { id: made.id } })).toEqual({})
  })

  it('is refused while a session of it runs', async () => {
    const { id } = await filesystem()
    const made = await relate(id)
    near.control({ transfer_rate: 500 })
    const session = await near.call.sessionStart({ params: { id: made.id }, body: {} })
    for (const { call } of [near, far]) {
      await expect(call.relationshipDelete({ params: { id: made.id } })).rejects.toMatchObject(
        refusedAs(409, 'InUseError', new RegExp(`Session ${session.id}`)),
      )
    }
    await near.call.sessionCancel({ params: { id: session.id }, body: { action: 'cancel' } })
    near.control({})
    expect(await near.call.relationshipDelete({ params: { id: made.id } })).toEqual({})
  })
})
