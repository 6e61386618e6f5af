import type { CallInput, Operation } from '@vsnap/contract/endpoint.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { route } from '@vsnap/contract/route.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { type Request, type Response, Router } from 'express'
import { notFound } from '../appliances/errors.ts'
import type { Connection, Registry } from '../appliances/registry.ts'
import { authorise, callerOf } from '../sessions/caller.ts'
import type { Agents } from './agents.ts'
import type { ApplianceCalls } from './appliance-calls.ts'
import type { PinnedAgent } from './pinned-tls.ts'
import { createReadProxy, type ReadProxy } from './read.ts'

export interface ProxyDependencies {
  readonly registry: Registry
  readonly agents: Agents
  readonly calls: ApplianceCalls
}

/**
 * `ANY /api/appliances/:applianceId/vsnap/<path>`: what matches an operation of the vSnap API goes on to the appliance,
 * as our own serialisation of what was checked, with the appliance's credentials; what matches none is refused here.
 */
export function vsnapProxy({ registry, agents, calls }: ProxyDependencies): Router {
  const router = Router({ mergeParams: true, caseSensitive: true, strict: true })
  const readers = new WeakMap<PinnedAgent, ReadProxy>()

  const readerOf = (connection: Connection): ReadProxy => {
    const agent = agents.of(connection)
    const reader = readers.get(agent) ?? createReadProxy(connection, agent)
    readers.set(agent, reader)
    return reader
  }

  const call = async (operation: Operation, input: CallInput, req: Request, res: Response) => {
    const caller = callerOf(res)
    const applianceId = String(req.params['applianceId'])
    const connection = registry.connection(applianceId) ?? notFound(applianceId)

    if (operation.endpoint.method === 'GET') {
      const request = encodeRequest(operation.endpoint, input)
      const options = { requestId: caller.request_id, timeout: calls.patience(operation) }
      await calls.observed(connection, () => readerOf(connection)(req, res, request, options))
      return
    }
    const { status, body, recorded } = await calls.write(connection, operation, input, caller)
    await recorded
    res.status(status).setHeader('Content-Type', 'application/json; charset=utf-8')
    res.end(body)
  }
  route(router, vsnapApi, call, ({ endpoint }, _req, res) => authorise(endpoint, callerOf(res)))
  return router
}
