import type { auditEndpoints } from '@vsnap/console-api/audit.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Audit } from '../audit/audit.ts'
import type { RouteContext } from './context.ts'

/** The audit trail. */
export function auditHandlers(
  audit: Audit,
  registry: Pick<Registry, 'list'>,
): Handlers<typeof auditEndpoints, RouteContext> {
  const labelled = (label: string) => registry.list().flatMap(({ id, labels }) => (labels.includes(label) ? id : []))
  return {
    auditList: ({ query: { label, ...query } = {} }) =>
      audit.list({ ...query, ...(label === undefined ? {} : { among: labelled(label) }) }),
  }
}
