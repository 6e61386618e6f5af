import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { EncodedRequest } from '@vsnap/contract/request.ts'
import { request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { connectionError, noAnswer } from '../appliances/errors.ts'
import { checkHead, checkJson, errorOf, readBody } from './answer.ts'
import { wasChecked, whereOf, type PinnedAgent, type PinnedPeer } from './pinned-tls.ts'
import { createBlotter } from './secrets.ts'

/** An appliance to call, which may not be registered (yet). */
export interface Peer extends PinnedPeer {
  /** The value of the Authorization header. */
  readonly authorization: string
}

/** Milliseconds that an appliance may take to answer, unless the operation says more. */
export const answerTimeout = 30_000

/** Milliseconds that an answer to this operation may take; `usual` when the operation does not say more. */
export const patienceFor = ({ timeout }: Endpoint, usual = answerTimeout): number => timeout ?? usual

/** The headers that go up: ours, whatever the browser sent. */
export function upstreamHeaders(connection: Peer, requestId: string, body?: string): Record<string, string> {
  return {
    host: whereOf(connection),
    accept: 'application/json',
    'accept-encoding': 'identity',
    authorization: connection.authorization,
    'x-request-id': requestId,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
}

export interface ExchangeOptions {
  readonly agent: PinnedAgent
  readonly endpoint: Endpoint
  readonly requestId: string
  /** Ends a read that nobody waits for any more. Never given for a write: it is seen to its end. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds; the operation's own, or 30 s, when absent. */
  readonly timeout?: number | undefined
}

/**
 * Makes one call to an appliance and reads its whole answer (JSON text, 32 MB at most; what it was told in confidence is taken out of it); `date`: when it was made by the appliance's clock.
 * @throws ApiError the appliance's own error; 502 ApplianceUnreachable, CertificateChanged, ApplianceCredentialsRejected,
 * ApplianceAnswerInvalid; 504 ApplianceTimeout; with `sent: false` when nothing of it can have reached the appliance
 */
export function exchange(connection: Peer, request: EncodedRequest, options: ExchangeOptions): Promise<Exchanged> {
  return options.agent.counted(() => send(connection, request, options))
}

interface Exchanged {
  readonly status: number
  readonly body: Buffer
  readonly date: string | undefined
}

async function send(
  connection: Peer,
  { method, path, body }: EncodedRequest,
  options: ExchangeOptions,
): Promise<Exchanged> {
  const where = whereOf(connection)
  const patience = options.timeout ?? patienceFor(options.endpoint)
  const call = request({
    agent: options.agent,
    method,
    path: `/api${path}`,
    headers: upstreamHeaders(connection, options.requestId, body),
    ...(options.signal ? { signal: options.signal } : {}),
  })
  let late: ApiError | undefined
  let over: Socket | undefined
  call.once('socket', (socket) => (over = socket))
  const timer = setTimeout(() => call.destroy((late = noAnswer(where, patience))), patience)
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      call.on('response', resolve)
      call.on('error', (error) => reject(connectionError(where, error)))
      call.end(body)
    })
    try {
      checkHead(response, where)
    } catch (error) {
      response.destroy()
      throw error
    }
    const blotter = createBlotter(connection, body)
    if ((response.statusCode ?? 0) >= 400) throw await errorOf(response, where, blotter)
    const { statusCode: status = 200, headers } = response
    const answer = blotter.data(await readBody(response, where))
    if (method !== 'GET') checkJson(answer, where)
    return { status, body: answer, date: headers.date }
  } catch (error) {
    // Half an answer that was cut off by the timer ends as a broken connection.
    const failure = late ?? connectionError(where, error as Error)
    throw over && wasChecked(over) ? failure : notSent(failure)
  } finally {
    clearTimeout(timer)
  }
}

const notSent = ({ status, type, message, details }: ApiError) =>
  new ApiError(status, type, message, { ...details, sent: false })
