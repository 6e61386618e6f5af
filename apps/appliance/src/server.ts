import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { ServerCertificate } from './tls.ts'

/** Longer than a client keeps its idle connections (60 s is usual), so that it is the client who closes them. */
const keepAlive = 75_000
/** How long calls in flight may take to end when the appliance stops. */
const patience = 10_000

export interface RunningServer {
  /** `https://host:port`, with the port that was really taken. */
  readonly address: string
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
  server.listen(where.port, where.host)
  await once(server, 'listening')
  const { address, family, port } = server.address() as AddressInfo
  return { address: `https://${family === 'IPv6' ? `[${address}]` : address}:${port}`, stop: () => stop(server) }
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
