import type { alertEndpoints } from '@vsnap/console-api/alert.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Alerts } from '../alerts/alerts.ts'
import type { RouteContext } from './context.ts'

/** What needs a person. */
export function alertHandlers(alerts: Alerts): Handlers<typeof alertEndpoints, RouteContext> {
  return {
    async alertList() {
      const all = await alerts.list()
      return {
        alerts: all,
        total: all.length,
        open: all.filter(({ time_cleared: cleared }) => cleared === null).length,
      }
    },
    alertAcknowledge: ({ params }, { caller }) => alerts.acknowledge(params.id, caller.user?.name ?? ''),
  }
}
