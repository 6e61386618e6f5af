import type { Request, Response } from 'express'
import { callerOf, type Caller } from '../sessions/caller.ts'

/** What a handler of the console's own API gets besides its input. */
export interface RouteContext {
  readonly caller: Caller
  readonly req: Request
  readonly res: Response
}

export function routeContext(req: Request, res: Response): RouteContext {
  return { caller: callerOf(res), req, res }
}
