import { infiniteQueryOptions } from '@tanstack/react-query'
import { consoleClient } from './client.ts'
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
export async function wholeAuditTrail(appliance: string | undefined) {
  const entries: Awaited<ReturnType<typeof consoleClient.auditList>>['entries'] = []
  const query = { ...(appliance ? { appliance } : {}), limit: 1000 }
  for (let cursor: string | undefined; ;) {
    const answer = await consoleClient.auditList({ query: { ...query, ...(cursor === undefined ? {} : { cursor }) } })
    entries.push(...answer.entries)
    if (answer.next === null) return entries
    cursor = answer.next
  }
}

/** The loader of the page: starts the first read while the page's code is on its way. */
export function loadAuditTrail(appliance: string | undefined): null {
  void queryClient.prefetchInfiniteQuery(auditTrail(appliance))
  return null
}
