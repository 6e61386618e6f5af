import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry as Metrics } from 'prom-client'
import type { Alerts } from '../alerts/alerts.ts'
import type { LagTargets } from '../alerts/lag-targets.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Kysely } from 'kysely'
import type { Collector } from '../collector/collector.ts'
import type { Model } from '../collector/model.ts'
import { onCommit } from '../database/batch.ts'
import { sizesOf } from '../database/open.ts'
import type { Database } from '../database/schema.ts'
import type { Facts } from '../fleet/facts.ts'
import { newestOnBoth } from '../fleet/lags.ts'
import type { Agents } from '../proxy/agents.ts'

export interface MetricsDependencies {
  readonly registry: Registry
  readonly facts: Facts
  readonly alerts: Alerts
  readonly lagTargets: LagTargets
  readonly collector: Collector
  readonly model: Model
  readonly agents: Agents
  readonly db: Kysely<Database>
}

/** How the fleet is and how the console does, for Prometheus. */
export interface FleetMetrics {
  /** `GET /metrics` */
  readonly handler: RequestHandler
  /** Counts the requests that come to the console. */
  readonly requests: RequestHandler
}

/** Seconds. */
const buckets = [0.005, 0.02, 0.1, 0.5, 2, 10]
const commitBuckets = [0.001, 0.005, 0.02, 0.1, 0.5, 2]

/**
 * Metrics of the fleet have the appliance's name as a label. They are made from what the console knows when it is asked,
 * so that nobody asks an appliance more often for them; bytes and seconds, as Prometheus wants it.
 */
export function createMetrics(deps: MetricsDependencies): FleetMetrics {
  const { registry, facts, alerts, lagTargets, collector, model } = deps
  const metrics = new Metrics()
  collectDefaultMetrics({ register: metrics, prefix: 'vsnap_console_' })
  const gauge = <const Label extends string>(name: string, help: string, ...labels: readonly Label[]) =>
    new Gauge({ name: `vsnap_${name}`, help, labelNames: ['appliance', ...labels], registers: [metrics] })

  const up = gauge('up', '1 when the appliance answers and works, else 0')
  const volumes = gauge('volumes', 'Volumes that snapshots and relationships can protect')
  const snapshots = gauge('snapshots', 'Snapshots that the appliance has')
  const unprotected = gauge('volumes_without_snapshot', 'Of these, the ones without any snapshot')
  const size = gauge('pool_size_bytes', 'Size of a pool', 'pool')
  const used = gauge('pool_used_bytes', 'Used bytes of a pool', 'pool')
  const health = gauge('pool_health_percent', 'Health of a pool', 'pool')
  const online = gauge('pool_online', '1 when the pool is ONLINE, else 0', 'pool')
  const lag = gauge('relationship_lag_seconds', 'Age of what the replica last got whole', 'relationship', 'volume')
  const target = gauge('relationship_lag_target_seconds', 'The age that is allowed', 'relationship', 'volume')
  const failed = gauge('relationship_failed', '1 when the last session failed, else 0', 'relationship', 'volume')
  const running = gauge('sessions_running', 'Sessions that wait or run')
  const sessions = gauge('sessions', 'Sessions that the appliance remembers, by how they are or ended', 'status')
  const open = new Gauge({
    name: 'vsnap_alerts',
    help: 'What needs somebody now',
    labelNames: ['rule', 'severity'],
    registers: [metrics],
  })
  const reads = new Counter({
    name: 'vsnap_console_list_reads_total',
    help: 'Lists that the console has read from appliances',
    labelNames: ['resource'],
    registers: [metrics],
  })
  const served = new Histogram({
    name: 'vsnap_console_request_seconds',
    help: 'Requests to the console, until they are answered',
    labelNames: ['method', 'status'],
    buckets,
    registers: [metrics],
  })
  watchOwnWork(metrics, deps)
  collector.onRead((_appliance, resource) => reads.inc({ resource }))

  /** What is gone must not be told for ever: everything of the fleet is told anew. */
  const look = () => {
    const now = Date.now() / 1000
    for (const one of [up, volumes, snapshots, unprotected, size, used, health, online]) one.reset()
    for (const one of [lag, target, failed, running, sessions, open]) one.reset()
    for (const { id, name: appliance, state, error } of registry.list()) {
      const known = facts.of(id)
      // A slow one works, and so does one that somebody works on as long as it answers.
      const works = state === 'online' || state === 'slow' || (state === 'maintenance' && error === null)
      up.set({ appliance }, Number(works))
      volumes.set({ appliance }, known.volumes.length)
      unprotected.set({ appliance }, known.volumes.filter((volume) => !known.newest.has(volume.id)).length)
      const list = model.known(id, 'snapshot')
      if (list) snapshots.set({ appliance }, list.items)
      running.set({ appliance }, known.running.length)
      for (const [status, count] of known.sessions) sessions.set({ appliance, status }, count)
      for (const pool of known.pools) {
        const labels = { appliance, pool: pool.name }
        online.set(labels, Number(pool.status === 'ONLINE'))
        if (pool.size_total != null) size.set(labels, pool.size_total)
        if (pool.size_used != null) used.set(labels, pool.size_used)
        if (pool.health != null) health.set(labels, pool.health)
      }
      for (const relationship of known.relationships) {
        if (relationship.local_role !== 'primary') continue
        const labels = { appliance, relationship: relationship.id, volume: relationship.local_vol_name ?? '' }
        const since = newestOnBoth(relationship, known)
        if (since !== null) lag.set(labels, Math.max(0, now - since))
        target.set(labels, lagTargets.of(relationship.id))
        failed.set(labels, Number(known.failed.has(relationship.id)))
      }
    }
    for (const { rule, severity } of alerts.attention()) open.inc({ rule, severity })
  }

  return {
    async handler(_req, res) {
      look()
      res.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', metrics.contentType)
      res.end(await metrics.metrics())
    },

    requests(req, res, next) {
      const started = performance.now()
      res.once('finish', () =>
        served.observe({ method: req.method, status: res.statusCode }, (performance.now() - started) / 1000),
      )
      next()
    },
  }
}

