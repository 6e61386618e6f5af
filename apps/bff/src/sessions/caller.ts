import type { Person } from '@vsnap/console-api/session.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { roles, type Endpoint } from '@vsnap/contract/endpoint.ts'
import type { Response } from 'express'

/** Who makes a request, as the middleware before every /api route found out. */
export interface Caller {
  /** The person whose session it is; null: nobody is logged in. */
  readonly user: Person | null
  /** The network address that it comes from. */
  readonly address: string
  readonly request_id: string
}

/** The caller of this request. Throws when the middleware that sets it did not run: nothing may go on without. */
export function callerOf(res: Response): Caller {
  const caller: unknown = res.locals['caller']
  if (!caller) throw new Error('no caller: the session middleware has not run')
  return caller as Caller
}

/**
 * Checks that the caller may call an operation.
 * @throws ApiError 401 NotLoggedInError, 403 PermissionDeniedError
 */
export function authorise(endpoint: Endpoint, caller: Caller): void {
  if (endpoint.role === 'public') return
  if (!caller.user) throw notLoggedIn()
  if (roles.indexOf(caller.user.role) < roles.indexOf(endpoint.role)) {
    throw new ApiError(
      403,
      'PermissionDeniedError',
      `${endpoint.title} takes the role ${endpoint.role}; you have the role ${caller.user.role}. Ask an admin of the console.`,
    )
  }
}

export function notLoggedIn(): ApiError {
  return new ApiError(
    401,
    'NotLoggedInError',
    'You are not logged in, or your session has ended. Log in and try again.',
  )
}
