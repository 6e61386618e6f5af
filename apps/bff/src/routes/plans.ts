import type { planEndpoints } from '@vsnap/console-api/plan.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { invalidParameter } from '@vsnap/contract/error.ts'
import type { Request } from 'express'
import type { Plans } from '../plans/plans.ts'
import type { RouteContext } from './context.ts'

/** Plans: many calls that the server makes by itself. */
export function planHandlers(plans: Plans): Handlers<typeof planEndpoints, RouteContext> {
  return {
    async planCreate({ body }, { caller, req, res }) {
      const plan = await plans.create(body, idempotencyKey(req), caller)
      res.status(202)
      return plan
    },
    planList: ({ query = {} }) => plans.list(query),
    planView: ({ params }) => plans.view(params.id),
    planAct: ({ params, body }, { caller }) => plans.act(params.id, body, caller),
  }
}

function idempotencyKey(req: Request): string {
  const key = req.headers['idempotency-key']
  if (typeof key === 'string' && /^[A-Za-z0-9_-]{8,128}$/.test(key)) return key
  throw invalidParameter(
    'Idempotency-Key: expected a header with a key of your own making, 8 to 128 letters, digits, _ and -, a UUID for example. The same key makes the same plan only once.',
    'Idempotency-Key',
  )
}
