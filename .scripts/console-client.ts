import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request as http, type IncomingMessage } from 'node:http'
import { request as https } from 'node:https'
import { consoleApi, type ConsoleApi } from '@vsnap/console-api/api.ts'
import { createClient, type Client } from '@vsnap/contract/client.ts'

export interface Person {
  readonly username: string
  readonly password: string
}

/** What a call takes besides its input. */
interface Further {
  readonly headers?: Readonly<Record<string, string>>
}

export interface LoggedIn {
  readonly client: Client<ConsoleApi>
  /** The session's cookie, `name=value`, as a browser sends it. */
  readonly cookie: string
}

/**
 * Logs in to a console, as a browser does. The caller of its API sends the session's cookie, and says that it is of the same origin.
 * `url`: the console's address. `cert`: path of its TLS certificate, which is the only one trusted then.
 * @throws ApiError 401 LoginFailedError.
 */
export async function logInTo(url: string, { username, password }: Person, cert?: string): Promise<LoggedIn> {
  const { client, session } = callerOf(url, '', cert)
  await client.sessionCreate({ body: { username, password } })
  return { client, cookie: session() }
}

/** Goes on with a session of a console, by its cookie. */
export const goOnWith = (url: string, cookie: string): LoggedIn => ({ client: callerOf(url, cookie).client, cookie })

function callerOf(url: string, begunWith: string, cert?: string) {
  let cookie = begunWith
  const { origin, protocol } = new URL(url)
  const call = protocol === 'https:' ? https : http
  const tls = cert && { ca: readFileSync(cert), allowPartialTrustChain: true, checkServerIdentity: () => undefined }
  const client = createClient(consoleApi, async ({ method, path, body }, options) => {
    const headers = {
      ...(options as Further | undefined)?.headers,
      origin,
      'sec-fetch-site': 'same-origin',
      accept: 'application/json',
      ...(cookie !== '' && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    const request = call(`${origin}/api${path}`, { method, headers, agent: false, ...tls })
    request.end(body)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    cookie = response.headers['set-cookie']?.map((each) => each.split(';')[0]).join('; ') ?? cookie
    const text = (await response.setEncoding('utf8').toArray()).join('')
    return { status: response.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) }
  })
  return { client, session: () => cookie }
}
