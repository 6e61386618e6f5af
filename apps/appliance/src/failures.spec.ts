import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@vsnap/contract/client.ts'
import type { VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StorageEngine } from './engine/engine.ts'
import { startAppliance, temporaryDirectory, type ApplianceProcess } from './testing/appliance-process.ts'
import { callerOf, type Caller } from './testing/https-calls.ts'

const GiB = 1024 ** 3
const TiB = 1024 ** 4
const flags = { args: ['--disks', '12', '--disk-size', String(TiB)] }

let place: ReturnType<typeof temporaryDirectory>
let appliance: ApplianceProcess
let caller: Caller
let call: Client<VsnapApi>

beforeEach(() => {
  place = temporaryDirectory()
})
afterEach(async () => {
  caller.close()
  await appliance.kill()
  place.remove()
})

async function start(): Promise<void> {
  appliance = await startAppliance(place.dir, flags)
  caller = callerOf(appliance)
  call = caller.client
}

async function begin(): Promise<void> {
  control({})
  await start()
  await call.systemInit({ body: { action: 'init', multipool: true, skip_pool: true } })
}

/** What happens to the simulated machine from now on. */
function control(what: object): void {
  writeFileSync(join(place.dir, 'control.json'), JSON.stringify({ preparation: 0, ...what }))
}

const disks = async (count: number) =>
  (await call.diskList({ query: { used_as: 'unused' } })).disks.slice(0, count).map(({ uuid }) => uuid)

/** A pool with a shared filesystem, a mapped lun, a snapshot and a clone. */
async function furnish() {
  const pool = await call.poolCreate({ body: { name: 'p', pool_type: 'raid6', disk_list: await disks(4) } })
  const volume = (name: string) =>
    call.volumeCreate({ body: { name, volume_type: 'lun', pool_id: pool.id, size_total: GiB } })
  const fs = await call.volumeCreate({ body: { name: 'fs', volume_type: 'filesystem', pool_id: pool.id } })
  const [lun, other] = [await volume('lun'), await volume('other')]
  const share_options = { allowed_hosts: ['10.0.0.0/8'] }
  await call.shareCreate({ params: { id: fs.id }, body: { share_type: 'nfs', share_options } })
  const host = await call.hostCreate({ body: { name: 'h', iqns: ['iqn.2001-04.com.example:h'] } })
  for (const { id } of [lun, other]) await call.volumeMap({ params: { id }, body: { host_id: host.id } })
  const snapshot = await call.snapshotCreate({ params: { id: lun.id }, body: { name: 's' } })
  const spare = await call.snapshotCreate({ params: { id: fs.id }, body: { name: 'unused' } })
  await call.volumeClone({ body: { name: 'clone', snapshot_id: snapshot.id } })
  return { pool: pool.id, fs: fs.id, lun: lun.id, other: other.id, host: host.id, s: snapshot.id, spare: spare.id }
}
type Ids = Awaited<ReturnType<typeof furnish>>

