import type { partnerCheckEndpoints } from '@vsnap/console-api/partner-check.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { createPartnerChecks, type PartnerCheckDependencies } from '../fleet/partner-checks.ts'
import type { RouteContext } from './context.ts'

/** Where the addresses lead under which appliances know each other. */
export function partnerCheckHandlers(
  deps: PartnerCheckDependencies,
): Handlers<typeof partnerCheckEndpoints, RouteContext> {
  const partnerChecks = createPartnerChecks(deps)
  return {
    async partnerCheckList() {
      const checks = await partnerChecks.list()
      return { checks, total: checks.length }
    },
  }
}
