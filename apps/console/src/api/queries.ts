import type { Client } from '@vsnap/contract/client.ts'
import type { Endpoints, Input, Result } from '@vsnap/contract/endpoint.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import type { ConsoleApi } from '@vsnap/console-api/api.ts'
import type { VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { QueryCache, QueryClient, queryOptions, type UseSuspenseQueryOptions } from '@tanstack/react-query'
import { consoleClient, vsnapClient } from './client.ts'
import { noticeTrouble } from './trouble.ts'

/** Every answer that the console holds. Loaders put answers in, components read them, operations mark them as old. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache(noticeTrouble((queryKey) => void queryClient.invalidateQueries({ queryKey }))),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Names of the operations of an API that only read. */
export type ReadOf<T extends Endpoints> = { [K in keyof T]: T[K]['method'] extends 'GET' ? K : never }[keyof T] & string
/** Names of the operations of an API that change something. */
export type WriteOf<T extends Endpoints> = Exclude<keyof T & string, ReadOf<T>>

type InputArguments<I> = Record<never, never> extends I ? [input?: I] : [input: I]

/** What `useQuery`, `useSuspenseQuery`, and `load` take. */
export type Query<T> = UseSuspenseQueryOptions<T, ApiError, T, readonly unknown[]> & { queryKey: readonly unknown[] }

type AnyCall = (input: object, options: { signal: AbortSignal }) => Promise<unknown>

/** Calls an operation by its name: the one place where the name is not known to the compiler. */
function call<T extends Endpoints>(client: Client<T, never>, name: keyof T & string): AnyCall {
  return client[name] as unknown as AnyCall
}

/** Reads something from one appliance: `useSuspenseQuery(vsnap(applianceId, 'poolView', {params: {id}}))`. */
export function vsnap<K extends ReadOf<VsnapApi>>(
  applianceId: string,
  name: K,
  ...[input]: InputArguments<Input<VsnapApi[K]>>
) {
  const request = (input ?? {}) as object
  return queryOptions<Result<VsnapApi[K]>, ApiError, Result<VsnapApi[K]>, readonly unknown[]>({
    queryKey: ['appliance', applianceId, name, request],
    queryFn: ({ signal }) => call(vsnapClient(applianceId), name)(request, { signal }) as Promise<Result<VsnapApi[K]>>,
  })
}

/** Reads something from the console itself: `useSuspenseQuery(bff('applianceList'))`. */
export function bff<K extends ReadOf<ConsoleApi>>(name: K, ...[input]: InputArguments<Input<ConsoleApi[K]>>) {
  const request = (input ?? {}) as object
  return queryOptions<Result<ConsoleApi[K]>, ApiError, Result<ConsoleApi[K]>, readonly unknown[]>({
    queryKey: ['console', name, request],
    queryFn: ({ signal }) => call(consoleClient, name)(request, { signal }) as Promise<Result<ConsoleApi[K]>>,
  })
}

/** How often an open page reads again what changes by itself (milliseconds). */
export const refreshEvery = 15_000

let isLive = false

/** Says whether the console hears what happens (see events.ts). */
export function setLive(live: boolean): void {
  isLive = live
}

/** How often a list is read again (milliseconds): rarely while the console hears what happens. */
export const pollEvery = (): number => (isLive ? 4 * refreshEvery : refreshEvery)
