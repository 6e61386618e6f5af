import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { openAlerts, type Alerts } from './alerts/alerts.ts'
import { openLagTargets, type LagTargets } from './alerts/lag-targets.ts'
import { openRuleSettings, type RuleSettings } from './alerts/rule-settings.ts'
import { openSilences, type Silences } from './alerts/silences.ts'
import { openSubjects, type Undelivered } from './alerts/subjects.ts'
import type { Registry } from './appliances/registry.ts'
import type { Clock } from './clock.ts'
import type { Collector } from './collector/collector.ts'
import type { Database } from './database/schema.ts'
import type { Events } from './events/events.ts'
import type { Agents } from './proxy/agents.ts'
import { createOutlooks, type Outlooks } from './history/outlook.ts'
import { isKept, openPoolHistory, type PoolHistory, type PoolUsage } from './history/usage.ts'
import { openVolumeHistory, type VolumeHistory } from './history/volume-usage.ts'
import { type Facts, openFacts } from './fleet/facts.ts'
import { followPoolDetails } from './fleet/pool-details.ts'
import { followVolumeSerials } from './fleet/volume-serials.ts'

export interface Insight {
  readonly facts: Facts
  readonly history: PoolHistory
  readonly volumeHistory: VolumeHistory
  readonly outlooks: Outlooks
  readonly alerts: Alerts
  readonly lagTargets: LagTargets
  readonly ruleSettings: RuleSettings
  readonly silences: Silences
  /** What is not the fleet's own matter is looked at too: ways on which messages do not arrive. */
  watch(undelivered: Undelivered): void
  stop(): Promise<void>
}

export interface InsightDependencies {
  readonly db: Kysely<Database>
  readonly log: Logger
  readonly registry: Registry
  readonly collector: Collector
  readonly events: Events
  readonly agents: Agents
  /** Where the console keeps its data. */
  readonly data: string
  readonly clock: Clock
  /** Seconds that something has to be over before its alert is cleared. */
  readonly settle: number
}

/** Milliseconds: what is asked for often at once is done once; time passes also where nothing changes. */
const gather = 500
const anyway = 15_000
const pruneEvery = 3_600_000

/** Follows what the collector reads: what it means, how it was before, and what needs a person. */
export async function openInsight(deps: InsightDependencies): Promise<Insight> {
  const { db, log, registry, collector, events, clock } = deps
  const facts = await openFacts(db)
  const history = openPoolHistory(db)
  const volumeHistory = await openVolumeHistory(db)
  const outlooks = createOutlooks(history)
  const ruleSettings = await openRuleSettings(db)
  const silences = await openSilences(db, registry, clock)
  const alerts = await openAlerts({ ...deps, settings: ruleSettings, silences })
  const lagTargets = await openLagTargets(db, events)
  // Before anybody else: they look at what this knows.
  collector.onRead(async (applianceId, resource, rows) => {
    if (rows) await facts.update(applianceId, resource, rows)
  })
  const details = followPoolDetails({ ...deps, facts })
  const serials = followVolumeSerials(deps)
  const subjects = openSubjects({ ...deps, facts, outlooks, lagTargets, details })
  let isStopped = false
  let evaluating: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const failed = (what: string) => (error: unknown) => {
    if (!isStopped) log.error({ err: error }, what)
  }
  const evaluate = () => {
    timer = undefined
    evaluating = evaluating
      .then(async () => alerts.evaluate(await subjects.look(clock())))
      .catch(failed('alerts could not be kept'))
  }
  const soon = () => {
    if (!isStopped) timer ??= setTimeout(evaluate, gather)
  }

  const usageOf = (applianceId: string): PoolUsage[] =>
    facts.of(applianceId).pools.flatMap(({ id, size_used: used, size_total: total }) => {
      if (!isKept(used) || !isKept(total)) return []
      const { compression_ratio = null, deduplication_ratio = null } = details.of(applianceId).get(id) ?? {}
      return { id, used, total, compression_ratio, deduplication_ratio }
    })
  const record = (applianceId: string) =>
    history.record(applianceId, usageOf(applianceId), clock()).catch(failed('how full pools are could not be kept'))

  collector.onRead(async (applianceId, resource, rows) => {
    if (resource === 'pool') {
      await record(applianceId)
      await outlooks.refresh(applianceId, usageOf(applianceId))
    }
    if (resource === 'volume')
      await volumeHistory.record(applianceId, rows, clock()).catch(failed('how full volumes are could not be kept'))
    if (rows) soon()
  })
  registry.onState(soon)
  for (const one of [lagTargets, ruleSettings, silences]) one.onChange(soon)
  details.onRead((applianceId) => {
    void record(applianceId)
    soon()
  })
  registry.onChange((id) => {
    facts.forget(id)
    soon()
  })
  for (const { id } of registry.list())
    void outlooks.refresh(id, usageOf(id)).catch(failed('the past of pools could not be read'))
  const timers = [
    setInterval(soon, anyway).unref(),
    setInterval(() => {
      for (const one of [history, volumeHistory]) void one.prune(clock()).catch(failed('old values are still there'))
    }, pruneEvery).unref(),
  ]
  soon()

  return {
    facts,
    history,
    volumeHistory,
    outlooks,
    alerts,
    lagTargets,
    ruleSettings,
    silences,
    watch: (undelivered) => subjects.watch(undelivered),
    async stop() {
      isStopped = true
      serials.stop()
      clearTimeout(timer)
      for (const one of timers) clearInterval(one)
      await evaluating
    },
  }
}
