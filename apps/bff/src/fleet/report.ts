import type { FailedSession, Report } from '@vsnap/console-api/report.ts'
import { answers } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { session } from '@vsnap/vsnap-api/session.ts'
import { list } from './listing.ts'
import { overview, type OverviewDependencies, unprotected } from './overview.ts'

/** Seconds. */
const day = 86_400
/** Of each kind. */
const shown = 50

const some = <Item>(all: readonly Item[]) => ({ items: all.slice(0, shown), total: all.length })

/** The last 24 hours before `now` (epoch seconds), from the read model: no appliance is asked for it. */
export async function dailyReport(deps: OverviewDependencies, now: number): Promise<Full<Report>> {
  const since = now - day
  const { appliances, capacity, protection } = await overview(deps)
  const alerts = (await deps.alerts.list()).filter(
    ({ time_cleared: cleared, snoozed_until: snoozed, silenced_until: silenced }) =>
      cleared === null ? snoozed === null && silenced === null : cleared >= since,
  )
  return {
    time: now,
    since,
    appliances: { total: appliances.length, answering: appliances.filter(({ state }) => answers(state)).length },
    capacity,
    alerts: some(alerts),
    alerts_open: alerts.filter(({ time_cleared: cleared }) => cleared === null).length,
    sessions: some(await failedSessions(deps, since)),
    changes: await changes(deps, since),
    protection,
    without_snapshot: some(unprotected(deps, 'snapshot').volumes),
    without_relationship: some(unprotected(deps, 'relationship').volumes),
  }
}

/** The newest first. Of each session the end that sends tells, where the console knows it. */
async function failedSessions({ db, registry, facts }: OverviewDependencies, since: number): Promise<FailedSession[]> {
  const names = new Map(registry.list().map(({ id, name }) => [id, name]))
  const { items } = await list(db, 'session', names, { q: 'failed', sort: '-time_queued', limit: 1000 })
  return items.flatMap(({ appliance, ...row }) => {
    const { data } = session.safeParse(row)
    const time = data?.time_ended ?? data?.time_queued ?? 0
    if (data?.status !== 'FAILED' || time < since) return []
    const of = facts.of(appliance.id).relationships.find(({ id }) => id === data.rel_id)
    if (of?.local_role === 'replica') return []
    const { id, name } = appliance
    const volume = of?.local_vol_name ?? `Session ${data.id}`
    return [{ appliance: { id, name }, id: data.id, name: volume, time, message: data.message ?? '' }]
  })
}

async function changes({ db, registry }: OverviewDependencies, since: number): Promise<Full<Report>['changes']> {
  const done = db
    .selectFrom('audit')
    .where('state', '=', 'done')
    .where('time', '>=', since)
    .where('operation', 'not in', ['sessionCreate', 'sessionDelete'])
  const foreign = db.selectFrom('fleet_changes').where('time', '>=', since)
  const [ours, theirs, ...counts] = await Promise.all([
    done
      .select(['id', 'time', 'name', 'appliance_id', 'appliance_name', 'title'])
      .orderBy('id', 'desc')
      .limit(shown)
      .execute(),
    foreign.selectAll().orderBy('id', 'desc').limit(shown).execute(),
    done.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    foreign.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const items = [
    ...ours.map(({ id, time, name: user, appliance_id: at, appliance_name: name, title }) => ({
      id,
      time,
      user,
      appliance: at === null ? null : { id: at, name: name ?? at },
      title,
    })),
    ...theirs.map(({ id, time, appliance_id: at, resource, name, kind }) => ({
      id,
      time,
      user: null,
      appliance: { id: at, name: registry.view(at)?.name ?? at },
      title: `${resource} ${name} ${kind}, not through this console`,
    })),
  ]
  return {
    items: items.toSorted((a, b) => b.time - a.time).slice(0, shown),
    total: counts.reduce((sum, { total }) => sum + Number(total), 0),
  }
}
