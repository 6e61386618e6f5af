import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'

export interface Target {
  readonly url: string
  readonly username: string
  readonly password: string
  /** Its certificate (PEM), the only one that is trusted. */
  readonly certificate: string
}

export interface DirectAnswer {
  readonly status: number
  /** The parsed JSON, as it came: sizes and times are text. */
  readonly body: Record<string, unknown>
}

/**
 * A second program beside the console, as curl would be, with only the guide in hand: HTTPS, Basic authentication,
 * JSON as text. It shares no code with the console or the appliance. `path` begins after `/api`: `/pool?name=x`.
 */
export function direct(target: Target) {
  const call = async (method: string, path: string, body?: unknown): Promise<DirectAnswer> => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const { username, password, certificate } = target
    const sent = request(`${target.url}/api${path}`, {
      method,
      auth: `${username}:${password}`,
      ca: certificate,
      headers:
        text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      agent: false,
    })
    sent.end(text)
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const answer = (await response.setEncoding('utf8').toArray()).join('')
    return { status: response.statusCode ?? 0, body: answer === '' ? {} : JSON.parse(answer) }
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown) => call('POST', path, body),
    put: (path: string, body: unknown) => call('PUT', path, body),
    delete: (path: string, body?: unknown) => call('DELETE', path, body),
  }
}
