import { Agent, request, type RequestOptions } from 'node:https'
import { createClient, type Client } from '@vsnap/contract/client.ts'
import { vsnapApi, type VsnapApi, type VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { testAccount, type ApplianceProcess } from './appliance-process.ts'

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** The text as JSON, or undefined when it is none. */
  readonly json: unknown
}

export interface WireCall {
  readonly method?: string
  /** Sent exactly so. */
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Caller {
  /** One call, byte for byte as it is said. JSON and the test account unless `headers` say otherwise. */
  send(call: WireCall): Promise<WireAnswer>
  /** The typed client over the same connections. */
  readonly client: Client<VsnapApi>
  /** Every answer of the typed client, in order, as it was on the wire. */
  readonly answers: readonly { readonly operation: VsnapOperation; readonly answer: WireAnswer }[]
  close(): void
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** Calls an appliance over HTTPS, trusting its own certificate and no other. */
export function callerOf(
  { address, certificate }: Pick<ApplianceProcess, 'address' | 'certificate'>,
  { sockets = 8 } = {},
): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets, ca: certificate })
  const { hostname, port } = new URL(address)
  const answers: { operation: VsnapOperation; answer: WireAnswer }[] = []
  const send = (call: WireCall) => exchange({ agent, hostname, port }, call)
  const client = createClient(vsnapApi, async ({ name, method, path, body }) => {
    const answer = await send({ method, path: `/api${path}`, ...(body === undefined ? {} : { body }) })
    answers.push({ operation: name as VsnapOperation, answer })
    return { status: answer.status, body: answer.json }
  })
  return { send, client, answers, close: () => agent.destroy() }
}

function exchange(where: RequestOptions, { method = 'GET', path, body, headers = {} }: WireCall): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const req = request(
      {
        ...where,
        method,
        path,
        headers: {
          authorization: basic(testAccount.user, testAccount.password),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (res) => {
        let text = ''
        res.setEncoding('utf8')
        res.on('data', (chunk: string) => (text += chunk))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text, json: parsed(text) }))
        res.on('error', reject)
      },
    )
    req.on('error', reject)
    req.end(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
