import { Agent, request } from 'node:https'
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import { answeredError, createClient, type Client } from '@vsnap/contract/client.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import { vsnapApi, type VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { refusal } from '@vsnap/vsnap-api/verdict.ts'
import { chunkAnswer, chunkPath, peerBase, peerEndpoints, type PeerApi } from './peer-api.ts'

/** Where a system is, what it has to show (PEM), and what is shown to it. */
export interface Remote {
  readonly address: string
  readonly port: number
  readonly certificate: string
  readonly user: string
  readonly password: string
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

/** Calls to another system. All errors are ApiErrors that say what is wrong there, or on the way. */
export interface PartnerCalls {
  readonly api: Client<VsnapApi, CallOptions>
  readonly peer: Client<PeerApi, CallOptions>
  /** Sends bytes of a transfer; answers how many are there. */
  chunk(transfer: string, offset: number, bytes: Buffer, options?: CallOptions): Promise<number>
  close(): void
}

/** How long an answer may take, in milliseconds, when the operation does not say. */
const patience = 20_000
const whereIs = ({ address, port }: Pick<Remote, 'address' | 'port'>): string =>
  `${isIP(address) === 6 ? `[${address}]` : address}:${port}`

/** Calls a system that shows exactly the certificate that it has to show; to any other nothing is said. */
export function callsTo(remote: Remote): PartnerCalls {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 4,
    // The certificate itself is what is trusted, whatever names it has and whoever signed it.
    ca: remote.certificate,
    allowPartialTrustChain: true,
    checkServerIdentity: () => undefined,
    minVersion: 'TLSv1.2',
  })
  const send = (call: Call) => exchange(agent, remote, call)
  const transport = (base: string) => {
    return async (
      { method, path, body, endpoint }: { method: string; path: string; body?: string; endpoint: { timeout?: number } },
      options: CallOptions = {},
    ) => {
      const bytes = body === undefined ? undefined : Buffer.from(body)
      return send({ method, path: `${base}${path}`, bytes, timeout: endpoint.timeout ?? patience, ...options })
    }
  }
  return {
    api: createClient(vsnapApi, transport('/api')),
    peer: createClient(peerEndpoints, transport(peerBase)),
    async chunk(transfer, offset, bytes, options = {}) {
      const path = `${peerBase}${chunkPath(transfer, offset)}`
      const type = 'application/octet-stream'
      const { status, body } = await send({ method: 'PUT', path, bytes, type, timeout: patience, ...options })
      if (status >= 400) throw answeredError(status, body)
      return chunkAnswer.parse(body).received
    },
    close: () => agent.destroy(),
  }
}

interface Call extends CallOptions {
  readonly method: string
  readonly path: string
  readonly bytes?: Buffer | undefined
  readonly type?: string
  readonly timeout: number
}

async function exchange(agent: Agent, remote: Remote, call: Call): Promise<{ status: number; body: unknown }> {
  try {
    return await attempt(agent, remote, call)
  } catch (error) {
    call.signal?.throwIfAborted()
    throw onTheWay(error, whereIs(remote))
  }
}

/** An answer of more than so many bytes is none that a partner gives. */
const largestAnswer = 16 * 1024 ** 2

function attempt(agent: Agent, remote: Remote, call: Call): Promise<{ status: number; body: unknown }> {
  const { method, path, bytes, type = 'application/json', timeout, signal } = call
  const credentials = Buffer.from(`${remote.user}:${remote.password}`).toString('base64')
  return new Promise((resolve, reject) => {
    const req = request(
      {
        agent,
        host: remote.address,
        port: remote.port,
        method,
        path,
        signal,
        headers: {
          authorization: `Basic ${credentials}`,
          ...(bytes && { 'content-type': type, 'content-length': bytes.length }),
        },
      },
      (res) => {
        let answer = ''
        res.setEncoding('utf8')
        res.on('data', (text: string) => {
          answer += text
          if (answer.length > largestAnswer) req.destroy(new Error('the answer is too large'))
        })
        res.on('end', () => settle(() => resolve({ status: res.statusCode ?? 0, body: parsed(answer) })))
        res.on('error', (error) => settle(() => reject(error)))
      },
    )
    const late = setTimeout(() => req.destroy(new Error(`no answer within ${timeout / 1000} s`)), timeout)
    const settle = (then: () => void) => {
      clearTimeout(late)
      then()
    }
    req.on('error', (error) => settle(() => reject(error)))
    req.end(bytes)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What went wrong between the two systems, as an error with a type. */
function onTheWay(error: unknown, where: string): ApiError {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (/CERT|SIGNED|ISSUER|VERIFY/.test(code) && !code.startsWith('ERR_SSL')) {
    return refusal(
      'PartnerCertificateError',
      `${where} shows another certificate than the one that was pinned when it became a partner. Nothing was sent to it. If its certificate was renewed, add the partner again.`,
    )
  }
  const said: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
    ENOTFOUND: 'no system has that name',
    EAI_AGAIN: 'the name cannot be looked up at present',
    EHOSTUNREACH: 'there is no way to it',
    ENETUNREACH: 'there is no way to it',
    ETIMEDOUT: 'it does not answer',
  }
  return refusal('PartnerUnreachableError', `${where} cannot be reached: ${said[code] ?? brokenTls(code) ?? message}.`)
}

/** What OpenSSL calls by its own names and line numbers. */
function brokenTls(code: string): string | undefined {
  if (!code.startsWith('ERR_SSL')) return undefined
  return /BAD_RECORD_MAC|DECRYPT/.test(code)
    ? 'the connection ended because bytes were changed on the way'
    : 'no encrypted connection comes about'
}

/**
 * The certificate that is shown at an address (PEM), whatever it is: what is trusted on first use.
 * @throws PartnerUnreachableError.
 */
export async function certificateAt(where: Pick<Remote, 'address' | 'port'>): Promise<string> {
  try {
    return await new Promise((resolve, reject) => {
      const { address: host, port } = where
      const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.2' }, () => {
        const certificate = socket.getPeerX509Certificate()
        socket.destroy()
        if (certificate) resolve(certificate.toString())
        else reject(new Error('it shows no certificate'))
      })
      socket.setTimeout(patience, () => socket.destroy(new Error('it does not answer')))
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('the connection was cut')))
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('ERR_SSL')) {
      throw refusal('PartnerUnreachableError', `${whereIs(where)} does not speak HTTPS.`)
    }
    throw onTheWay(error, whereIs(where))
  }
}
