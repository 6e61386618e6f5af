import { historySteps, type historyEndpoints } from '@vsnap/console-api/history.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { notFound, type Registry } from '../appliances/registry.ts'
import type { Outlooks } from '../history/outlook.ts'
import type { UsageHistory } from '../history/usage.ts'
import type { RouteContext } from './context.ts'

/** The past of pools, and what it says of the future. */
export function historyHandlers(
  registry: Registry,
  history: UsageHistory,
  outlooks: Outlooks,
): Handlers<typeof historyEndpoints, RouteContext> {
  return {
    async historyPool({ params: { appliance, pool }, query: { since = 0, step = 900 } = {} }) {
      if (!registry.view(appliance)) notFound(appliance)
      const chosen = historySteps.find((one) => one === step) ?? 900
      return {
        points: await history.series(appliance, pool, chosen, since),
        forecast: outlooks.of(appliance, pool).forecast,
      }
    },
  }
}
