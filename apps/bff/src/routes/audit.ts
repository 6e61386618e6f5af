import type { auditEndpoints } from '@vsnap/console-api/audit.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Audit } from '../audit/audit.ts'
import type { RouteContext } from './context.ts'

/** The audit trail. */
export function auditHandlers(audit: Audit): Handlers<typeof auditEndpoints, RouteContext> {
  return { auditList: ({ query = {} }) => audit.list(query) }
}
