import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry as Metrics } from 'prom-client'
import type { Alerts } from '../alerts/alerts.ts'
import type { LagTargets } from '../alerts/lag-targets.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Collector } from '../collector/collector.ts'
import type { Facts } from '../fleet/facts.ts'

export interface MetricsDependencies {
  readonly registry: Registry
  readonly facts: Facts
  readonly alerts: Alerts
  readonly lagTargets: LagTargets
  readonly collector: Collector
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

/**
 * Metrics of the fleet have the appliance's name as a label. They are made from what the console knows when it is asked,
 * so that nobody asks an appliance more often for them; bytes and seconds, as Prometheus wants it.
 */
export function createMetrics({ registry, facts, alerts, lagTargets, collector }: MetricsDependencies): FleetMetrics {
  const metrics = new Metrics()
  collectDefaultMetrics({ register: metrics, prefix: 'vsnap_console_' })
  const gauge = <const Label extends string>(name: string, help: string, ...labels: readonly Label[]) =>
    new Gauge({ name: `vsnap_${name}`, help, labelNames: ['appliance', ...labels], registers: [metrics] })

  const up = gauge('up', '1 when the appliance answers and works, else 0')
  const volumes = gauge('volumes', 'Volumes that snapshots and relationships can protect')
  const unprotected = gauge('volumes_without_snapshot', 'Of these, the ones without any snapshot')
  const size = gauge('pool_size_bytes', 'Size of a pool', 'pool')
  const used = gauge('pool_used_bytes', 'Used bytes of a pool', 'pool')
  const health = gauge('pool_health_percent', 'Health of a pool', 'pool')
  const online = gauge('pool_online', '1 when the pool is ONLINE, else 0', 'pool')
  const lag = gauge('relationship_lag_seconds', 'Age of what the replica last got whole', 'relationship', 'volume')
  const target = gauge('relationship_lag_target_seconds', 'The age that is allowed', 'relationship', 'volume')
  const failed = gauge('relationship_failed', '1 when the last session failed, else 0', 'relationship', 'volume')
  const running = gauge('sessions_running', 'Sessions that wait or run')
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
  collector.onRead((_appliance, resource) => reads.inc({ resource }))

  /** What is gone must not be told for ever: everything of the fleet is told anew. */
  const look = () => {
    const now = Date.now() / 1000
    for (const one of [up, volumes, unprotected, size, used, health, online, lag, target, failed, running, open])
      one.reset()
    for (const { id, name: appliance, state } of registry.list()) {
      const known = facts.of(id)
      up.set({ appliance }, Number(state === 'online'))
      volumes.set({ appliance }, known.volumes.length)
      unprotected.set({ appliance }, known.volumes.filter((volume) => !known.newest.has(volume.id)).length)
      running.set({ appliance }, known.running.length)
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
        const since = known.succeeded.get(relationship.id)
        if (since !== undefined) lag.set(labels, Math.max(0, now - since))
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
