import { createClient } from '@vsnap/contract/client.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'
import { randomUUID } from 'node:crypto'
import { exchange, type Peer } from '../proxy/exchange.ts'
import { PinnedAgent, whereOf } from '../proxy/pinned-tls.ts'
import { answerInvalid } from './errors.ts'

const patience = 15_000

/**
 * Asks an appliance who it is (guide §2.1), over a connection of its own whose certificate is checked first.
 * @throws ApiError 502 ApplianceUnreachable, CertificateChanged, ApplianceCredentialsRejected, ApplianceAnswerInvalid; 504 ApplianceTimeout
 */
export async function readSystem(peer: Peer): Promise<System> {
  const where = whereOf(peer)
  const agent = new PinnedAgent(peer)
  const client = createClient({ systemView: vsnapApi.systemView }, async (request) => {
    const options = { agent, endpoint: request.endpoint, requestId: randomUUID(), timeout: patience }
    const { status, body } = await exchange(peer, request, options)
    return { status, body: JSON.parse(body.toString('utf8')) as unknown }
  })
  try {
    const system = await client.systemView()
    if (system.id === '') throw answerInvalid(where, 'it names no system id.')
    return system
  } catch (error) {
    if (error instanceof SyntaxError) throw answerInvalid(where, 'its answer is not JSON.')
    if (!(error instanceof ApiError)) throw error
    if (error.type.startsWith('Appliance') || error.type === 'CertificateChanged') throw error
    throw answerInvalid(where, error.message)
  } finally {
    agent.destroy()
  }
}
