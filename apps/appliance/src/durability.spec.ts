import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Client } from '@vsnap/contract/client.ts'
import type { VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startAppliance, temporaryDirectory, type ApplianceProcess } from './testing/appliance-process.ts'
import { callerOf } from './testing/https-calls.ts'

const TiB = 1024 ** 4
const flags = { args: ['--disks', '8', '--disk-size', String(TiB)] }

let place: ReturnType<typeof temporaryDirectory>
let appliance: ApplianceProcess

beforeEach(async () => {
  place = temporaryDirectory()
  initialisationTakes(0)
  appliance = await startAppliance(place.dir, flags)
})
afterEach(async () => {
  await appliance.kill()
  place.remove()
})

function initialisationTakes(seconds: number): void {
  writeFileSync(join(place.dir, 'control.json'), JSON.stringify({ preparation: seconds }))
}

async function withClient<R>(work: (client: Client<VsnapApi>) => Promise<R>): Promise<R> {
  const caller = callerOf(appliance, { sockets: 20 })
  try {
    return await work(caller.client)
  } finally {
    caller.close()
  }
}

const initialise = (client: Client<VsnapApi>) =>
  client.systemInit({ body: { action: 'init', multipool: true, skip_pool: true } })

/** How twenty calls at once ended: the answers, and the types of the refusals. */
async function outcomes<R>(calls: Promise<R>[]): Promise<{ answers: R[]; refusals: string[] }> {
  const settled = await Promise.allSettled(calls)
  return {
    answers: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    refusals: settled.flatMap((one) =>
      one.status === 'rejected' ? [one.reason instanceof ApiError ? one.reason.type : String(one.reason)] : [],
    ),
  }
}

/** Fifty writes of many kinds: each is noted when it was acknowledged. */
async function writeFifty(
  client: Client<VsnapApi>,
  pool_id: string,
  round: number,
  acknowledged: Map<string, object>,
): Promise<void> {
  const note = async <R extends object>(what: string, call: Promise<R>): Promise<R> => {
    const answer = await call
    acknowledged.set(what, answer)
    return answer
  }
  const chain = async (index: number) => {
    const name = `r${round}-v${index}`
    const volume = await note(
      `volume ${name}`,
      client.volumeCreate({ body: { name, volume_type: 'filesystem', pool_id } }),
    )
    const params = { id: volume.id }
    const snapshot = await note(`snapshot of ${name}`, client.snapshotCreate({ params, body: { name: `${name}-s` } }))
    await note(
      `share of ${name}`,
      client.shareCreate({ params, body: { share_type: 'nfs', share_options: { allowed_hosts: ['all'] } } }),
    )
    await note(`clone of ${name}`, client.volumeClone({ body: { name: `${name}-c`, snapshot_id: snapshot.id } }))
    await note(`host ${name}`, client.hostCreate({ body: { name } }))
  }
  await Promise.allSettled(Array.from({ length: 10 }, (_, index) => chain(index)))
}

const byId = (a: { id: string }, b: { id: string }): number => Number(a.id) - Number(b.id)

/** That everything is whole: what lists name can be viewed, and what is said on one side is said on the other. */
async function expectWhole(client: Client<VsnapApi>): Promise<Set<string>> {
  const present = new Set<string>()
  const { volumes } = await client.volumeList()
  const { snapshots } = await client.snapshotList()
  const { shares } = await client.shareList()
  const details = await Promise.all(volumes.map(({ id }) => client.volumeView({ params: { id } })))
  expect(new Set(details.map(({ pool_name }) => pool_name))).toEqual(new Set(volumes.length > 0 ? ['p'] : []))
  const origins = details.flatMap(({ snapshot_id: origin }) => (origin == null ? [] : [origin]))
  expect(snapshots.map(({ id }) => id)).toEqual(expect.arrayContaining(origins))
  const shared = details.flatMap(({ id, share_id }) => (share_id == null ? [] : [{ id: share_id, vol_id: id }]))
  expect(shared.toSorted(byId)).toEqual(shares.map(({ id, vol_id }) => ({ id, vol_id })).toSorted(byId))
  for (const { name, is_clone } of volumes) present.add(is_clone ? `clone of ${name.slice(0, -2)}` : `volume ${name}`)
  for (const { id } of snapshots) {
    const { parent_name } = await client.snapshotView({ params: { id } })
    present.add(`snapshot of ${parent_name}`)
  }
  for (const { vol_id } of shares) present.add(`share of ${volumes.find(({ id }) => id === vol_id)?.name}`)
  for (const { name } of (await client.hostList()).hosts) present.add(`host ${name}`)
  const { pools } = await client.poolList()
  expect(pools).toHaveLength(1)
  expect((pools[0]?.size_used ?? 0) + (pools[0]?.size_free ?? 0)).toBe(pools[0]?.size_total)
  return present
}

