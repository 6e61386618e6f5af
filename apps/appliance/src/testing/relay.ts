import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** What stands in front of an appliance with its own certificate and key, and so sees and changes what is said in secret. */
export interface Relay {
  readonly port: number
  /** Called with each message before it goes on, to the appliance or back; what it does to the bytes is what arrives. */
  onMessage(
    change: (message: { readonly path: string; readonly isAnswer: boolean; readonly bytes: Buffer }) => void,
  ): void
  close(): Promise<void>
}

/** Relays a port of its own to the appliance at another one of 127.0.0.1, whose data are in `dir`. */
export async function relayTo({ port: target, dir }: { readonly port: number; readonly dir: string }): Promise<Relay> {
  const [cert, key] = ['tls-cert.pem', 'tls-key.pem'].map((file) => readFileSync(join(dir, file)))
  let change: Parameters<Relay['onMessage']>[0] = () => undefined
  const pass = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { method, url: path = '' } = req
    const asked = Buffer.concat(await req.toArray())
    change({ path, isAnswer: false, bytes: asked })
    const headers = { ...req.headers, 'content-length': asked.length }
    const further = request({ host: '127.0.0.1', port: target, method, path, headers, ca: cert, agent: false })
    further.end(asked)
    const [answer] = (await once(further, 'response')) as [IncomingMessage]
    const said = Buffer.concat(await answer.toArray())
    change({ path, isAnswer: true, bytes: said })
    res.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] })
    res.end(said)
  }
  const server = createServer({ cert, key }, (req, res) => void pass(req, res).catch(() => res.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    onMessage(wanted) {
      change = wanted
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
