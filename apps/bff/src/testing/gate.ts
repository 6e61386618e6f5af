import type { IncomingMessage } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from './certificate.ts'
import type { RealAppliance } from './appliance-process.ts'

/** A call that passes a gate. `answered`: the appliance has done it, and its answer has not been passed on yet. */
export interface Passing {
  readonly method: string
  readonly path: string
  readonly answered: boolean
}

/** Stands before an appliance, under an address of its own, and can hold what passes. */
export interface Gate {
  readonly url: string
  readonly fingerprint: string
  /** Every request that was let through to the appliance. */
  readonly passed: { method: string; path: string }[]
  /** Asked before a request is let through, and before its answer is: `false` keeps it for ever, `cut` breaks its connection. */
  hold: (passing: Passing) => boolean | 'cut' | Promise<boolean | 'cut'>
  end(): Promise<void>
}

export async function startGate(appliance: RealAppliance): Promise<Gate> {
  const { key, cert, fingerprint } = await makeCertificate('gate')
  const passed: Gate['passed'] = []
  const server = createServer({ key, cert }, (req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => void pass(Buffer.concat(parts)))
    const { method = '', url: path = '' } = req
    const mayPass = async (answered: boolean) => {
      const may = await gate.hold({ method, path, answered })
      if (may === 'cut') res.destroy()
      return may === true
    }
    const pass = async (body: Buffer) => {
      if (!(await mayPass(false))) return
      passed.push({ method, path })
      const up = request(`${appliance.url}${path}`, {
        method,
        headers: req.headers,
        rejectUnauthorized: false,
        agent: false,
      })
      up.on('error', () => res.destroy())
      up.on('response', (response) => {
        const answer: Buffer[] = []
        response.on('error', () => res.destroy())
        response.on('data', (part: Buffer) => answer.push(part))
        response.on('end', () => void passBack(response, Buffer.concat(answer)))
      })
      up.end(body)
    }
    const passBack = async ({ statusCode = 502, headers }: IncomingMessage, answer: Buffer) => {
      if (!(await mayPass(true))) return
      res.writeHead(statusCode, { 'content-type': headers['content-type'] ?? '' }).end(answer)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const gate: Gate = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fingerprint,
    passed,
    hold: () => true,
    async end() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  return gate
}