/** Each change that the engine has a part in, by the engine's call that fails or during which the appliance dies. */
const changes: [engineCall: keyof StorageEngine, what: string, change: (ids: Ids) => Promise<unknown>][] = [
  [
    'createPool',
    'a pool is made',
    async () => call.poolCreate({ body: { name: 'q', pool_type: 'raid5', disk_list: await disks(3) } }),
  ],
  [
    'setPoolProperties',
    'a pool gets other properties and another name',
    ({ pool }) => call.poolUpdate({ params: { id: pool }, body: { name: 'renamed', compression: false } }),
  ],
  ['destroyPool', 'a pool is deleted', ({ pool }) => call.poolDelete({ params: { id: pool } })],
  [
    'createDataset',
    'a filesystem is made',
    ({ pool }) => call.volumeCreate({ body: { name: 'new', volume_type: 'filesystem', pool_id: pool } }),
  ],
  ['clone', 'a snapshot is cloned', ({ s }) => call.volumeClone({ body: { name: 'again', snapshot_id: s } })],
  [
    'resizeDataset',
    'a lun grows and is renamed',
    ({ lun }) => call.volumeUpdate({ params: { id: lun }, body: { name: 'large', size_total: 2 * GiB } }),
  ],
  ['destroyDataset', 'a mapped lun is deleted', ({ other }) => call.volumeDelete({ params: { id: other } })],
  ['destroyDataset', 'a shared filesystem is deleted', ({ fs }) => call.volumeDelete({ params: { id: fs } })],
  ['createSnapshot', 'a snapshot is made', ({ fs }) => call.snapshotCreate({ params: { id: fs }, body: {} })],
  ['destroySnapshot', 'a snapshot is deleted', ({ spare }) => call.snapshotDelete({ params: { id: spare } })],
  ['export', 'a share is deleted', ({ fs }) => call.volumeShareDelete({ params: { id: fs } })],
  [
    'export',
    'a share lets others in',
    ({ fs }) =>
      call.shareUpdate({
        params: { id: fs },
        body: { share_type: 'nfs', share_options: { allowed_hosts: ['all'] } },
      }),
  ],
  [
    'present',
    'a lun is unmapped',
    ({ host, lun }) => call.hostUnmap({ params: { id: host }, body: { action: 'unmap', vol_id: lun } }),
  ],
  ['present', 'a host is deleted', ({ host }) => call.hostDelete({ params: { id: host } })],
]

/** Everything that the API shows, but for sizes, which grow by the second. */
async function everything(): Promise<string> {
  const details = <T extends { id: string }, R>(
    items: readonly T[],
    view: (input: { params: { id: string } }) => Promise<R>,
  ) => Promise.all(items.map(({ id }) => view({ params: { id } })))
  const all = {
    disks: (await call.diskList()).disks,
    pools: await details((await call.poolList()).pools, call.poolView),
    volumes: await details((await call.volumeList()).volumes, call.volumeView),
    snapshots: await details((await call.snapshotList()).snapshots, call.snapshotView),
    shares: await details((await call.shareList()).shares, call.shareView),
    hosts: await details((await call.hostList()).hosts, call.hostView),
  }
  const sizes = ['size_used', 'size_free', 'size_before_compression', 'size_before_deduplication']
  return JSON.stringify(all, (key, value: unknown) => (sizes.includes(key) ? undefined : value), 1)
}

/** That the engine and the catalog agree: everything can be viewed, nothing is taken by what nobody sees, and all of it can go. */
async function expectWhole(): Promise<void> {
  const { pools } = await call.poolList()
  const used = (await call.diskList()).disks.filter(({ used_as }) => used_as === 'pool')
  const members = await Promise.all(pools.map(({ id }) => call.poolView({ params: { id } })))
  expect(used).toHaveLength(members.flatMap(({ disks: groups }) => Object.values(groups ?? {}).flat()).length)
  for (const volume of (await call.volumeList()).volumes) expect(volume.size_used).toBeGreaterThan(0)
  for (const { id } of (await call.snapshotList()).snapshots) {
    expect((await call.snapshotView({ params: { id } })).version_id).toMatch(/^\d+$/)
  }
  for (const { id } of pools) await call.poolDelete({ params: { id } })
  expect((await call.volumeList()).total).toBe(0)
  expect((await call.shareList()).total).toBe(0)
  const hosts = await Promise.all((await call.hostList()).hosts.map(({ id }) => call.hostView({ params: { id } })))
  expect(hosts.flatMap(({ mapped_luns }) => mapped_luns)).toEqual([])
  expect(await disks(12)).toHaveLength(12)
}

describe('a change of which the engine fails its part', () => {
  it('is an error that says so, and has changed nothing', async () => {
    await begin()
    const ids = await furnish()
    const before = await everything()
    for (const [engineCall, what, change] of changes) {
      control({ failing_calls: [engineCall] })
      await expect(change(ids), what).rejects.toMatchObject({ status: 500, type: 'StorageError' })
      control({})
      expect(await everything(), what).toBe(before)
    }
    caller.close()
    await appliance.stop()
    await start()
    expect(await everything()).toBe(before)
    await expectWhole()
  })

  it('is not initialised when what comes before the first pool fails, and can be tried again', async () => {
    control({ failing_calls: ['prepare'] })
    await start()
    await expect(call.systemInit({ body: { action: 'init' } })).rejects.toMatchObject({ type: 'StorageError' })
    expect((await call.systemView()).init_status).toBe('Not Initialized')
    control({})
    expect((await call.systemInit({ body: { action: 'init' } })).init_status).toBe('Ready')
  })
})

