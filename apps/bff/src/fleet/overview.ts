import { planProgress } from '@vsnap/console-api/plan.rules.ts'
import type { fleetEndpoints, UnprotectedKind } from '@vsnap/console-api/fleet.ts'
import type { Answer } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Alerts } from '../alerts/alerts.ts'
import type { LagTargets } from '../alerts/lag-targets.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/schema.ts'
import type { Outlooks } from '../history/outlook.ts'
import type { Plans } from '../plans/plans.ts'
import type { ApplianceFacts, Facts } from './facts.ts'
import { isBehind, lagsOf, sidesOf } from './lags.ts'

export interface OverviewDependencies {
  readonly db: Kysely<Database>
  readonly registry: Registry
  readonly facts: Facts
  readonly outlooks: Outlooks
  readonly alerts: Alerts
  readonly lagTargets: LagTargets
  readonly audit: Audit
  readonly plans: Plans
}

type FleetOverview = Answer<(typeof fleetEndpoints)['fleetView']>
type Unprotected = Answer<(typeof fleetEndpoints)['fleetUnprotected']>

const fullest = 5
const changes = 10
/** Seconds without a snapshot after which a volume counts as unprotected. */
const snapshotAge = 86_400

const labelled = ({ registry }: OverviewDependencies, label: string | undefined) =>
  registry.list().filter(({ labels }) => label === undefined || labels.includes(label))

/** One look over everything, or over the appliances with a label: what is wrong, what fills up, what is unprotected, what goes on. From memory, mostly. */
export async function overview(deps: OverviewDependencies, label?: string): Promise<FleetOverview> {
  const { facts, alerts } = deps
  const appliances = labelled(deps, label).map(({ id, name, state, since, read_at }) => ({
    id,
    name,
    state,
    since,
    read_at,
  }))
  const known = appliances.map(({ id, name }) => ({ appliance: { id, name }, facts: facts.of(id) }))
  const ids = new Set(appliances.map(({ id }) => id))
  const isAbout = (one: { readonly id: string } | null) => label === undefined || (one !== null && ids.has(one.id))
  return {
    appliances,
    attention: alerts.attention().filter(({ appliance }) => isAbout(appliance)),
    capacity: capacityOf(deps, known),
    protection: protectionOf(deps, known),
    activity: {
      sessions: sessionsOf(known),
      plans: label === undefined ? await plansOf(deps) : [],
      changes: await changesOf(deps, isAbout),
    },
  }
}

interface Known {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly facts: ReturnType<Facts['of']>
}

function capacityOf({ outlooks }: OverviewDependencies, known: readonly Known[]): FleetOverview['capacity'] {
  const pools = known.flatMap(({ appliance, facts }) =>
    facts.pools.flatMap(({ id, name, size_used: used, size_total: total }) =>
      used == null || !total
        ? []
        : [{ appliance: { ...appliance }, id, name, used, total, ...outlooks.of(appliance.id, id) }],
    ),
  )
  const growths = pools.flatMap(({ forecast }) => forecast.growth?.per_day ?? [])
  return {
    used: pools.reduce((sum, { used }) => sum + used, 0),
    total: pools.reduce((sum, { total }) => sum + total, 0),
    per_day: growths.length > 0 ? growths.reduce((sum, growth) => sum + growth, 0) : null,
    pools: pools
      .toSorted((a, b) => b.used / b.total - a.used / a.total)
      .slice(0, fullest)
      .map((pool) => ({ ...pool, recent: [...pool.recent] })),
  }
}

const secondsNow = () => Math.floor(Date.now() / 1000)

function isUnprotected({ facts }: Known, without: UnprotectedKind, volume: string, now: number): boolean {
  return without === 'snapshot'
    ? now - (facts.newest.get(volume) ?? 0) > snapshotAge
    : !facts.relationships.some(({ local_vol_id: local }) => local === volume)
}

/** How many volumes of an appliance nothing protects. */
interface Unguarded extends Pick<ApplianceFacts, 'newest' | 'relationships'> {
  readonly withoutSnapshot: number
  readonly withoutRelationship: number
  /** Epoch seconds: then the next volume has gone without a snapshot for too long. */
  readonly until: number
}

/** Counted once for as long as the lists stay as they are: a large fleet has a hundred thousand volumes. */
const unguarded = new WeakMap<ApplianceFacts['volumes'], Unguarded>()

