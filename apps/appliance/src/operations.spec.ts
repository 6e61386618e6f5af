import { ApiError } from '@vsnap/contract/error.ts'
import { addresses } from '@vsnap/contract/request.ts'
import { vsnapApi, type VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { samples } from '@vsnap/vsnap-api/samples.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testAccount } from './testing/appliance-process.ts'
import type { Caller } from './testing/https-calls.ts'
import { sessionEnd, sessionWhen, Site } from './testing/pair.ts'
import { differences } from './testing/shape.ts'

const GiB = 1024 ** 3

const appliance = new Site(16)
const other = new Site(4)
let caller: Caller
let call: Caller['client']

beforeAll(async () => {
  await Promise.all([appliance.start(), other.begin()])
  caller = appliance.caller
  call = caller.client
})
afterAll(() => Promise.all([appliance.end(), other.end()]))

/** What the story has made, by the names that it gave. */
const made = {
  pool: '',
  filesystem: '',
  lun: '',
  file: '',
  clone: '',
  snapshot: '',
  share: '',
  host: '',
  partner: '',
  relationship: '',
  session: '',
}

async function unused(count: number): Promise<string[]> {
  const { disks } = await call.diskList({ query: { used_as: 'unused' } })
  return disks.slice(0, count).map(({ uuid }) => uuid)
}

/** One story through all operations, in an order in which each is possible. The compiler misses none of the 58. */
const story: Record<VsnapOperation, () => Promise<unknown>> = {
  systemView: async () =>
    expect(await call.systemView()).toMatchObject({ init_status: 'Not Initialized', multipool: false }),
  systemInit: async () => {
    const ready = await call.systemInit({ body: { action: 'init', multipool: true, skip_pool: true } })
    expect(ready).toMatchObject({ init_status: 'Ready', multipool: true })
  },
  userList: async () =>
    expect((await call.userList()).users).toContainEqual(
      expect.objectContaining({ name: 'tester', role: 'vsnap_admin' }),
    ),
  networkList: async () => expect((await call.networkList()).networks[0]?.services).toContain('mgmt'),
  networkUpdate: async () => {
    const [first] = (await call.networkList()).networks
    const update = (services: ('all' | 'mgmt' | 'nfs')[]) =>
      call.networkUpdate({ params: { id: first?.id ?? '' }, body: { services } })
    expect((await update(['all', 'nfs'])).services).toEqual(['mgmt', 'nfs', 'smb', 'iscsi', 'repl'])
    expect((await update(['mgmt', 'nfs'])).services).toEqual(['mgmt', 'nfs'])
  },
  targetList: async () => expect((await call.targetList()).targets[0]?.wwn).toMatch(/^iqn\./),
  diskList: async () => expect((await call.diskList()).disks).toHaveLength(16),
  diskRescan: async () => expect(await call.diskRescan({ body: { action: 'rescan' } })).toEqual({}),

  poolCreate: async () => {
    const body = {
      name: 'demo1',
      disk_list: await unused(5),
      pool_type: 'raid6',
      deduplication: true,
      syncwrite: false,
    } as const
    const pool = await call.poolCreate({ body })
    expect(pool).toMatchObject({
      status: 'ONLINE',
      health: 100,
      compression: true,
      deduplication: true,
      syncwrite: false,
    })
    expect(Object.keys(pool.disks ?? {})).toEqual(['raid6_group1'])
    expect(pool.disks?.raid6_group1?.toSorted()).toEqual(
      body.disk_list.map((uuid) => `/dev/disk/by-id/scsi-${uuid}`).toSorted(),
    )
    made.pool = pool.id
  },
  poolList: async () => {
    const { pools, total } = await call.poolList()
    expect(total).toBe(1)
    expect(pools[0]).toMatchObject({ id: made.pool, name: 'demo1' })
    expect((pools[0]?.size_used ?? 0) + (pools[0]?.size_free ?? 0)).toBe(pools[0]?.size_total)
  },
  poolView: async () =>
    expect(await call.poolView({ params: { name: 'demo1' } })).toEqual(
      await call.poolView({ params: { id: made.pool } }),
    ),
  poolUpdate: async () => {
    const updated = await call.poolUpdate({ params: { id: made.pool }, body: { name: 'demo2', compression: false } })
    expect(updated).toMatchObject({ name: 'demo2', compression: false, deduplication: true, syncwrite: false })
  },
  poolExpand: async () => {
    const before = await call.poolView({ params: { id: made.pool } })
    const after = await call.poolExpand({
      params: { id: made.pool },
      body: { action: 'expand', disk_list: await unused(5) },
    })
    expect(Object.keys(after.disks ?? {})).toEqual(['raid6_group1', 'raid6_group2'])
    expect(after.size_total).toBe(2 * (before.size_total ?? 0))
  },
  poolAddLog: async () => {
    const disk_list = await unused(2)
    const pool = await call.poolAddLog({ params: { id: made.pool }, body: { action: 'addlog', disk_list } })
    expect(pool.disks?.log).toHaveLength(2)
  },
  poolRemoveLog: async () => {
    const pool = await call.poolRemoveLog({ params: { id: made.pool }, body: { action: 'removelog' } })
    expect(pool.disks).not.toHaveProperty('log')
  },
  poolAddCache: async () => {
    const [disk = ''] = await unused(1)
    const pool = await call.poolAddCache({ params: { id: made.pool }, body: { action: 'addcache', disk } })
    expect(pool.disks?.cache).toEqual([`/dev/disk/by-id/scsi-${disk}`])
  },
  poolRemoveCache: async () => {
    const pool = await call.poolRemoveCache({ params: { id: made.pool }, body: { action: 'removecache' } })
    expect(pool.disks).not.toHaveProperty('cache')
  },
  poolAddSpare: async () => {
    const pool = await call.poolAddSpare({
      params: { id: made.pool },
      body: { action: 'addspare', disk_list: await unused(2) },
    })
    expect(pool.disks?.spare).toHaveLength(2)
  },
  poolRemoveSpare: async () => {
    const { disks } = await call.diskList({ query: { used_as: 'spare' } })
    expect(disks).toHaveLength(2)
    const disk_list = disks.slice(0, 1).map(({ uuid }) => uuid)
    const pool = await call.poolRemoveSpare({ params: { id: made.pool }, body: { action: 'removespare', disk_list } })
    expect(pool.disks?.spare).toHaveLength(1)
  },

  volumeCreate: async () => {
    const filesystem = await call.volumeCreate({
      body: { name: 'my_fs', volume_type: 'filesystem', pool_id: made.pool },
    })
    expect(filesystem).toMatchObject({
      volume_type: 'filesystem',
      size_total: null,
      is_clone: false,
      pool_name: 'demo2',
    })
    const file = await call.volumeCreate({
      body: {
        name: 'my_file_lun',
        volume_type: 'filebackedlun',
        parent_id: filesystem.id,
        parent_path: 'my_files/file1.img',
      },
    })
    expect(file).toMatchObject({
      volume_type: 'filebackedlun',
      parent_id: filesystem.id,
      size_total: null,
      size_free: null,
      size_used: null,
    })
    const lun = await call.volumeCreate({
      body: { name: 'my_new_vol', volume_type: 'lun', pool_id: made.pool, size_total: GiB, size_block: 512 },
    })
    expect(lun).toMatchObject({ volume_type: 'lun', size_total: GiB, host_ids: [], share_id: null })
    Object.assign(made, { filesystem: filesystem.id, file: file.id, lun: lun.id })
  },
  volumeList: async () =>
    expect((await call.volumeList()).volumes.map(({ name }) => name)).toEqual(['my_fs', 'my_file_lun', 'my_new_vol']),
  volumeView: async () =>
    expect(await call.volumeView({ params: { name: 'my_new_vol' } })).toEqual(
      await call.volumeView({ params: { id: made.lun } }),
    ),
  volumeUpdate: async () => {
    const updated = await call.volumeUpdate({
      params: { id: made.lun },
      body: { name: 'my_larger_vol', size_total: 2 * GiB },
    })
    expect(updated).toMatchObject({ id: made.lun, name: 'my_larger_vol', size_total: 2 * GiB })
  },
  snapshotCreate: async () => {
    const snapshot = await call.snapshotCreate({
      params: { id: made.filesystem },
      body: { name: 'ecx_1007_1234567890_my_fs' },
    })
    expect(snapshot).toMatchObject({
      parent_id: made.filesystem,
      parent_name: 'my_fs',
      pool_id: made.pool,
      has_clones: false,
    })
    made.snapshot = snapshot.id
  },
  volumeSnapshotList: async () =>
    expect((await call.volumeSnapshotList({ params: { id: made.filesystem } })).snapshots).toHaveLength(1),
  snapshotList: async () =>
    expect((await call.snapshotList()).snapshots).toMatchObject([{ id: made.snapshot, parent_id: made.filesystem }]),
  snapshotView: async () => {
    const byName = await call.snapshotView({ params: { name: 'ecx_1007_1234567890_my_fs' } })
    expect(byName).toEqual(await call.snapshotView({ params: { id: made.snapshot } }))
  },
  volumeClone: async () => {
    const clone = await call.volumeClone({ body: { name: 'my_clone_vol', snapshot_id: made.snapshot } })
    expect(clone).toMatchObject({ is_clone: true, snapshot_id: made.snapshot, volume_type: 'filesystem' })
    expect((await call.snapshotView({ params: { id: made.snapshot } })).has_clones).toBe(true)
    made.clone = clone.id
  },

  shareCreate: async () => {
    const share_options = { read_only: true, allowed_hosts: ['172.20.0.0/16', '172.19.1.6', 'host.example.com'] }
    const share = await call.shareCreate({
      params: { id: made.filesystem },
      body: { share_type: 'nfs', share_options },
    })
    expect(share).toMatchObject({ vol_id: made.filesystem, share_type: 'nfs', share_options })
    expect(share.name).toMatch(/^\//)
    made.share = share.id
  },
  shareList: async () =>
    expect((await call.shareList()).shares).toMatchObject([{ id: made.share, vol_id: made.filesystem }]),
  shareView: async () =>
    expect(await call.shareView({ params: { id: made.share } })).toMatchObject({ share_options: { read_only: true } }),
  shareUpdate: async () => {
    const share_options = { read_only: false, allowed_hosts: ['all'] }
    const updated = await call.shareUpdate({
      params: { id: made.filesystem },
      body: { share_type: 'nfs', share_options },
    })
    expect(updated).toMatchObject({ id: made.share, share_options })
    // §9.3: the whole share as it was read may be sent back.
    const { json, text } = await caller.send({ path: `/api/share/${made.share}` })
    const same = await caller.send({ method: 'PUT', path: `/api/volume/${made.filesystem}/share`, body: text })
    expect(same).toMatchObject({
      status: 200,
      json: { ...(json as object), time_updated: expect.any(String) as string },
    })
  },

  hostCreate: async () => {
    const host = await call.hostCreate({
      body: { name: 'sid-oracle-47', iqns: ['iqn.1988-12.com.oracle:devoracle47'] },
    })
    expect(host).toMatchObject({ mapped_luns: [] })
    made.host = host.id
  },
  hostList: async () => expect((await call.hostList()).hosts).toMatchObject([{ name: 'sid-oracle-47' }]),
  hostView: async () =>
    expect(await call.hostView({ params: { name: 'sid-oracle-47' } })).toEqual(
      await call.hostView({ params: { id: made.host } }),
    ),
  hostUpdate: async () => {
    const renamed = await call.hostUpdate({ params: { id: made.host }, body: { name: 'new-host-name' } })
    expect(renamed).toMatchObject({ name: 'new-host-name', iqns: ['iqn.1988-12.com.oracle:devoracle47'] })
    expect((await call.hostUpdate({ params: { id: made.host }, body: { iqns: [] } })).iqns).toEqual([])
  },
  volumeMap: async () =>
    expect(await call.volumeMap({ params: { id: made.lun }, body: { host_id: made.host } })).toEqual({
      vol_id: made.lun,
      lun: 0,
    }),
  hostMap: async () => {
    expect(await call.hostMap({ params: { id: made.host }, body: { action: 'map', vol_id: made.file } })).toEqual({
      vol_id: made.file,
      lun: 1,
    })
    expect((await call.hostView({ params: { id: made.host } })).mapped_luns).toHaveLength(2)
    expect((await call.volumeView({ params: { id: made.file } })).host_ids).toEqual([made.host])
  },
  hostUnmap: async () => {
    expect(await call.hostUnmap({ params: { id: made.host }, body: { action: 'unmap', vol_id: made.file } })).toEqual(
      {},
    )
    expect((await call.hostView({ params: { id: made.host } })).mapped_luns).toEqual([{ vol_id: made.lun, lun: 0 }])
  },

  partnerCreate: async () => {
    const partner = await call.partnerCreate({
      body: {
        remote_addr: '127.0.0.1',
        remote_user: testAccount.user,
        remote_pass: testAccount.password,
        remote_api_port: other.port,
      },
    })
    expect(partner).toMatchObject({ address: '127.0.0.1', api_port: other.port, ssh_port: 22 })
    expect(partner.id).toBe((await other.call.systemView()).id)
    made.partner = partner.id
  },
  partnerList: async () => expect((await call.partnerList()).partners).toMatchObject([{ id: made.partner }]),
  partnerView: async () =>
    expect(await call.partnerView({ params: { id: made.partner } })).toMatchObject({ address: '127.0.0.1' }),
  relationshipCreate: async () => {
    const relationship = await call.relationshipCreate({
      params: { id: made.filesystem },
      body: { partner_id: made.partner, remote_pool_id: '1', remote_vol_name: 'my_replica_volume' },
    })
    expect(relationship).toMatchObject({
      local_role: 'primary',
      local_vol_name: 'my_fs',
      remote_vol_name: 'my_replica_volume',
      last_sync_status: null,
    })
    made.relationship = relationship.id
  },
  volumeRelationshipList: async () =>
    expect((await call.volumeRelationshipList({ params: { id: made.filesystem } })).total).toBe(1),
  relationshipList: async () => {
    expect((await call.relationshipList({ query: { vol_name: 'my_fs' } })).total).toBe(1)
    expect((await call.relationshipList({ query: { vol_name: 'another' } })).total).toBe(0)
  },
  relationshipView: async () => {
    const there = await other.call.relationshipView({ params: { id: made.relationship } })
    expect(there).toMatchObject({ local_role: 'replica', remote_vol_name: 'my_fs', remote_vol_id: made.filesystem })
    expect((await call.relationshipView({ params: { id: made.relationship } })).id).toBe(there.id)
  },
  sessionStart: async () => {
    const session = await call.sessionStart({
      params: { id: made.relationship },
      body: { snap_id: made.snapshot, remote_snap_name: 'my_replica_snap' },
    })
    expect(session).toMatchObject({ status: 'PENDING', local_snap_id: made.snapshot, size_sent: null })
    expect(await sessionEnd(call, session.id)).toMatchObject({ status: 'COMPLETED', remote_snap_id: '1' })
    made.session = session.id
  },
  sessionList: async () => expect((await call.sessionList()).sessions).toMatchObject([{ id: made.session }]),
  sessionView: async () =>
    expect(await call.sessionView({ params: { id: made.session } })).toMatchObject({
      remote_snap_name: 'my_replica_snap',
    }),
  sessionCancel: async () => {
    appliance.control({ transfer_rate: 100 })
    const { id } = await call.sessionStart({ params: { id: made.relationship }, body: {} })
    await sessionWhen(call, id, ({ status }) => status === 'ACTIVE')
    const canceled = await call.sessionCancel({ params: { id }, body: { action: 'cancel' } })
    expect(canceled).toMatchObject({ status: 'FAILED', message: 'Canceled' })
    appliance.control({})
  },
  relationshipDelete: async () => {
    const params = { id: made.relationship }
    expect(await call.relationshipDelete({ params, query: { preserve_replica: true } })).toEqual({})
    expect((await other.call.volumeView({ params: { name: 'my_replica_volume' } })).id).toBe('1')
  },
  partnerDelete: async () => {
    expect(await call.partnerDelete({ params: { id: made.partner } })).toEqual({})
    expect((await other.call.partnerList()).total).toBe(0)
  },

  volumeShareDelete: async () => {
    expect(await call.volumeShareDelete({ params: { id: made.filesystem } })).toEqual({})
    expect((await call.volumeView({ params: { id: made.filesystem } })).share_id).toBeNull()
  },
  shareDelete: async () => {
    const again = await call.shareCreate({ params: { id: made.filesystem }, body: { share_type: 'smb' } })
    expect(again.id, 'no id is used twice').not.toBe(made.share)
    expect(await call.shareDelete({ params: { id: again.id } })).toEqual({})
    expect(await call.shareList()).toEqual({ shares: [], total: 0 })
  },
  snapshotDelete: async () => {
    const { id } = await call.snapshotCreate({ params: { id: made.lun }, body: {} })
    expect(await call.snapshotDelete({ params: { id } })).toEqual({})
    await expect(call.snapshotDelete({ params: { id: made.snapshot } })).rejects.toMatchObject({
      status: 409,
      type: 'HasClonesError',
    })
  },
  volumeDelete: async () => {
    await expect(call.volumeDelete({ params: { id: made.filesystem } })).rejects.toMatchObject({ status: 409 })
    for (const id of [made.clone, made.file, made.filesystem])
      expect(await call.volumeDelete({ params: { id } })).toEqual({})
    await expect(call.snapshotView({ params: { id: made.snapshot } })).rejects.toMatchObject({
      status: 404,
      type: 'NotFoundError',
    })
  },
  hostDelete: async () => {
    expect(await call.hostDelete({ params: { id: made.host } })).toEqual({})
    expect((await call.volumeView({ params: { id: made.lun } })).host_ids).toEqual([])
  },
  poolDelete: async () => {
    expect(await call.poolDelete({ params: { id: made.pool } })).toEqual({})
    expect((await call.volumeList()).volumes).toEqual([])
    expect((await call.diskList({ query: { used_as: 'unused' } })).disks).toHaveLength(16)
  },
}

/** Operations whose answer the guide describes as like that of another one. */
const likeAnother: Partial<Record<VsnapOperation, VsnapOperation>> = {
  // The sample of §2.2 leaves out api_version, which the same answer has in §2.1.
  systemInit: 'systemView',
  poolUpdate: 'poolView',
  poolExpand: 'poolView',
  poolAddLog: 'poolView',
  poolRemoveLog: 'poolView',
  poolAddCache: 'poolView',
  poolRemoveCache: 'poolView',
  poolAddSpare: 'poolView',
  volumeRelationshipList: 'relationshipList',
  poolRemoveSpare: 'poolView',
  volumeClone: 'volumeView',
  volumeUpdate: 'volumeView',
}

function sampleOf(operation: VsnapOperation): unknown {
  const shown = likeAnother[operation] ?? operation
  return samples.find((sample) => sample.operation === shown && sample.part === 'result')?.json
}

describe('each operation, over HTTPS', () => {
  it.each(Object.entries(story) as [VsnapOperation, () => Promise<unknown>][])('%s', async (operation, happen) => {
    await happen()
    const answers = caller.answers.filter((one) => one.operation === operation)
    expect(answers, 'the story calls it').not.toHaveLength(0)
    for (const { answer } of answers.filter(({ answer: { status } }) => status === 200)) {
      expect(answer.headers['content-type']).toMatch(/^application\/json/)
      expect(differences(answer.json, sampleOf(operation)), answer.text).toEqual([])
    }
  })

  it('leaves none out', () => {
    const called = new Set(caller.answers.map(({ operation }) => operation))
    expect([...called].toSorted()).toEqual(Object.keys(vsnapApi).toSorted())
    const answered = new Set(
      caller.answers.filter(({ answer }) => answer.status === 200).map(({ operation }) => operation),
    )
    expect(Object.keys(vsnapApi).filter((name) => !answered.has(name as VsnapOperation))).toEqual([])
  })
})

describe('an object that is viewed', () => {
  const name = 'seen-three-ways'
  const share = async () => {
    const { id } = await call.volumeCreate({ body: { name: 'shared', volume_type: 'filesystem', pool_id: made.pool } })
    return call.shareCreate({ params: { id }, body: { share_type: 'nfs' } })
  }

  it('is the same at each of its addresses', async () => {
    const { id: poolId } = await call.poolCreate({ body: { name, pool_type: 'raid5' } })
    made.pool = poolId
    const volume = await call.volumeCreate({ body: { name, volume_type: 'lun', pool_id: poolId, size_total: GiB } })
    const views = {
      poolView: poolId,
      volumeView: volume.id,
      snapshotView: (await call.snapshotCreate({ params: { id: volume.id }, body: { name } })).id,
      hostView: (await call.hostCreate({ body: { name } })).id,
      shareView: (await share()).id,
    }
    for (const [operation, id] of Object.entries(views)) {
      for (const { path, keys } of addresses(vsnapApi[operation as keyof typeof views])) {
        const query = new URLSearchParams([...keys].map(([key]) => [key, key === 'id' ? id : name]))
        const answer = await caller.send({ path: `/api${path.replace(':id', id)}${keys.size > 0 ? `?${query}` : ''}` })
        expect(answer, `${operation} ${path}?${query}`).toMatchObject({ status: 200, json: { id } })
      }
    }
  })

  it('is a 404 when there is none', async () => {
    for (const view of [call.poolView, call.volumeView, call.hostView, call.snapshotView]) {
      const missing = view({ params: { name: 'nobody' } })
      await expect(missing).rejects.toThrow(ApiError)
      await expect(missing).rejects.toMatchObject({ status: 404, type: 'NotFoundError' })
    }
  })
})
