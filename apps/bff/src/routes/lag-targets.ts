import type { lagTargetEndpoints } from '@vsnap/console-api/lag-target.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { LagTargets } from '../alerts/lag-targets.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Facts } from '../fleet/facts.ts'
import { lagsOf, sidesOf } from '../fleet/lags.ts'
import type { RouteContext } from './context.ts'

/** How far replicas are behind, and how far they may be. */
export function lagTargetHandlers({
  registry,
  facts,
  lagTargets,
}: {
  readonly registry: Registry
  readonly facts: Facts
  readonly lagTargets: LagTargets
}): Handlers<typeof lagTargetEndpoints, RouteContext> {
  const isKnown = (relationship: string) =>
    registry.list().some(({ id }) => facts.of(id).relationships.some((one) => one.id === relationship))
  return {
    lagList() {
      const lags = lagsOf(sidesOf(registry, facts))
      return {
        lags: lags.map(({ relationship, succeeded, session, failed }) => ({
          relationship,
          succeeded,
          session,
          failed,
        })),
        total: lags.length,
      }
    },

    lagTargetList: () => lagTargets.view(),

    async lagTargetUpdate({ body }) {
      await lagTargets.setUsual(body.seconds)
      return lagTargets.view()
    },

    async lagTargetSet({ params: { relationship }, body: { seconds } }) {
      // What is gone can always be cleared.
      if (seconds !== null && !isKnown(relationship))
        throw new ApiError(404, 'NotFoundError', 'No appliance of this console reports a relationship with this id.')
      await lagTargets.set(relationship, seconds)
      return lagTargets.view()
    },
  }
}
