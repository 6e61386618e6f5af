import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { actionsFor, appliancesFor, objectsFrom, pagesFor, type EntryGroup } from './entries.ts'

/** How long (milliseconds) nothing is typed before the console's server is asked. */
const pause = 150

/** A text as it was when it was last left alone. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** What there is by these words: objects of the fleet, appliances, pages, actions. `isPending`: objects are still looked for. */
export function useSearch(q: string) {
  const [search] = useSearchParams()
  const refusal = useRefusal()
  const { data: registry } = useQuery(bff('applianceList'))
  const appliances = registry?.appliances ?? []
  const wanted = q.trim()
  const asked = useSettled(wanted)
  const objects = useQuery({
    ...bff('fleetSearch', { query: { q: asked } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const isPending = wanted !== '' && (asked !== wanted || objects.isFetching)
  const groups: EntryGroup[] = [
    { name: 'objects', entries: wanted === '' ? [] : objectsFrom(objects.data?.items ?? []) },
    { name: 'appliances', entries: appliancesFor(wanted, appliances) },
    { name: 'pages', entries: pagesFor(wanted, search.get('appliance') ?? undefined) },
    { name: 'actions', entries: actionsFor(wanted, appliances, refusal) },
  ]
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    more: wanted !== '' && objects.data?.more === true,
    isPending,
    error: objects.error,
  }
}
