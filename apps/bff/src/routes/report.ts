import type { Report, reportEndpoints } from '@vsnap/console-api/report.ts'
import type { Full, Handlers } from '@vsnap/contract/endpoint.ts'
import type { RouteContext } from './context.ts'

export interface ReportRoutes {
  /** What became of the fleet in the last day. */
  readonly report: () => Promise<Full<Report>>
}

export function reportHandlers({ report }: ReportRoutes): Handlers<typeof reportEndpoints, RouteContext> {
  return { reportView: () => report() }
}
