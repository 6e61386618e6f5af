// Stands between a browser and the console, and can hold what is read: on the connection, where no page knows of it.
import { once } from 'node:events'
import { request } from 'node:http'
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from '../apps/bff/src/testing/certificate.ts'

export interface Gate {
  /** Where the console is reached through it. */
  readonly url: string
  /** Holds what is read from now on, all but tasks and the stream of events, until it is let go. */
  hold(): void
  letGo(): void
  /** How many are held now. */
  held(): number
  end(): Promise<void>
}

/** Whether it is among what can be held. */
export const isRead = (method: string, path: string): boolean =>
  method === 'GET' && /^\/api\/(?!plans|events)/.test(path)

/** Headers of one connection, which the next one has of its own. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding'])
const withoutConnection = (headers: NodeJS.Dict<string | string[]>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':') && !ofConnection.has(name)))

/**
 * Starts one before the console at `to`. It speaks HTTP/2: of HTTP/1.1 a browser has six connections to a server, and
 * reads that are held would keep them from what is written.
 */
export async function startGate(to: string): Promise<Gate> {
  const { key, cert } = await makeCertificate('gate')
  let opening: PromiseWithResolvers<void> | undefined
  let held = 0

  const pass = async (from: Http2ServerRequest, back: Http2ServerResponse): Promise<void> => {
    if (opening && isRead(from.method, from.url)) {
      held += 1
      await Promise.race([opening.promise, once(back, 'close')])
      held -= 1
      if (back.destroyed) return
    }
    const headers = { ...withoutConnection(from.headers), host: from.authority }
    const up = request(new URL(from.url, to), { method: from.method, headers })
    back.on('close', () => up.destroy())
    up.on('error', () => back.stream.destroy())
    up.on('response', (answer) => {
      back.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers))
      answer.pipe(back)
    })
    from.pipe(up)
  }
  const server: Http2SecureServer = createSecureServer({ key, cert }, (from, back) => void pass(from, back))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const sessions = new Set<{ destroy(): void }>()
  server.on('session', (session) => sessions.add(session.once('close', () => sessions.delete(session))))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held: () => held,
    hold: () => (opening ??= Promise.withResolvers()),
    letGo() {
      opening?.resolve()
      opening = undefined
    },
    async end() {
      const closed = once(server, 'close')
      server.close()
      for (const session of sessions) session.destroy()
      await closed
    },
  }
}
