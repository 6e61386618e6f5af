import { infiniteQueryOptions } from '@tanstack/react-query'
import { consoleClient } from './client.ts'
import { everyPage } from './every-page.ts'
import { queryClient } from './queries.ts'

/** Entries that the trail is read by at once. */
const step = 200

/** The audit trail, the newest first, as far back as was asked for; `appliance`: only this one (id). */
export function auditTrail(appliance: string | undefined) {
  const query = { ...(appliance ? { appliance } : {}), limit: step }
  return infiniteQueryOptions({
    queryKey: ['console', 'auditList', { query }] as readonly unknown[],
    queryFn: ({ pageParam, signal }) =>
      consoleClient.auditList({ query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

/** The whole trail, the newest first. */
export function wholeAuditTrail(appliance: string | undefined) {
  return everyPage(async (cursor) => {
    const query = { ...(appliance ? { appliance } : {}), limit: 1000, ...(cursor === undefined ? {} : { cursor }) }
    const { entries, next } = await consoleClient.auditList({ query })
    return { items: entries, next }
  })
}

/** The loader of the page: starts the first read while the page's code is on its way. */
export function loadAuditTrail(appliance: string | undefined): null {
  void queryClient.prefetchInfiniteQuery(auditTrail(appliance))
  return null
}