describe('an appliance that dies when the engine has done its part, and nobody has heard', () => {
  const furnished = temporaryDirectory()
  let ids: Ids
  afterAll(() => furnished.remove())

  /** Each case has a copy of the same appliance. */
  async function furnishedCopy(): Promise<void> {
    if (!existsSync(join(furnished.dir, 'catalog.db'))) {
      await begin()
      ids = await furnish()
      caller.close()
      await appliance.stop()
      cpSync(place.dir, furnished.dir, { recursive: true })
    }
    cpSync(furnished.dir, place.dir, { recursive: true })
  }

  it.each(changes)('%s: %s', async (engineCall, _, change) => {
    await furnishedCopy()
    control({ crashing_calls: [engineCall] })
    await start()
    await expect(change(ids)).rejects.toThrow(/ECONNRESET|socket hang up/)
    caller.close()
    control({})
    await start()
    expect(appliance.output().stderr).toBe('')
    await expectWhole()
  })
})

describe('disks that fail', () => {
  beforeEach(begin)
  const failed = async () => (await call.diskList({ query: { used_as: 'failed' } })).disks.map(({ uuid }) => uuid)
  const pool = async () => call.poolView({ params: { name: 'p' } })

  it('make their pool DEGRADED, then FAULTED, and come back when they are replaced', async () => {
    const members = await disks(6)
    await call.poolCreate({ body: { name: 'p', pool_type: 'raid6', disk_list: members } })
    for (const [count, status, health] of [
      [0, 'ONLINE', 100],
      [1, 'DEGRADED', 83],
      [2, 'DEGRADED', 67],
      [3, 'FAULTED', 0],
      [0, 'ONLINE', 100],
    ] as const) {
      control({ failed_disks: members.slice(0, count) })
      expect(await pool()).toMatchObject({ status, health })
      expect(await failed()).toEqual(members.slice(0, count))
      expect((await call.poolList()).pools[0]).toMatchObject({ status, health })
    }
  })

  it('give their place to a hot spare', async () => {
    const [spare = '', ...members] = await disks(5)
    const { id } = await call.poolCreate({ body: { name: 'p', pool_type: 'raid5', disk_list: members } })
    await call.poolAddSpare({ params: { id }, body: { action: 'addspare', disk_list: [spare] } })
    control({ failed_disks: members.slice(0, 1) })
    const after = await pool()
    expect(after).toMatchObject({ status: 'DEGRADED', health: 75 })
    expect(after.disks).not.toHaveProperty('spare')
    expect(after.disks?.raid5_group1).toContain(`/dev/disk/by-id/scsi-${spare}`)
    expect(after.disks?.raid5_group1).not.toContain(`/dev/disk/by-id/scsi-${members[0]}`)
    expect(await failed()).toEqual(members.slice(0, 1))
    const uses = new Map((await call.diskList()).disks.map(({ uuid, used_as }) => [uuid, used_as]))
    expect(uses.get(spare)).toBe('pool')
  })

  it('cannot be given to a pool', async () => {
    const [bad = '', ...good] = await disks(4)
    control({ failed_disks: [bad] })
    const wanted = call.poolCreate({ body: { name: 'p', pool_type: 'raid6', disk_list: [bad, ...good] } })
    await expect(wanted).rejects.toMatchObject({ status: 400, type: 'InvalidCandidateError' })
  })

  it('are found by a rescan when they are new', async () => {
    control({ added_disks: 2 })
    expect((await call.diskList()).total).toBe(12)
    await call.diskRescan({ body: { action: 'rescan' } })
    expect((await call.diskList()).total).toBe(14)
  })
})
