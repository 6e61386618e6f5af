import { Agent } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls'
import { certificateOf, connectTimeout } from '../appliances/certificate.ts'
import { certificateChanged, noAnswer } from '../appliances/errors.ts'
import { type CallOutcome, outcomeOf } from './call-outcome.ts'

/** Where an appliance is, and which certificate it has to show (SHA-256; null: one that a CA vouches for). */
export interface PinnedPeer {
  readonly host: string
  readonly port: number
  readonly fingerprint: string | null
}

/** `host:port`, as people write it. */
export const whereOf = ({ host, port }: PinnedPeer): string => `${isIP(host) === 6 ? `[${host}]` : host}:${port}`

/** What all connections to a pinned certificate have in common: one of its own would take each of them tens of kilobytes. */
let shared: SecureContext | undefined

/**
 * `http/1.1`, behind its length. As a view of a buffer of its own: of names, Node makes a few bytes of a pool of 64 kB, all of which
 * stays in memory for as long as the connection does.
 */
const protocols = new DataView(Uint8Array.from(Buffer.from('\x08http/1.1')).buffer)

/**
 * A TLS connection that lets nothing out before its certificate was found to be the right one: what is written to it
 * until then waits in it (it is corked). Each connection makes its own handshake: a resumed session would show no certificate.
 * `within` in milliseconds. Its error: 502 ApplianceUnreachable, CertificateChanged; 504 ApplianceTimeout (see connectionError).
 */
function connectPinned(peer: PinnedPeer, within = connectTimeout): TLSSocket {
  const { host, port, fingerprint } = peer
  const socket = connect({
    host,
    port,
    rejectUnauthorized: false,
    // For the others it has to be as of now: which authorities are trusted may have changed.
    ...(fingerprint === null ? {} : { secureContext: (shared ??= createSecureContext()) }),
    ALPNProtocols: protocols,
    ...(isIP(host) ? {} : { servername: host }),
  })
  socket.setNoDelay(true)
  socket.cork()
  const timer = setTimeout(() => socket.destroy(noAnswer(whereOf(peer), within)), within)
  socket.once('close', () => clearTimeout(timer))
  socket.once('secureConnect', () => {
    clearTimeout(timer)
    const certificate = certificateOf(socket, host)
    const right = fingerprint === null ? certificate.trusted : certificate.fingerprint === fingerprint
    if (right) {
      checked.add(socket)
      socket.uncork()
    } else socket.destroy(certificateChanged(whereOf(peer), certificate))
  })
  return socket
}

const checked = new WeakSet<Socket>()
/** Whether a connection of connectPinned has ever let anything out. */
export const wasChecked = (socket: Socket): boolean => checked.has(socket)

/** Milliseconds that an idle connection is kept: shorter than servers do, so that none is closed under a call. */
const idle = 30_000
/** Connections that an appliance is asked over at once. */
const connectionsEach = 4

/** Told of each call that begins; what it answers is told how that one ended. */
export type CallListener = () => (outcome: CallOutcome) => void

/** A keep-alive agent for one appliance: over its connections nothing goes out before their certificate was checked. */
export class PinnedAgent extends Agent {
  readonly #peer: PinnedPeer
  readonly #connectWithin: number | undefined
  readonly #onCall: CallListener | undefined

  /** `connectWithin` in milliseconds. */
  constructor(peer: PinnedPeer, { connectWithin, onCall }: { connectWithin?: number; onCall?: CallListener } = {}) {
    super({
      keepAlive: true,
      maxSockets: connectionsEach,
      maxFreeSockets: connectionsEach,
      scheduling: 'lifo',
      // Nobody has to find out a name from headers: the connection is made with the peer's own.
      servername: '',
      maxCachedSessions: 0,
      timeout: idle,
    })
    this.#peer = peer
    this.#connectWithin = connectWithin
    this.#onCall = onCall
  }

  // Handed over at once, not when it is open: only so does the agent count it, and keep to its limit.
  override createConnection(): TLSSocket {
    return connectPinned(this.#peer, this.#connectWithin)
  }

  // There is one place to go to: whoever calls, and with whatever options, shares the same few connections.
  override getName(): string {
    return whereOf(this.#peer)
  }

  /** Makes a call over it, and tells who listens how it ends. `false`: nobody waited for its end. */
  async counted<T>(call: () => Promise<T>): Promise<T> {
    const ended = this.#onCall?.()
    try {
      const result = await call()
      ended?.(result === false ? 'left' : 'answered')
      return result
    } catch (error) {
      ended?.(outcomeOf(error))
      throw error
    }
  }

  /** Closes each connection once its call has ended; those that are idle now. */
  retire(): void {
    this.maxFreeSockets = 0
    for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy()
  }
}
