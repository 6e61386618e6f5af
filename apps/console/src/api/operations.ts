import { consoleApi, type ConsoleApi } from '@vsnap/console-api/api.ts'
import type { Endpoint, Input, Result } from '@vsnap/contract/endpoint.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import { vsnapApi, type VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { consoleClient, vsnapClient } from './client.ts'
import { queryClient, type WriteOf } from './queries.ts'

type AnyCall = (input: object) => Promise<unknown>

/** Resources that an operation reads, as its address says: `/volume/:id/snapshot` → volume, snapshot. */
function reads(endpoint: Endpoint | undefined, request: unknown): readonly string[] {
  const words = (endpoint?.path ?? '').split('/').filter((word) => word !== '' && !word.startsWith(':'))
  const resource = (request as { params?: { resource?: string } } | undefined)?.params?.resource
  return [...words.map((word) => word.replace(/s$/, '')), ...(resource ? [resource] : [])]
}

/** Whether the answer under a query key may be another one after `changes` on an appliance (null: in the console itself). */
export function isTouched(key: readonly unknown[], applianceId: string | null, changes: readonly string[]): boolean {
  if (key[0] === 'appliance') {
    return (
      key[1] === applianceId &&
      reads(vsnapApi[key[2] as keyof VsnapApi], key[3]).some((resource) => changes.includes(resource))
    )
  }
  // The one word that both APIs have: an appliance's sessions replicate, the console's are people's.
  if (key[1] === 'sessionView' && applianceId !== null) return false
  const resources = reads(consoleApi[key[1] as keyof ConsoleApi], key[2])
  // Every write is audited, and the registry repeats what an appliance says of its system.
  const also = ['audit', ...(changes.includes('system') ? ['appliance'] : [])]
  return resources.some((resource) => changes.includes(resource) || also.includes(resource))
}

/** Marks as old what `changes` touch. Waits until what the page shows of this appliance is read again, not for the fleet. */
async function refresh(applianceId: string | null, changes: readonly string[]): Promise<void> {
  const touched = ({ queryKey }: { queryKey: readonly unknown[] }) => isTouched(queryKey, applianceId, changes)
  void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'console' && touched(query) })
  await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'appliance' && touched(query) })
}

/** `poolView` of `poolUpdate`. */
const viewOf = (name: string): string => name.replace(/^([a-z]+).*/, '$1View')

/** The resource whose view answers what an operation does: that of `poolUpdate` is `pool`. Undefined: it answers something else. */
export function resourceAnswered(table: Readonly<Record<string, Endpoint>>, name: string): string | undefined {
  return table[viewOf(name)]?.result === table[name]?.result ? /^[a-z]+/.exec(name)?.[0] : undefined
}

/** An answer that shows the object as it is now is what its detail page shows next. */
function keep(scope: readonly unknown[], table: Readonly<Record<string, Endpoint>>, name: string, result: unknown) {
  const id = typeof result === 'object' && result !== null && 'id' in result ? result.id : undefined
  if (id === undefined || resourceAnswered(table, name) === undefined) return
  queryClient.setQueryData([...scope, viewOf(name), { params: { id } }], result)
}

/** Changes something on an appliance: `useOperation(applianceId, 'poolUpdate').mutateAsync({params, body})`. What it changes is read again. */
export function useOperation<K extends WriteOf<VsnapApi>>(
  applianceId: string,
  name: K,
): UseMutationResult<Result<VsnapApi[K]>, ApiError, Input<VsnapApi[K]>> {
  const endpoint: Endpoint = vsnapApi[name]
  return useMutation({
    mutationFn: (input) =>
      (vsnapClient(applianceId)[name] as unknown as AnyCall)(input as object) as Promise<Result<VsnapApi[K]>>,
    onSuccess: (result) => {
      keep(['appliance', applianceId], vsnapApi, name, result)
      return refresh(applianceId, endpoint.changes ?? [])
    },
  })
}

/** Changes something in the console itself: `useConsoleOperation('applianceUpdate').mutateAsync({params, body})`. */
export function useConsoleOperation<K extends WriteOf<ConsoleApi>>(
  name: K,
): UseMutationResult<Result<ConsoleApi[K]>, ApiError, Input<ConsoleApi[K]>> {
  const endpoint: Endpoint = consoleApi[name]
  return useMutation({
    mutationFn: (input) =>
      (consoleClient[name] as unknown as AnyCall)(input as object) as Promise<Result<ConsoleApi[K]>>,
    onSuccess: (result) => {
      keep(['console'], consoleApi, name, result)
      return refresh(null, endpoint.changes ?? [])
    },
  })
}
