import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import { dataGroups } from '@vsnap/vsnap-api/pool.rules.ts'
import type { SimulatedEngine } from '../engine/simulated/engine.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { handlers } from '../handlers/handlers.ts'
import type { FileBackedPlan, FilesystemPlan, HostPlan, LunPlan, PoolPlan, SitePlan, VolumePlan } from './plan.ts'

const day = 86_400
const hour = 3600

/** What the demo is told to: the real handlers' context, with a clock that can be set (epoch seconds). */
export interface Stage {
  readonly context: HandlerContext
  readonly engine: SimulatedEngine
  readonly setTime: (seconds: number) => void
}

interface Event {
  /** Epoch seconds. */
  readonly at: number
  readonly happen: () => Promise<void>
}

/**
 * Lets a plan happen, one real call after the other, each at its time in the past, up to `now`.
 * @param now epoch seconds.
 * @returns uuids of disks that have failed at the end of the story.
 */
export async function tell(
  plan: SitePlan,
  stage: Stage,
  now: number,
): Promise<{ readonly failedDisks: readonly string[] }> {
  const site = new Site(stage)
  const midnight = now - (now % day)
  const ago = (days: number, hours: number) => midnight - days * day + Math.round(hours * hour)
  const events: Event[] = [
    { at: ago(plan.daysAgo, 9), happen: () => site.initialise(plan) },
    ...plan.pools.map((pool, index) => ({ at: ago(plan.daysAgo, 9.5 + index / 4), happen: () => site.makePool(pool) })),
    ...plan.hosts.map((host, index) => ({ at: ago(plan.daysAgo, 14 + index / 10), happen: () => site.makeHost(host) })),
    ...plan.volumes.flatMap((volume, index) => volumeEvents(site, volume, index, ago)),
  ]
  for (const { at, happen } of events.filter((event) => event.at <= now).toSorted((a, b) => a.at - b.at)) {
    stage.setTime(at)
    await happen()
  }
  stage.setTime(now)
  return { failedDisks: site.failedDisks }
}

/** The life of one volume: made in the morning, its snapshots by night, its clones during the day. */
function volumeEvents(
  site: Site,
  plan: VolumePlan,
  index: number,
  ago: (days: number, hours: number) => number,
): Event[] {
  const made = { at: ago(plan.daysAgo, 16 + index / 60), happen: () => site.makeVolume(plan) }
  if (plan.kind === 'filebackedlun') return [made]
  const { every, keep, hour: at } = plan.snapshots ?? { every: 1, keep: 0, hour: 0 }
  const nights = Array.from({ length: keep }, (_, night) => night * every).filter((days) => days < plan.daysAgo)
  return [
    made,
    // Not all on the hour: a schedule starts one job after the other.
    ...nights.map((days) => ({ at: ago(days, at) + 97 * index, happen: () => site.makeSnapshot(plan.name) })),
    ...(plan.clones ?? []).map(({ name, daysAgo }) => ({
      at: ago(daysAgo, 11.4),
      happen: () => site.makeClone(name, plan.name),
    })),
  ]
}

class Site {
  readonly #context: HandlerContext
  readonly #engine: SimulatedEngine
  readonly #pools = new Map<string, string>()
  readonly #hosts = new Map<string, string>()
  readonly #volumes = new Map<string, string>()
  readonly #newestSnapshots = new Map<string, string>()
  readonly failedDisks: string[] = []

  constructor({ context, engine }: Stage) {
    this.#context = context
    this.#engine = engine
  }

