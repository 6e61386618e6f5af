import type { Request, Response } from 'express'
import { createProxyMiddleware, type Plugin, type RequestHandler } from 'http-proxy-middleware'
import type { IncomingMessage } from 'node:http'
import { PassThrough, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EncodedRequest } from '@vsnap/contract/request.ts'
import type { Connection } from '../appliances/registry.ts'
import { connectionError, noAnswer } from '../appliances/errors.ts'
import { checkHead, errorOf, largestAnswer, tooLarge } from './answer.ts'
import { upstreamHeaders } from './exchange.ts'
import { whereOf, type PinnedAgent } from './pinned-tls.ts'

/** Streams reads from one appliance to browsers. */
export type ReadProxy = (
  req: Request,
  res: Response,
  request: EncodedRequest,
  options: { requestId: string; timeout: number },
) => Promise<void>

type Settle = { resolve: () => void; reject: (error: unknown) => void }

/** A read proxy over the appliance's pinned connections. A browser that leaves takes its read with it. */
export function createReadProxy(connection: Connection, agent: PinnedAgent): ReadProxy {
  const where = whereOf(connection)
  const settles = new WeakMap<object, Settle>()

  const onAnswer = async (response: IncomingMessage, res: Response): Promise<void> => {
    try {
      checkHead(response, where)
    } catch (error) {
      response.destroy()
      throw error
    }
    if ((response.statusCode ?? 0) >= 400) throw await errorOf(response, where)
    res.status(response.statusCode ?? 200).setHeader('Content-Type', 'application/json; charset=utf-8')
    if (response.headers['content-length'] !== undefined)
      res.setHeader('Content-Length', response.headers['content-length'])
    await pipeline(response, new Bounded(where), res)
  }

  const plugin: Plugin = (proxy) => {
    proxy.on('proxyRes', (response, req, res) => {
      const settle = settles.get(req)
      if (settle) void onAnswer(response, res as Response).then(settle.resolve, settle.reject)
    })
    // The error is the promise's of the request; without a listener Node would take it for nobody's.
    proxy.on('error', (error, req) => req && settles.get(req)?.reject(error))
    proxy.on('econnreset', (error, req) => settles.get(req)?.reject(error))
  }
  // selfHandleResponse: no header of the appliance reaches the browser but those that are set above.
  const proxy: RequestHandler = createProxyMiddleware({
    target: `https://${where}`,
    agent,
    selfHandleResponse: true,
    ejectPlugins: true,
    plugins: [plugin],
  })

  return async (req, res, { path, method }, { requestId, timeout }) => {
    // What is sent is what was checked: our own path and headers, in place before the request is made.
    req.url = `/api${path}`
    req.method = method
    req.headers = upstreamHeaders(connection, requestId)
    // The proxy, the pipeline and this each listen for its end: more than Node takes for usual, and all gone with it.
    res.setMaxListeners(20)
    let timer: NodeJS.Timeout | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        settles.set(req, { resolve, reject })
        timer = setTimeout(() => reject(noAnswer(where, timeout)), timeout)
        // Somebody who has left waits for nothing; the proxy has ended the call.
        res.once('close', resolve)
        proxy(req, res, (error) => error !== undefined && reject(error as Error)).catch(reject)
      })
    } catch (error) {
      if (!res.destroyed) throw connectionError(where, error as Error)
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Lets so many bytes through and no more. */
class Bounded extends PassThrough {
  readonly #where: string
  #size = 0

  constructor(where: string) {
    super()
    this.#where = where
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    this.#size += chunk.length
    if (this.#size > largestAnswer) done(tooLarge(this.#where))
    else super._transform(chunk, encoding, done)
  }
}
