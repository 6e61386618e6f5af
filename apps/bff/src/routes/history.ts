import { historySteps, type historyEndpoints, type HistoryStep } from '@vsnap/console-api/history.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { notFound } from '../appliances/errors.ts'
import type { Registry } from '../appliances/registry.ts'
import { forecastFor, type Outlooks } from '../history/outlook.ts'
import type { PoolHistory } from '../history/usage.ts'
import type { VolumeHistory } from '../history/volume-usage.ts'
import type { RouteContext } from './context.ts'

export interface HistoryRoutes {
  readonly registry: Registry
  readonly history: PoolHistory
  readonly volumeHistory: VolumeHistory
  readonly outlooks: Outlooks
}

const stepOf = (wanted: number | undefined): HistoryStep => historySteps.find((one) => one === wanted) ?? 900

/** The past of pools and of volumes, and what it says of the future. */
export function historyHandlers({
  registry,
  history,
  volumeHistory,
  outlooks,
}: HistoryRoutes): Handlers<typeof historyEndpoints, RouteContext> {
  return {
    async historyPool({ params: { appliance, pool }, query: { since = 0, step } = {} }) {
      if (!registry.view(appliance)) notFound(appliance)
      return {
        points: await history.series(appliance, pool, stepOf(step), since),
        forecast: outlooks.of(appliance, pool).forecast,
      }
    },

    async historyVolume({ params: { appliance, volume }, query: { since = 0, step } = {} }) {
      if (!registry.view(appliance)) notFound(appliance)
      return {
        points: await volumeHistory.series(appliance, volume, stepOf(step), since),
        forecast: await forecastFor(volumeHistory, appliance, volume),
      }
    },
  }
}