  async initialise({ multipool }: SitePlan): Promise<void> {
    await handlers.systemInit({ body: { action: 'init', multipool, skip_pool: true } }, this.#context)
  }

  async makePool({
    name,
    pool_type,
    disks,
    compression,
    deduplication,
    syncwrite,
    log = 0,
    cache,
    spares = 0,
    failed = 0,
  }: PoolPlan): Promise<void> {
    const disk_list = await this.#unusedDisks(disks)
    const options = {
      ...(compression === undefined ? {} : { compression }),
      ...(deduplication === undefined ? {} : { deduplication }),
      ...(syncwrite === undefined ? {} : { syncwrite }),
    }
    const pool = await handlers.poolCreate({ body: { name, pool_type, disk_list, ...options } }, this.#context)
    this.#pools.set(name, pool.id)
    const at = { params: { id: pool.id } }
    if (log > 0)
      await handlers.poolAddLog(
        { ...at, body: { action: 'addlog', disk_list: await this.#unusedDisks(log) } },
        this.#context,
      )
    if (cache) {
      const [disk = ''] = await this.#unusedDisks(1)
      await handlers.poolAddCache({ ...at, body: { action: 'addcache', disk } }, this.#context)
    }
    if (spares > 0)
      await handlers.poolAddSpare(
        { ...at, body: { action: 'addspare', disk_list: await this.#unusedDisks(spares) } },
        this.#context,
      )
    const members = dataGroups(pool).flatMap(({ paths }) => paths.map(uuidOfPath))
    this.failedDisks.push(...members.slice(2, 2 + failed))
  }

  async #unusedDisks(count: number): Promise<string[]> {
    const { disks } = await handlers.diskList({ query: { used_as: 'unused' } }, this.#context)
    return disks.slice(0, count).map(({ uuid }) => uuid)
  }

  async makeHost({ name, iqns }: HostPlan): Promise<void> {
    const host = await handlers.hostCreate({ body: { name, iqns: [...iqns] } }, this.#context)
    this.#hosts.set(name, host.id)
  }

  async makeVolume(plan: VolumePlan): Promise<void> {
    const { id } = await this.#create(plan)
    this.#volumes.set(plan.name, id)
    if (plan.kind !== 'filebackedlun') this.#setLoad(id, plan)
    if (plan.kind === 'filesystem') await this.#share(id, plan)
    else
      for (const name of plan.hosts ?? [])
        await handlers.volumeMap({ params: { id }, body: { host_id: known(this.#hosts, name) } }, this.#context)
  }

  async #create(plan: VolumePlan): Promise<{ id: string }> {
    if (plan.kind === 'filebackedlun') return this.#createFileBacked(plan)
    const common = { name: plan.name, pool_id: known(this.#pools, plan.pool) }
    if (plan.kind === 'filesystem') {
      const size_total = plan.limit ?? null
      return handlers.volumeCreate({ body: { ...common, volume_type: 'filesystem', size_total } }, this.#context)
    }
    const { size: size_total, block } = plan
    const body = {
      ...common,
      volume_type: 'lun' as const,
      size_total,
      ...(block === undefined ? {} : { size_block: block }),
    }
    return handlers.volumeCreate({ body }, this.#context)
  }

  #createFileBacked({ name, parent, path: parent_path }: FileBackedPlan): Promise<{ id: string }> {
    const body = { name, volume_type: 'filebackedlun' as const, parent_id: known(this.#volumes, parent), parent_path }
    return Promise.resolve(handlers.volumeCreate({ body }, this.#context))
  }

  async #share(id: string, { share }: FilesystemPlan): Promise<void> {
    if (share === undefined) return
    if (share === 'smb') {
      await handlers.shareCreate({ params: { id }, body: { share_type: 'smb' } }, this.#context)
      return
    }
    const share_options = { read_only: share.read_only ?? false, allowed_hosts: [...share.nfs] }
    await handlers.shareCreate({ params: { id }, body: { share_type: 'nfs', share_options } }, this.#context)
  }

  /** The API cannot say what clients write: this is the engine's own matter. */
  #setLoad(id: string, { start, perDay }: FilesystemPlan | LunPlan): void {
    const row = this.#context.catalog.one('volume', { id: Number(id) })
    if (row) this.#engine.setWorkload(row.key, { start, perDay })
  }

  async makeSnapshot(volume: string): Promise<void> {
    const name = `spp_1007_${this.#context.clock.now()}_${volume}`
    const snapshot = await handlers.snapshotCreate(
      { params: { id: known(this.#volumes, volume) }, body: { name } },
      this.#context,
    )
    this.#newestSnapshots.set(volume, snapshot.id)
  }

  async makeClone(name: string, volume: string): Promise<void> {
    const snapshot_id = known(this.#newestSnapshots, volume)
    const clone = await handlers.volumeClone({ body: { name, snapshot_id } }, this.#context)
    this.#volumes.set(name, clone.id)
  }
}

function known(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The plan speaks of ${name} before it is made.`)
  return id
}
