import type { Certificate } from '@vsnap/console-api/appliance.ts'
import { isIP } from 'node:net'
import type { PeerCertificate, TLSSocket } from 'node:tls'
import { checkServerIdentity, connect } from 'node:tls'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { connectionError, noAnswer } from './errors.ts'

/** Connecting and shaking hands may take this long. */
export const connectTimeout = 5_000

/**
 * Looks at the certificate under an address. Sends nothing after the handshake: no request, no credential.
 * @throws ApiError 502 ApplianceUnreachable, 504 ApplianceTimeout
 */
export function lookAtCertificate({ host, port }: { host: string; port: number }): Promise<Full<Certificate>> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, rejectUnauthorized: false, ...(isIP(host) ? {} : { servername: host }) })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(noAnswer(`${host}:${port}`, connectTimeout))
    }, connectTimeout)
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      const certificate = certificateOf(socket, host)
      socket.destroy()
      resolve(certificate)
    })
    socket.on('error', (error) => {
      clearTimeout(timer)
      reject(connectionError(`${host}:${port}`, error))
    })
  })
}

/** The certificate of a connection after its handshake; `trusted`: a CA vouches for it, under this very host name. */
export function certificateOf(socket: TLSSocket, host: string): Full<Certificate> {
  const peer = socket.getPeerCertificate()
  return {
    fingerprint: peer.fingerprint256,
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    valid_from: Math.floor(Date.parse(peer.valid_from) / 1000),
    valid_to: Math.floor(Date.parse(peer.valid_to) / 1000),
    trusted: socket.authorized && checkServerIdentity(host, peer) === undefined,
  }
}

/** `AB:CD:…`, however somebody wrote it. */
export function normalFingerprint(text: string): string {
  return (text.replaceAll(':', '').toUpperCase().match(/../g) ?? []).join(':')
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  return Object.entries(name ?? {})
    .flatMap(([key, value]) => [value].flat().map((one) => `${key}=${one}`))
    .join(', ')
}
