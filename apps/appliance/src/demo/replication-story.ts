import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { handlers } from '../handlers/handlers.ts'

const day = 86_400
const minute = 60

/** What the story is told to. */
export interface ReplicationStage {
  readonly contextOf: (site: string) => HandlerContext
  /** Epoch seconds. */
  readonly setTime: (seconds: number) => void
  /** User and password that each of them knows. */
  readonly account: readonly [user: string, password: string]
}

interface Plan {
  readonly from: string
  readonly to: string
  readonly volume: string
  /** The partner's pool, by name. */
  readonly pool: string
  /** Days ago between which each of its snapshots has been replicated. */
  readonly between: readonly [first: number, last: number]
  /** How it stands now: the last one failed, or the first session has only been queued. */
  readonly lastly?: 'failed' | 'queued'
}

/** A triangle, and one of each that a person should see: in time, late since days, failed last night, on its way. */
const plans: readonly Plan[] = [
  { from: 'fra', to: 'lon', volume: 'vm-daily-04', pool: 'archive', between: [6, 0] },
  { from: 'fra', to: 'lon', volume: 'mssql-02', pool: 'archive', between: [4, 0] },
  { from: 'lon', to: 'dub', volume: 'pacs-images-01', pool: 'dub-backup', between: [8, 3] },
  { from: 'dub', to: 'fra', volume: 'gitlab-backup', pool: 'vm-daily', between: [6, 1], lastly: 'failed' },
  { from: 'dub', to: 'fra', volume: 'vm-daily-01', pool: 'vm-daily', between: [0, 0], lastly: 'queued' },
]

/** Lets appliances that can reach each other have been partners for some weeks, up to `now` (epoch seconds). */
export async function tellReplication(stage: ReplicationStage, now: number): Promise<void> {
  stage.setTime(now - 24 * day)
  for (const [near, far] of [
    ['fra', 'lon'],
    ['lon', 'dub'],
    ['dub', 'fra'],
  ] as const)
    await join(stage, near, far)
  const events: Event[] = []
  for (const plan of plans) events.push(...(await eventsOf(stage, plan, now)))
  for (const { at, happen } of events.toSorted((a, b) => a.at - b.at)) {
    stage.setTime(at)
    await happen()
  }
  stage.setTime(now)
}

interface Event {
  /** Epoch seconds. */
  readonly at: number
  readonly happen: () => Promise<unknown>
}

async function join({ contextOf, account }: ReplicationStage, near: string, far: string): Promise<void> {
  const [remote_user, remote_pass] = account
  const body = { remote_addr: '127.0.0.1', remote_api_port: contextOf(far).self.port, remote_user, remote_pass }
  await handlers.partnerCreate({ body }, contextOf(near))
}

/** A relationship is made when its partners are; then a session follows each snapshot after half an hour. */
async function eventsOf(stage: ReplicationStage, plan: Plan, now: number): Promise<Event[]> {
  const near = stage.contextOf(plan.from)
  const { id: volume } = await handlers.volumeView({ params: { name: plan.volume } }, near)
  const { snapshots } = await handlers.volumeSnapshotList({ params: { id: volume } }, near)
  // Made the day before its first session.
  stage.setTime(now - Math.max(plan.between[0] * day + day / 2, 5 * minute))
  const rel = await relate(stage, plan, volume)
  const [first, last] = plan.between.map((days) => now - days * day)
  const turns = snapshots.map(({ id, time_created: made }) => ({ id, at: (made ?? 0) + 30 * minute }))
  const nights = turns
    .filter(({ at }) => at > (first ?? now) && at <= (last ?? now))
    .map(({ id, at }) => ({ at, happen: () => replicate(stage, near, rel, id) }))
  const [newest] = snapshots.slice(-1)
  // In the half hour after a snapshot its turn is still to come: it was the one before that failed.
  const lastTurn = turns.findLast(({ at }) => at < now)
  if (plan.lastly === 'failed' && lastTurn) {
    const { id, at } = lastTurn
    const other = stage.contextOf(plan.to)
    nights.push({ at, happen: () => withoutReplication(other, () => replicate(stage, near, rel, id)) })
  }
  if (plan.lastly === 'queued' && newest) {
    // The appliance sends it when it is started for the first time.
    nights.push({ at: now - minute, happen: () => queue(near, rel, newest.id) })
  }
  return nights.filter(({ at }) => at < now)
}

async function relate(stage: ReplicationStage, plan: Plan, volume: string): Promise<string> {
  const [near, far] = [stage.contextOf(plan.from), stage.contextOf(plan.to)]
  const { id: partner_id } = await handlers.systemView({}, far)
  const { id: remote_pool_id } = await handlers.poolView({ params: { name: plan.pool } }, far)
  const remote_vol_name = `${plan.volume}-${plan.from}`
  const body = { partner_id, remote_pool_id, remote_vol_name }
  return (await handlers.relationshipCreate({ params: { id: volume }, body }, near)).id
}

/** A session from its start to its end, which in the story takes some minutes, and hours for the first. */
async function replicate(stage: ReplicationStage, near: HandlerContext, rel: string, snap_id: string): Promise<void> {
  const began = near.clock.now()
  const { last_success_snap_id: last } = await handlers.relationshipView({ params: { id: rel } }, near)
  const { id } = await handlers.sessionStart({ params: { id: rel }, body: { snap_id } }, near)
  const minutes = (last === null ? 130 : 4) + (Number(snap_id) % 11)
  stage.setTime(began + minutes * minute)
  while (isRunning(await handlers.sessionView({ params: { id } }, near))) await wait(5)
}

/** The partner's network has been without replication for a while. */
async function withoutReplication(far: HandlerContext, meanwhile: () => Promise<void>): Promise<void> {
  const { networks } = await handlers.networkList({}, far)
  const carry = async (services: ('all' | 'mgmt' | 'nfs' | 'smb' | 'iscsi')[]): Promise<void> => {
    for (const { id } of networks) await handlers.networkUpdate({ params: { id }, body: { services } }, far)
  }
  await carry(['mgmt', 'nfs', 'smb', 'iscsi'])
  await meanwhile()
  await carry(['all'])
}

async function queue(near: HandlerContext, rel: string, snap_id?: string): Promise<void> {
  near.replication.open = false
  await handlers.sessionStart({ params: { id: rel }, body: { snap_id } }, near)
}

/**
 * Queues one more session of what is sent slowly from a site whose past was told, so that one is on its way whenever
 * the demo is started. Nothing when somebody has deleted it meanwhile, or when one waits already.
 */
export async function queueAgain(site: string, near: HandlerContext): Promise<void> {
  const plan = plans.find(({ from, lastly }) => from === site && lastly === 'queued')
  const { volumes } = await handlers.volumeList({ query: {} }, near)
  const volume = volumes.find(({ name }) => name === plan?.volume)
  const { relationships } = await handlers.relationshipList({ query: {} }, near)
  const relationship = relationships.find(({ local_vol_id: id }) => id === volume?.id)
  if (!volume || !relationship) return
  const { sessions } = await handlers.sessionList({ query: {} }, near)
  if (!sessions.some((one) => one.rel_id === relationship.id && isRunning(one))) await queue(near, relationship.id)
}
