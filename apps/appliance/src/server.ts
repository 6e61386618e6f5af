import { once } from 'node:events'
import { STATUS_CODES, type RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { ApiError, invalidParameter } from '@vsnap/contract/error.ts'
import type { ServerCertificate } from './tls.ts'

/** Longer than a client keeps its idle connections (60 s is usual), so that it is the client who closes them. */
const keepAlive = 75_000
/** How long calls in flight may take to end when the appliance stops. */
const patience = 10_000

export interface RunningServer {
  /** `https://host:port`, with the port that was really taken. */
  readonly address: string
  readonly port: number
  /** Takes no new calls, lets those in flight end (10 s at most), then closes every connection. */
  stop(): Promise<void>
}

/**
 * Serves `listener` over HTTPS (TLS 1.2 and later).
 * @param port 0 takes any free one.
 * @throws the operating system's error when the address cannot be taken (`EADDRINUSE`, `EACCES`, …).
 */
export async function serve(
  listener: RequestListener,
  certificate: ServerCertificate,
  where: { host: string; port: number },
): Promise<RunningServer> {
  const server = createServer(
    {
      key: certificate.key,
      cert: certificate.cert,
      minVersion: 'TLSv1.2',
      handshakeTimeout: 20_000,
      keepAliveTimeout: keepAlive,
      headersTimeout: 30_000,
      requestTimeout: 60_000,
    },
    listener,
  )
  server.on('clientError', answerGarbage)
  server.listen(where.port, where.host)
  await once(server, 'listening')
  const { address, family, port } = server.address() as AddressInfo
  const host = family === 'IPv6' ? `[${address}]` : address
  return { address: `https://${host}:${port}`, port, stop: () => stop(server) }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection whose call has ended by now is idle, and would otherwise be waited for.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const deadline = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
}

const garbage: Record<string, ApiError> = {
  HPE_HEADER_OVERFLOW: new ApiError(431, 'HeadersTooLargeError', 'The headers of the request are larger than 16 kB.'),
  ERR_HTTP_REQUEST_TIMEOUT: new ApiError(408, 'RequestTimeoutError', 'The request was not complete in time.'),
}
const notHttp = invalidParameter('The request is not valid HTTP/1.1.')

/** What never becomes a request (not HTTP, headers too large, too slow) is answered with the guide's error object too. */
function answerGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const answer = garbage[error.code ?? ''] ?? notHttp
  const body = JSON.stringify(answer)
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\nConnection: close\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