function unguardedOf(one: Known, now: number): Unguarded {
  const { volumes, newest, relationships } = one.facts
  const kept = unguarded.get(volumes)
  if (kept?.newest === newest && kept.relationships === relationships && now <= kept.until) return kept
  const replicated = new Set(relationships.map(({ local_vol_id: local }) => local))
  const old = volumes.filter(({ id }) => isUnprotected(one, 'snapshot', id, now))
  let until = Infinity
  for (const { id } of volumes) {
    const end = (newest.get(id) ?? 0) + snapshotAge
    if (end >= now && end < until) until = end
  }
  const counts = {
    newest,
    relationships,
    withoutSnapshot: old.length,
    withoutRelationship: volumes.filter(({ id }) => !replicated.has(id)).length,
    until,
  }
  unguarded.set(volumes, counts)
  return counts
}

function protectionOf(
  { registry, facts, lagTargets }: OverviewDependencies,
  known: readonly Known[],
): FleetOverview['protection'] {
  const now = secondsNow()
  const ids = new Set(known.map(({ appliance }) => appliance.id))
  const lags = lagsOf(sidesOf(registry, facts)).filter(({ told }) => ids.has(told))
  const counts = known.map((one) => unguardedOf(one, now))
  return {
    volumes: known.reduce((sum, one) => sum + one.facts.volumes.length, 0),
    without_snapshot: counts.reduce((sum, { withoutSnapshot }) => sum + withoutSnapshot, 0),
    without_relationship: counts.reduce((sum, { withoutRelationship }) => sum + withoutRelationship, 0),
    relationships: lags.length,
    behind: lags.filter((lag) => isBehind(lag, lagTargets.of(lag.relationship), now)).length,
  }
}

/** The volumes that are counted there. */
export function unprotected(deps: OverviewDependencies, without: UnprotectedKind, label?: string): Unprotected {
  const { facts } = deps
  const now = secondsNow()
  const volumes = labelled(deps, label).flatMap(({ id, name }) => {
    const one = { appliance: { id, name }, facts: facts.of(id) }
    return one.facts.volumes
      .filter((volume) => isUnprotected(one, without, volume.id, now))
      .map((volume) => ({
        appliance: { ...one.appliance },
        ...volume,
        newest: one.facts.newest.get(volume.id) ?? null,
      }))
  })
  return { volumes, total: volumes.length }
}

function sessionsOf(known: readonly Known[]): FleetOverview['activity']['sessions'] {
  return known.flatMap(({ appliance, facts }) =>
    facts.running.flatMap(({ id, rel_id: relation, status, size_sent: sent, time_started: started }) => {
      const of = facts.relationships.find((one) => one.id === relation)
      // Its other end tells of the same session.
      if (of?.local_role === 'replica') return []
      const name = of?.local_vol_name ?? `Session ${id}`
      return [
        {
          appliance: { ...appliance },
          id,
          name,
          status: status ?? '',
          size_sent: sent ?? null,
          time_started: started ?? null,
        },
      ]
    }),
  )
}

async function plansOf({ plans }: OverviewDependencies): Promise<FleetOverview['activity']['plans']> {
  // One that waits or is queued is among those that run: which of the three it is, changes from moment to moment.
  const going = await plans.list({ state: 'running', limit: 10 })
  return going.plans.map((plan) => {
    const { id, title, user } = plan
    const { done, of: total } = planProgress(plan)
    return { id, title, user, done, total }
  })
}

async function changesOf(
  { db, audit, registry }: OverviewDependencies,
  isAbout: (appliance: { readonly id: string } | null) => boolean,
): Promise<FleetOverview['activity']['changes']> {
  const [{ entries }, news] = await Promise.all([
    audit.list({ limit: 4 * changes }),
    db.selectFrom('fleet_changes').selectAll().orderBy('id', 'desc').limit(changes).execute(),
  ])
  const done = entries
    .filter(({ state, operation }) => state === 'done' && !['sessionCreate', 'sessionDelete'].includes(operation))
    .map(({ id, time, user, appliance, title }) => ({ id, time, user, appliance, title }))
  const foreign = news.map(({ id, time, appliance_id, resource, name, kind }) => ({
    id,
    time,
    user: null,
    appliance: { id: appliance_id, name: registry.view(appliance_id)?.name ?? appliance_id },
    title: `${resource} ${name} ${kind}, not through this console`,
  }))
  return [...done, ...foreign]
    .filter(({ appliance }) => isAbout(appliance))
    .toSorted((a, b) => b.time - a.time)
    .slice(0, changes)
}