describe('kill -9 in the middle of fifty writes', () => {
  it('keeps what was acknowledged, and leaves nothing half-done', async () => {
    const pool = await withClient(async (client) => {
      await initialise(client)
      return client.poolCreate({ body: { name: 'p', pool_type: 'raid6' } })
    })
    const acknowledged = new Map<string, object>()
    for (const [round, after] of [8, 20, 35].entries()) {
      const before = acknowledged.size
      await withClient(async (client) => {
        const writing = writeFifty(client, pool.id, round, acknowledged)
        while (acknowledged.size < before + after) await sleep(1)
        await appliance.kill()
        await writing
      })
      expect(acknowledged.size, 'it was killed before it was done').toBeLessThan(before + 50)

      appliance = await startAppliance(place.dir, flags)
      await withClient(async (client) => {
        const present = await expectWhole(client)
        for (const what of acknowledged.keys()) expect(present).toContain(what)
        // What was under way when it died has not come back half: its name is taken by something whole, or free.
        const names = new Set((await client.volumeList()).volumes.map(({ name }) => name))
        const free = Array.from({ length: 10 }, (_, index) => `r${round}-v${index}`).filter((name) => !names.has(name))
        for (const name of free) {
          const { id } = await client.volumeCreate({ body: { name, volume_type: 'filesystem', pool_id: pool.id } })
          await client.volumeDelete({ params: { id } })
        }
      })
      expect(appliance.output().stderr).toBe('')
    }
  })

  it('goes on with an initialisation that was cut off', async () => {
    initialisationTakes(2)
    await withClient((client) => client.systemInit({ body: { action: 'init', async: true } }))
    await appliance.kill()
    appliance = await startAppliance(place.dir, flags)
    await withClient(async (client) => {
      const { init_status } = await client.systemView()
      expect(['Initializing', 'Ready']).toContain(init_status)
      while ((await client.systemView()).init_status !== 'Ready') await sleep(100)
      expect((await client.poolList()).pools).toHaveLength(1)
    })
  })
})

describe('many at once', () => {
  it('gives a disk to one pool only, and a name to one object only', async () => {
    await withClient(async (client) => {
      await initialise(client)
      const disk_list = (await client.diskList()).disks.slice(0, 4).map(({ uuid }) => uuid)
      const numbers = Array.from({ length: 20 }, (_, index) => index)

      const pools = await outcomes(
        numbers.map((n) => client.poolCreate({ body: { name: `p${n}`, pool_type: 'raid6', disk_list } })),
      )
      expect(pools.answers).toHaveLength(1)
      expect(pools.refusals).toEqual(Array.from({ length: 19 }, () => 'InvalidCandidateError'))

      const pool_id = pools.answers[0]?.id ?? ''
      const volumes = await outcomes(
        numbers.map(() => client.volumeCreate({ body: { name: 'same', volume_type: 'filesystem', pool_id } })),
      )
      expect(volumes.answers).toHaveLength(1)
      expect(volumes.refusals).toEqual(Array.from({ length: 19 }, () => 'AlreadyExistsError'))
      expect((await client.volumeList()).total).toBe(1)
    })
  })
})
