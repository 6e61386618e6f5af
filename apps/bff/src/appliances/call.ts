import { createClient } from '@vsnap/contract/client.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'
import { request } from 'node:http'
import { isIP } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { connect } from 'node:tls'
import { certificateOf, connectTimeout } from './certificate.ts'
import { answerInvalid, certificateChanged, connectionError, credentialsRejected, noAnswer } from './errors.ts'

/** An appliance that may not be registered (yet). */
export interface Peer {
  readonly host: string
  readonly port: number
  /** SHA-256 of the pinned certificate; null: a CA has to vouch for it. */
  readonly fingerprint: string | null
  readonly authorization: string
}

const answerTimeout = 15_000
const largestAnswer = 1024 * 1024

/**
 * Asks an appliance who it is (guide §2.1), over a connection of its own whose certificate is checked first.
 * @throws ApiError 502 ApplianceUnreachable, CertificateChanged, ApplianceCredentialsRejected, ApplianceAnswerInvalid; 504 ApplianceTimeout
 */
export async function readSystem(peer: Peer): Promise<System> {
  const where = whereOf(peer)
  const client = createClient({ systemView: vsnapApi.systemView }, async ({ method, path }) => {
    const socket = await openPinned(peer)
    try {
      return await exchange(socket, method, `/api${path}`, peer)
    } finally {
      socket.destroy()
    }
  })
  try {
    const system = await client.systemView()
    if (typeof system.id !== 'string' || system.id === '') throw answerInvalid(where, 'it names no system id.')
    return system
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.status === 401) throw credentialsRejected(where)
    if (error.type.startsWith('Appliance') || error.type === 'CertificateChanged') throw error
    throw answerInvalid(where, error.message)
  }
}

const whereOf = ({ host, port }: Peer) => `${isIP(host) === 6 ? `[${host}]` : host}:${port}`

/** A connection whose certificate was found to be the right one; nothing was written to it before. */
function openPinned(peer: Peer): Promise<TLSSocket> {
  const { host, port, fingerprint } = peer
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, rejectUnauthorized: false, ...(isIP(host) ? {} : { servername: host }) })
    const fail = (error: ApiError) => {
      clearTimeout(timer)
      socket.destroy()
      reject(error)
    }
    const timer = setTimeout(() => fail(noAnswer(whereOf(peer), connectTimeout)), connectTimeout)
    socket.on('error', (error) => fail(connectionError(whereOf(peer), error)))
    socket.once('secureConnect', () => {
      const certificate = certificateOf(socket, host)
      const right = fingerprint === null ? certificate.trusted : certificate.fingerprint === fingerprint
      if (!right) return fail(certificateChanged(whereOf(peer), certificate))
      clearTimeout(timer)
      resolve(socket)
    })
  })
}

function exchange(
  socket: TLSSocket,
  method: string,
  path: string,
  peer: Peer,
): Promise<{ status: number; body: unknown }> {
  const where = whereOf(peer)
  return new Promise((resolve, reject) => {
    const headers = { host: where, accept: 'application/json', authorization: peer.authorization }
    // No agent: Node then takes this very connection, whose certificate was checked, and never opens one itself.
    const call = request({
      createConnection: () => socket,
      method,
      path,
      headers,
      signal: AbortSignal.timeout(answerTimeout),
    })
    call.on('error', (error) =>
      reject(error.name === 'AbortError' ? noAnswer(where, answerTimeout) : connectionError(where, error)),
    )
    call.on('response', (response) => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > largestAnswer) call.destroy(answerInvalid(where, 'its answer is too long.'))
        else parts.push(part)
      })
      response.on('error', (error) =>
        reject(error.name === 'AbortError' ? noAnswer(where, answerTimeout) : connectionError(where, error)),
      )
      response.on('end', () => {
        const { statusCode = 0 } = response
        // A redirect, a page of HTML: something is there, but it is no vSnap.
        if (statusCode >= 300 && statusCode < 400)
          return reject(answerInvalid(where, `it answers with a redirect (${statusCode}).`))
        try {
          resolve({ status: statusCode, body: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown })
        } catch {
          if (statusCode === 401) resolve({ status: statusCode, body: null })
          else reject(answerInvalid(where, `its answer (status ${statusCode}) is not JSON.`))
        }
      })
    })
    call.end()
  })
}
