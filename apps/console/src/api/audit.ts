import { infiniteQueryOptions } from '@tanstack/react-query'
import { consoleClient } from './client.ts'
import { everyPage } from './every-page.ts'
import { queryClient } from './queries.ts'

/** Entries that the trail is read by at once. */
const step = 200

/** What the address of the page narrows the trail to: an appliance (id), those with a label, or nothing. */
export function narrowedTrail(search: URLSearchParams): { appliance?: string; label?: string } {
  const [appliance, label] = [search.get('appliance'), search.get('label')]
  return { ...(appliance === null ? {} : { appliance }), ...(label === null ? {} : { label }) }
}

type Narrowed = ReturnType<typeof narrowedTrail>

/** The audit trail, the newest first, as far back as was asked for. */
export function auditTrail(narrowed: Narrowed) {
  const query = { ...narrowed, limit: step }
  return infiniteQueryOptions({
    queryKey: ['console', 'auditList', { query }] as readonly unknown[],
    queryFn: ({ pageParam, signal }) =>
      consoleClient.auditList({ query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

/** The whole trail, the newest first. */
export function wholeAuditTrail(narrowed: Narrowed) {
  return everyPage(async (cursor) => {
    const query = { ...narrowed, limit: 1000, ...(cursor === undefined ? {} : { cursor }) }
    const { entries, next } = await consoleClient.auditList({ query })
    return { items: entries, next }
  })
}

/** The loader of the page: starts the first read while the page's code is on its way. */
export function loadAuditTrail(narrowed: Narrowed): null {
  void queryClient.prefetchInfiniteQuery(auditTrail(narrowed))
  return null
}
