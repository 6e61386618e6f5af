import type { EncodedRequest } from '@vsnap/contract/request.ts'
import type { Request, Response } from 'express'
import { createProxyMiddleware, type Plugin } from 'http-proxy-middleware'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Writable } from 'node:stream'
import { answerInvalid, connectionError, noAnswer } from '../appliances/errors.ts'
import type { Connection } from '../appliances/registry.ts'
import { checkHead, errorOf, largestAnswer, tooLarge } from './answer.ts'
import { upstreamHeaders } from './exchange.ts'
import { whereOf, type PinnedAgent } from './pinned-tls.ts'
import { createBlotter } from './secrets.ts'

/** Streams reads from one appliance to browsers; false: the browser left before it had the answer, which says nothing about the appliance. */
export type ReadProxy = (
  req: Request,
  res: Response,
  request: EncodedRequest,
  options: { requestId: string; timeout: number },
) => Promise<boolean>

/** A read proxy over the appliance's pinned connections. A browser that leaves takes its read with it. */
export function createReadProxy(connection: Connection, agent: PinnedAgent): ReadProxy {
  const where = whereOf(connection)
  const plugin: Plugin<IncomingMessage, ServerResponse> = (proxy) => {
    proxy.on('proxyRes', (response, _req, landing) => landing.emit('answer', response))
    // The error is the promise's of the request; without a listener Node would take it for nobody's.
    proxy.on('error', (error, _req, landing) => void (landing as Writable | undefined)?.destroy(error))
    proxy.on('econnreset', (error, _req, landing) => void landing.destroy(error))
  }
  const proxy = createProxyMiddleware<IncomingMessage, ServerResponse>({
    target: `https://${where}`,
    agent,
    selfHandleResponse: true,
    ejectPlugins: true,
    plugins: [plugin],
  })

  const read: ReadProxy = async (req, res, { path, method }, { requestId, timeout }) => {
    // What is sent is what was checked: our own path and headers, in place before the request is made.
    req.url = `/api${path}`
    req.method = method
    req.headers = upstreamHeaders(connection, requestId)

    const landing = new Landing()
    const late = () => {
      // What waits may be waiting for a browser that does not read on; the appliance has done its part.
      if (res.writableNeedDrain) res.destroy()
      else landing.fail(noAnswer(where, timeout))
    }
    // Until it begins, and from then on from one part to the next: a long answer may take its time, a silent one not.
    const timer = setTimeout(late, timeout)
    const leave = () => landing.fail(browserLeft)
    res.once('close', leave)
    try {
      if (res.destroyed) return false
      const answer = landing.answer
      proxy(
        req,
        landing as unknown as ServerResponse,
        (error) => error !== undefined && landing.fail(error as Error),
      ).catch((error: Error) => landing.fail(error))
      const response = await answer
      checkHead(response, where)
      if ((response.statusCode ?? 0) >= 400) throw await errorOf(response, where, createBlotter(connection))
      res.status(response.statusCode ?? 200).setHeader('Content-Type', 'application/json; charset=utf-8')
      if (response.headers['content-length'] !== undefined)
        res.setHeader('Content-Length', response.headers['content-length'])
      await pass(response, res, where, () => timer.refresh())
      return true
    } catch (error) {
      if (landing.failure === browserLeft) return false
      throw connectionError(where, landing.failure ?? (error as Error))
    } finally {
      clearTimeout(timer)
      res.off('close', leave)
      landing.close()
    }
  }
  return (...given) => agent.counted(() => read(...given))
}

const browserLeft = new Error('the browser has left')

/**
 * Stands where the proxy expects the browser's answer, so that it can neither write nor close that one. Takes the
 * appliance's answer; when it is destroyed, the proxy ends the call, also one that still waits for a connection.
 */
class Landing extends Writable {
  /** Why the call was ended. */
  failure: Error | undefined
  #response: IncomingMessage | undefined
  readonly answer: Promise<IncomingMessage>

  constructor() {
    super()
    this.answer = new Promise((resolve, reject) => {
      this.on('error', reject)
      this.once('answer', (response: IncomingMessage) => {
        this.#response = response
        resolve(response)
      })
    })
    // It may fail before or after somebody waits for it.
    this.answer.catch(() => {})
  }

  fail(error: Error): void {
    if (this.failure || this.writableFinished) return
    this.failure = error
    this.#response?.destroy(error)
    this.destroy(error)
  }

  /** The call is over: a connection whose answer was read to its end is kept, any other closed. */
  close(): void {
    if (!this.#response?.readableEnded) this.destroy()
    else if (!this.destroyed) this.end()
  }
}

/**
 * Gives an answer on, no faster than the browser reads and 32 MB at the most; `onPart` hears of each part. By hand, because
 * every read goes through here, and a pipeline of streams costs a good part of the whole way through this server.
 */
function pass(response: IncomingMessage, res: Response, where: string, onPart: () => void): Promise<void> {
  let size = 0
  return new Promise((resolve, reject) => {
    response.on('data', (part: Buffer) => {
      size += part.length
      onPart()
      if (size > largestAnswer) response.destroy(tooLarge(where))
      else if (!res.write(part)) {
        response.pause()
        res.once('drain', () => response.resume())
      }
    })
    response.once('end', () => {
      res.end()
      resolve()
    })
    response.once('error', reject)
    response.once('close', () => {
      if (!response.readableEnded) reject(answerInvalid(where, 'its answer ended before it was complete.'))
    })
  })
}