/** What the console does by itself: its calls to appliances, how it keeps up with them, and its database. */
function watchOwnWork(metrics: Metrics, { collector, agents, db }: MetricsDependencies): void {
  const registers = [metrics]
  const calls = new Histogram({
    name: 'vsnap_console_upstream_call_seconds',
    help: 'Calls to appliances, the wait for a connection included, by how they ended',
    labelNames: ['outcome'],
    buckets,
    registers,
  })
  const inFlight = new Gauge({
    name: 'vsnap_console_upstream_calls_in_flight',
    help: 'Calls to appliances that have not ended',
    registers,
  })
  agents.onCall(() => {
    const started = performance.now()
    inFlight.inc()
    return (outcome) => {
      inFlight.dec()
      calls.observe({ outcome }, (performance.now() - started) / 1000)
    }
  })

  const work = (name: string, help: string, value: () => number | undefined) =>
    new Gauge({
      name: `vsnap_console_collector_${name}`,
      help,
      registers,
      // Prometheus' word for what is not known.
      collect() {
        this.set(value() ?? Number.NaN)
      },
    })
  work(
    'cycle_seconds',
    'Until all lists of all appliances that answer had been read anew, the last time',
    () => collector.work().cycle,
  )
  work('lists_in_flight', 'Lists that are being read', () => collector.work().reading)
  work('lists_waiting', 'Lists that are due and wait for their turn', () => collector.work().waiting)

  const commits = new Histogram({
    name: 'vsnap_console_database_commit_seconds',
    help: 'Changes that are written together, until they are on the disk',
    buckets: commitBuckets,
    registers,
  })
  onCommit(db, (seconds) => commits.observe(seconds))
  new Gauge({
    name: 'vsnap_console_database_bytes',
    help: 'Size of the database, and of its write-ahead log (PostgreSQL has one for all its databases)',
    labelNames: ['part'],
    registers,
    async collect() {
      const { database, log } = await sizesOf(db)
      this.set({ part: 'database' }, database)
      if (log !== undefined) this.set({ part: 'log' }, log)
    },
  })
}
