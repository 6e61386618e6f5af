import type { CallInput, Endpoints, Handlers } from '@vsnap/contract/endpoint.ts'
import { implement } from '@vsnap/contract/route.ts'
import type { Router } from 'express'
import type { Audit } from '../audit/audit.ts'
import { authorise, callerOf } from '../sessions/caller.ts'
import { routeContext, type RouteContext } from './context.ts'

type Handler = (input: CallInput, context: RouteContext) => unknown

/** The appliance that an operation is about, from its input, or (a new one) from its result. */
export type Subject = (input: CallInput, result?: unknown) => { readonly id: string; readonly name: string } | undefined

/**
 * Mounts handlers of the console's own API. Before each, and before its input is looked at: is the caller allowed to? Around each that changes something: the
 * audit trail. `audit: null` for handlers that keep it themselves.
 */
export function mount<const T extends Endpoints>(
  router: Router,
  table: T,
  handlers: Handlers<T, RouteContext>,
  audit: Audit | null,
  subject: Subject = () => undefined,
): void {
  const guarded = Object.entries(handlers as Record<string, Handler>).map(([name, handler]): [string, Handler] => {
    const endpoint = table[name]
    if (!endpoint) throw new Error(`${name} is no operation of this table`)
    return [
      name,
      (input, context) => {
        const { caller, req } = context
        if (!audit || !endpoint.changes) return handler(input, context)
        const { user, address, request_id } = caller
        const call = { operation: name, endpoint, path: req.baseUrl + req.path, address, request_id, ...input }
        return audit.run(
          { ...call, user: user?.name ?? null, appliance: subject(input) },
          () => handler(input, context),
          (result) => subject(input, result),
        )
      },
    ]
  })
  const all = Object.fromEntries(guarded) as unknown as Handlers<T, RouteContext>
  implement(router, table, all, routeContext, ({ endpoint }, _req, res) => authorise(endpoint, callerOf(res)))
}
