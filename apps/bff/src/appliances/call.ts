import { createClient } from '@vsnap/contract/client.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'
import { randomUUID } from 'node:crypto'
import { exchange, type Peer } from '../proxy/exchange.ts'
import { PinnedAgent, whereOf } from '../proxy/pinned-tls.ts'
import { answerInvalid } from './errors.ts'

/** Milliseconds, of somebody who waits in front of it. */
const patience = 15_000
/** Milliseconds: of an answer that took longer its time says little. */
const prompt = 2_000

/** Who an appliance is; `took`: milliseconds until it had said so; `skew`: seconds that its clock is ahead, as far as that can be told. */
export interface SeenSystem {
  readonly system: System
  readonly took: number
  readonly skew: number | undefined
}

/**
 * Asks an appliance who it is (guide §2.1), over a connection of its own whose certificate is checked first, or over the one of `shared`.
 * `within` in milliseconds, 15 s when absent.
 * @throws ApiError 502 ApplianceUnreachable, CertificateChanged, ApplianceCredentialsRejected, ApplianceAnswerInvalid; 504 ApplianceTimeout
 */
export async function readSystem(peer: Peer, shared?: PinnedAgent, within?: number): Promise<SeenSystem> {
  const where = whereOf(peer)
  const agent = shared ?? new PinnedAgent(peer)
  const seen = { took: 0, skew: undefined as number | undefined }
  const client = createClient({ systemView: vsnapApi.systemView }, async (request) => {
    const options = {
      agent,
      endpoint: request.endpoint,
      requestId: randomUUID(),
      timeout: within ?? patience,
    }
    const started = Date.now()
    const { status, body, date } = await exchange(peer, request, options)
    seen.took = Date.now() - started
    seen.skew = skewOf(date, started, seen.took)
    return { status, body: JSON.parse(body.toString('utf8')) as unknown }
  })
  try {
    const system = await client.systemView()
    if (system.id === '') throw answerInvalid(where, 'it names no system id.')
    return { system, ...seen }
  } catch (error) {
    if (error instanceof SyntaxError) throw answerInvalid(where, 'its answer is not JSON.')
    if (!(error instanceof ApiError)) throw error
    if (error.type.startsWith('Appliance') || error.type === 'CertificateChanged') throw error
    throw answerInvalid(where, error.message)
  } finally {
    if (!shared) agent.destroy()
  }
}

/** A Date header has whole seconds. */
function skewOf(date: string | undefined, started: number, took: number): number | undefined {
  const told = Date.parse(date ?? '')
  if (Number.isNaN(told) || took > prompt) return undefined
  return Math.round((told + 500 - (started + took / 2)) / 1000)
}
