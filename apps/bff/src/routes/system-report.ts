import { fleetResources } from '@vsnap/console-api/fleet.ts'
import type { systemReportEndpoints } from '@vsnap/console-api/system-report.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Alerts } from '../alerts/alerts.ts'
import { notFound } from '../appliances/errors.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Audit } from '../audit/audit.ts'
import type { Collector } from '../collector/collector.ts'
import type { Model } from '../collector/model.ts'
import type { Facts } from '../fleet/facts.ts'
import type { RouteContext } from './context.ts'

/** Calls of the trail that are looked through for those that went wrong. */
const recent = 500
const most = 50

/** What whoever helps with an appliance has to know of it: who logs in there, and what its people write for each other, stays here. */
export function systemReportHandlers({
  registry,
  model,
  collector,
  facts,
  alerts,
  audit,
}: {
  readonly registry: Registry
  readonly model: Model
  readonly collector: Collector
  readonly facts: Facts
  readonly alerts: Alerts
  readonly audit: Audit
}): Handlers<typeof systemReportEndpoints, RouteContext> {
  return {
    async systemReport({ params: { id } }) {
      const {
        username: _username,
        notes: _notes,
        certificate: _certificate,
        ...appliance
      } = registry.view(id) ?? notFound(id)
      const { pools, failed } = facts.of(id)
      const [raised, { entries }] = await Promise.all([alerts.list(), audit.list({ appliance: id, limit: recent })])
      return {
        time_created: Math.floor(Date.now() / 1000),
        appliance,
        lists: fleetResources.map((resource) => {
          const known = model.known(id, resource)
          const error = collector.error(id, resource)
          return { resource, items: known?.items ?? null, read_at: known?.read_at ?? null, error }
        }),
        pools: pools.map(({ id: pool, name, status, health, size_used, size_total }) => ({
          id: pool,
          name,
          status: status ?? null,
          health: health ?? null,
          size_used: size_used ?? null,
          size_total: size_total ?? null,
        })),
        failed_sessions: [...failed].map(([relationship, reason]) => ({ relationship, reason })),
        alerts: raised
          .filter((one) => one.appliance?.id === id)
          .slice(0, most)
          .map(({ rule, severity, title, text, since, time_cleared }) => ({
            rule,
            severity,
            title,
            text,
            since,
            time_cleared,
          })),
        errors: entries
          .filter(({ state }) => state === 'refused' || state === 'unknown')
          .slice(0, most)
          .map(({ time, operation, method, path, state, status, error }) => ({
            time,
            operation,
            method,
            path,
            state,
            status,
            error,
          })),
      }
    },
  }
}
