import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { makeCertificate, type TestCertificate } from './certificate.ts'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The connection that it came over, and the certificate that was shown on it (SHA-256). */
  readonly connection: number
  readonly fingerprint: string
}

/** An HTTPS server that behaves as a test wants it to; by default it answers GET /api/system and rejects wrong credentials. */
export interface FakeAppliance {
  readonly port: number
  readonly url: string
  readonly system_id: string
  readonly account: { username: string; password: string }
  certificate: TestCertificate
  /** Everything that it was sent, credentials included. */
  readonly seen: SeenRequest[]
  /** TCP connections so far, and those that are open. */
  connections: number
  readonly open: number
  /** Answers instead of the default; return false to leave a request to the default. */
  answer: (request: SeenRequest, res: ServerResponse) => boolean | void
  stop(): Promise<void>
  /** Listens on the same port again, with `certificate` when given. */
  restart(certificate?: TestCertificate): Promise<void>
  /** Shows another certificate on new connections; those that are open stay so. */
  change(certificate: TestCertificate): void
}

export async function startFakeAppliance(
  given: { certificate?: TestCertificate; system_id?: string; init_status?: string } = {},
): Promise<FakeAppliance> {
  let server: Server | undefined
  const sockets = new Set<Socket>()

  const fake: FakeAppliance = {
    port: 0,
    url: '',
    system_id: given.system_id ?? randomBytes(16).toString('hex'),
    account: { username: 'vsuser', password: `secret-${randomBytes(6).toString('hex')}` },
    certificate: given.certificate ?? (await makeCertificate('fake-vsnap')),
    seen: [],
    connections: 0,
    get open() {
      return sockets.size
    },
    answer: () => false,
    async stop() {
      const closing = server
      server = undefined
      if (!closing) return
      const closed = new Promise((resolve) => closing.close(resolve))
      // Those too that have not shaken hands yet, which the server itself does not count among its own: one that did so
      // now would be asked over for ever.
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async restart(certificate) {
      await fake.stop()
      if (certificate) fake.certificate = certificate
      await listen(fake.port)
    },
    change(certificate) {
      fake.certificate = certificate
      server?.setSecureContext({ key: certificate.key, cert: certificate.cert })
    },
  }

  const listen = async (port: number) => {
    const { key, cert } = fake.certificate
    const started = createServer(
      // An idle connection is kept as long as an appliance keeps it.
      { key, cert, keepAliveTimeout: 75_000 },
      (req, res) => void receive(req).then((request) => respond(request, res)),
    )
    started.on('connection', (socket: Socket) => {
      fake.connections += 1
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve))
    server = started
    Object.assign(fake, { port: (started.address() as AddressInfo).port })
    Object.assign(fake, { url: `https://127.0.0.1:${fake.port}` })
  }

  const respond = (request: SeenRequest, res: ServerResponse) => {
    fake.seen.push(request)
    if (fake.answer(request, res) !== false) return
    const { username, password } = fake.account
    const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    if (request.headers.authorization !== expected) {
      return send(res, 401, { error: { type: 'AuthenticationError', message: 'Invalid credentials' } })
    }
    if (request.url === '/api/system') {
      return send(res, 200, {
        id: fake.system_id,
        hostname: 'fake',
        init_status: given.init_status ?? 'Ready',
        vsnap_version: '1.0.0-19',
      })
    }
    send(res, 404, { error: { type: 'NotFoundError', message: `Nothing at ${request.url}` } })
  }

  await listen(0)
  return fake
}

export function send(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

/** The certificate that the server showed on a connection. */
function shownOn(socket: TLSSocket): string {
  const certificate = socket.getCertificate()
  return certificate !== null && 'fingerprint256' in certificate ? String(certificate.fingerprint256) : ''
}

async function receive(req: IncomingMessage): Promise<SeenRequest> {
  const parts: Buffer[] = []
  try {
    for await (const part of req) parts.push(part as Buffer)
  } catch {
    // The caller has gone; what it sent so far is what was seen.
  }
  return {
    method: req.method ?? '',
    url: req.url ?? '',
    headers: req.headers,
    body: Buffer.concat(parts).toString('utf8'),
    connection: req.socket.remotePort ?? 0,
    fingerprint: shownOn(req.socket as TLSSocket),
  }
}
