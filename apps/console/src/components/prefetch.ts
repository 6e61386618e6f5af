import { matchRoutes, type RouteObject } from 'react-router'

let routes: readonly RouteObject[] = []

/** Tells links which pages there are (main.tsx does; an import of the routes here would go in a circle). */
export function prefetchFrom(table: readonly RouteObject[]): void {
  routes = table
}

/** Begins to load the code and the data of the page at an address. Loaders only start reads, so they can be called ahead. */
export function prefetch(to: string): void {
  const url = new URL(to, location.href)
  for (const { route, params } of matchRoutes([...routes], url.pathname) ?? []) {
    // The data first: it takes longer. The shell's own loader asks who is logged in; a link within the shell has no need to.
    if (typeof route.loader === 'function' && route.path !== undefined) {
      void route.loader({ params, request: new Request(url), context: undefined } as never, undefined as never)
    }
    if (typeof route.lazy === 'function') void route.lazy().catch(() => undefined)
  }
}
