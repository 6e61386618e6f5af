import type { LoaderFunctionArgs } from 'react-router'
import { queryClient } from './queries.ts'

/** Any query, as far as loading is concerned. */
interface Loadable {
  readonly queryKey: readonly unknown[]
}

interface Place {
  readonly params: LoaderFunctionArgs['params']
  readonly search: URLSearchParams
}

/**
 * The loader of a route: starts the page's reads while the page's code is still on its way, and waits for none, so that
 * a slow appliance never holds up a click. The page reads them from the cache, behind its skeleton.
 */
export function load(queries: (place: Place) => readonly Loadable[]) {
  return ({ params, request }: Pick<LoaderFunctionArgs, 'params' | 'request'>): null => {
    for (const query of queries({ params, search: new URL(request.url).searchParams }))
      void queryClient.prefetchQuery(query as never)
    return null
  }
}
