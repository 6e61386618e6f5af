import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentsOf, storedSnapshots, writeBytes } from '../testing/contents.ts'
import { partnersWith, sessionEnd, Site } from '../testing/pair.ts'

const KiB = 1024
const sites = [new Site(), new Site()] as const
const [near, far] = sites

beforeAll(() => Promise.all(sites.map((site) => site.begin())))
afterAll(() => Promise.all(sites.map((site) => site.end())))

/** Numbers that look like chance and are the same in each run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

describe('fifty sessions of ten relationships, while either side is killed again and again', () => {
  it('leave each relationship replicating, and each replica equal to its primary’s snapshot', async () => {
    const partner_id = await partnersWith(near, far)
    const rels: string[] = []
    for (let index = 0; index < 10; index += 1) {
      const { id } = await near.call.volumeCreate({
        body: { name: `v${index}`, volume_type: 'filesystem', pool_id: '1' },
      })
      rels.push((await near.call.relationshipCreate({ params: { id }, body: { partner_id } })).id)
    }
    near.control({ transfer_rate: 200 * KiB })
    const random = chance(4711)
    let [started, kills, over] = [0, 0, false]
    const victims = new Set<Site>()

    const killing = (async () => {
      while (!over) {
        await sleep(800 + 1700 * random())
        const victim = sites[random() < 0.5 ? 0 : 1]
        await victim.kill()
        kills += 1
        victims.add(victim)
        await victim.start()
      }
    })()
    // As many kills as it takes, of either side, also where a start takes long.
    while (started < 50 || kills <= 3 || victims.size < 2) {
      const index = started % rels.length
      writeBytes(near.dir, `v${index}`, Math.floor((20 + 60 * random()) * KiB))
      // An appliance that is just down is asked again.
      const session = await near.call
        .sessionStart({ params: { id: rels[index] ?? '' }, body: {} })
        .catch(() => undefined)
      if (session) started += 1
      await sleep(session ? 100 + 200 * random() : 50)
    }
    const running = async () => (await near.call.sessionList()).sessions.filter(isRunning).length
    while ((await running().catch(() => 1)) > 0) await sleep(50)
    over = true
    await killing

    near.control({})
    const { sessions } = await near.call.sessionList()
    const failed = sessions.filter(({ status }) => status === 'FAILED')
    expect(sessions.length).toBeGreaterThanOrEqual(50)
    expect(kills).toBeGreaterThan(3)
    expect(victims.size, 'either side was killed').toBe(2)
    expect(failed.length, 'kills hit sessions').toBeGreaterThan(0)
    for (const { message } of failed) expect(message).toMatch(/reached|stopped|given up|had|says/)

    for (const [index, id] of rels.entries()) {
      const { id: session } = await near.call.sessionStart({ params: { id }, body: {} })
      const last = await sessionEnd(near.call, session)
      expect(last, last.message ?? '').toMatchObject({ status: 'COMPLETED' })
      const [here, there] = [contentsOf(near.dir, `v${index}`), contentsOf(far.dir, `v${index}`)]
      expect([...there.keys()].at(-1)).toBe(last.local_snap_name)
      for (const [name, content] of there) expect(content, `${name} of v${index}`).toBe(here.get(name))
    }
    expect(storedSnapshots(far.dir)).toBe((await far.call.snapshotList()).total)
    expect(storedSnapshots(near.dir)).toBe((await near.call.snapshotList()).total)
    for (const site of sites) expect(site.process.output().stderr).toBe('')
  })
})
