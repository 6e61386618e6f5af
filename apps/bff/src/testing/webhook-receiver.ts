import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Somebody who is told by webhook, on this machine. */
export interface WebhookReceiver {
  readonly url: string
  readonly calls: ReceivedCall[]
  /** What it answers. */
  status: number
  stop(): Promise<void>
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const receiver = { url: '', calls: [] as ReceivedCall[], status: 204, stop: async () => {} }
  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8').on('data', (part: string) => (body += part))
    req.on('end', () => {
      receiver.calls.push({ headers: req.headers, body })
      res.writeHead(receiver.status, receiver.status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts?from=console`
  receiver.stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return receiver
}
