import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { route } from '@vsnap/contract/route.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { Router } from 'express'
import { notFound, type Connection, type Registry } from '../appliances/registry.ts'
import { observationOf } from '../appliances/status.ts'
import type { Audit } from '../audit/audit.ts'
import { authorise, callerOf } from '../sessions/caller.ts'
import type { Agents } from './agents.ts'
import { answerTimeout, exchange } from './exchange.ts'
import type { PinnedAgent } from './pinned-tls.ts'
import { createReadProxy, type ReadProxy } from './read.ts'

export interface ProxyDependencies {
  readonly registry: Registry
  readonly audit: Audit
  readonly agents: Agents
  /** Told after each write that may have changed something: the appliance, and the resources. */
  readonly onChange: (applianceId: string, changes: readonly string[]) => void
}

/** Errors that tell how the appliance is, and not how the call is. */
const aboutAppliance = new Set([
  'ApplianceUnreachable',
  'ApplianceTimeout',
  'ApplianceCredentialsRejected',
  'ApplianceAnswerInvalid',
  'CertificateChanged',
])

/**
 * `ANY /api/appliances/:applianceId/vsnap/<path>`: what matches an operation of the vSnap API goes on to the appliance,
 * as our own serialisation of what was checked, with the appliance's credentials; what matches none is refused here.
 */
export function vsnapProxy({ registry, audit, agents, onChange }: ProxyDependencies): Router {
  const router = Router({ mergeParams: true, caseSensitive: true, strict: true })
  const readers = new WeakMap<PinnedAgent, ReadProxy>()

  const readerOf = (connection: Connection): ReadProxy => {
    const agent = agents.of(connection)
    const reader = readers.get(agent) ?? createReadProxy(connection, agent)
    readers.set(agent, reader)
    return reader
  }

  const observed = async <T>(connection: Connection, call: () => Promise<T>): Promise<T> => {
    try {
      const result = await call()
      registry.observe(connection.id, { state: 'online' }, connection.revision)
      return result
    } catch (error) {
      const told = error instanceof ApiError && aboutAppliance.has(error.type)
      registry.observe(connection.id, told ? observationOf(error) : { state: 'online' }, connection.revision)
      throw error
    }
  }

  route(router, vsnapApi, async ({ name, endpoint }, input, req, res) => {
    const caller = callerOf(res)
    authorise(endpoint, caller)
    const applianceId = String(req.params['applianceId'])
    const connection = registry.connection(applianceId) ?? notFound(applianceId)
    const request = encodeRequest(endpoint, input)
    const requestId = caller.request_id

    if (endpoint.method === 'GET') {
      const timeout = endpoint.timeout ?? answerTimeout
      return observed(connection, () => readerOf(connection)(req, res, request, { requestId, timeout }))
    }

    const { id, name: applianceName } = connection
    const { address, user } = caller
    const entry = await audit.begin({
      operation: name,
      endpoint,
      path: request.path,
      user: user?.name ?? null,
      address,
      appliance: { id, name: applianceName },
      request_id: requestId,
      ...input,
    })
    // From here on the write is seen to its end, whether or not somebody still waits for it.
    try {
      const answer = await observed(connection, () =>
        exchange(connection, request, { agent: agents.of(connection), endpoint, requestId }),
      )
      await audit.finish(entry, { state: 'done', status: answer.status })
      if (endpoint.changes?.includes('system')) await registry.refresh(id)
      res.status(answer.status).setHeader('Content-Type', 'application/json; charset=utf-8')
      res.end(answer.body)
    } catch (error) {
      const { status, type, message } = toApiError(error)
      // The connection broke, or nothing came: whether it was done is not known.
      const state =
        type === 'ApplianceTimeout' || type === 'ApplianceUnreachable' || type === 'ApplianceAnswerInvalid'
          ? 'unknown'
          : 'refused'
      await audit.finish(entry, { state, status, error: { type, message } })
      throw error
    } finally {
      onChange(id, endpoint.changes ?? [])
    }
  })
  return router
}
