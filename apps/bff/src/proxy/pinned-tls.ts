import type { ApiError } from '@vsnap/contract/error.ts'
import { Agent, type AgentOptions } from 'node:https'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, type TLSSocket } from 'node:tls'
import { certificateOf, connectTimeout } from '../appliances/certificate.ts'
import { certificateChanged, connectionError, noAnswer } from '../appliances/errors.ts'

/** Where an appliance is, and which certificate it has to show (SHA-256; null: one that a CA vouches for). */
export interface PinnedPeer {
  readonly host: string
  readonly port: number
  readonly fingerprint: string | null
}

/** `host:port`, as people write it. */
export const whereOf = ({ host, port }: PinnedPeer): string => `${isIP(host) === 6 ? `[${host}]` : host}:${port}`

/**
 * A TLS connection whose certificate was found to be the right one; nothing was written to it before. Each connection
 * makes its own handshake: a resumed session would show no certificate.
 * @throws ApiError 502 ApplianceUnreachable, CertificateChanged; 504 ApplianceTimeout
 */
export function openPinned(peer: PinnedPeer): Promise<TLSSocket> {
  const { host, port, fingerprint } = peer
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) ? {} : { servername: host }),
    })
    const fail = (error: ApiError) => {
      clearTimeout(timer)
      socket.destroy()
      reject(error)
    }
    const timer = setTimeout(() => fail(noAnswer(whereOf(peer), connectTimeout)), connectTimeout)
    const onError = (error: Error) => fail(connectionError(whereOf(peer), error))
    socket.on('error', onError)
    socket.once('secureConnect', () => {
      const certificate = certificateOf(socket, host)
      const right = fingerprint === null ? certificate.trusted : certificate.fingerprint === fingerprint
      if (!right) return fail(certificateChanged(whereOf(peer), certificate))
      clearTimeout(timer)
      socket.off('error', onError)
      resolve(socket)
    })
  })
}

/** Connections that an appliance is asked over at once. */
export const connectionsEach = 4

/** A keep-alive agent for one appliance: hands a connection over only after its certificate was checked. */
export class PinnedAgent extends Agent {
  readonly #peer: PinnedPeer

  constructor(peer: PinnedPeer) {
    super({
      keepAlive: true,
      maxSockets: connectionsEach,
      maxFreeSockets: connectionsEach,
      scheduling: 'lifo',
      maxCachedSessions: 0,
    })
    this.#peer = peer
  }

  override createConnection(_options: AgentOptions, callback?: (error: Error | null, socket: Duplex) => void): null {
    openPinned(this.#peer).then(
      (socket) => callback?.(null, socket),
      // Node's types want a socket even beside an error.
      (error: Error) => callback?.(error, undefined as never),
    )
    return null
  }
}
