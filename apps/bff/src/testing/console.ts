import { mkdtempSync, rmSync } from 'node:fs'
import { request as http, type IncomingHttpHeaders } from 'node:http'
import { request as https } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { readConfiguration } from '../configuration.ts'
import { type Patience, startConsole } from '../server.ts'

export const adminPassword = 'correct horse battery'

export interface TestAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The parsed JSON; undefined when it is none. */
  readonly json: unknown
}

export interface TestCall {
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** A console in this process, over real sockets and a database of its own. */
export interface TestConsole {
  readonly url: string
  readonly data: string
  /** Everything that was logged so far. */
  log(): string
  /** Somebody who calls it; keeps the session's cookie as a browser does. */
  visitor(): Visitor
  /** Somebody who is logged in as the first admin. */
  admin(): Promise<Visitor>
  /** Somebody new with this role, logged in. */
  person(role: 'viewer' | 'operator' | 'admin'): Promise<Visitor>
  stop(): Promise<void>
  /** Stops, and removes what it kept. */
  end(): Promise<void>
}

export interface Visitor {
  cookie: string | undefined
  call(method: string, path: string, call?: TestCall): Promise<TestAnswer>
  logIn(username: string, password: string): Promise<TestAnswer>
}

export async function startTestConsole({
  data,
  args = [],
  env = {},
  waits = {},
}: { data?: string; args?: string[]; env?: NodeJS.ProcessEnv; waits?: Patience } = {}): Promise<TestConsole> {
  const directory = data ?? mkdtempSync(join(tmpdir(), 'vsnap-console-'))
  const configuration = readConfiguration(['--port', '0', '--data', directory, ...args], {
    CONSOLE_ADMIN_PASSWORD: adminPassword,
    ...env,
  })
  if (configuration === 'help') throw new Error('no configuration')
  let logged = ''
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString('utf8')
      done()
    },
  })
  const running = await startConsole(configuration, pino({ level: 'debug' }, sink), {
    // What reaches an appliance is what a test has asked for.
    background: false,
    ...waits,
  })
  let people = 0

  const visitor = (): Visitor => newVisitor(running.url)
  const admin = async () => {
    const somebody = visitor()
    await expectStatus(somebody.logIn('admin', adminPassword), 200)
    return somebody
  }
  return {
    url: running.url,
    data: directory,
    log: () => logged,
    visitor,
    admin,
    async person(role) {
      const name = `${role}${++people}`
      await expectStatus(
        (await admin()).call('POST', '/api/users', { body: { name, password: adminPassword, role } }),
        200,
      )
      const somebody = visitor()
      await expectStatus(somebody.logIn(name, adminPassword), 200)
      return somebody
    },
    stop: () => running.stop(),
    async end() {
      await running.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Somebody who calls the console at `base`, and keeps the session's cookie as a browser does. */
export function newVisitor(base: string): Visitor {
  const visitor: Visitor = {
    cookie: undefined,
    async call(method, path, call) {
      const answer = await callOnce(base, method, path, {
        ...call,
        headers: { ...(visitor.cookie ? { cookie: visitor.cookie } : {}), ...call?.headers },
      })
      const [set] = answer.headers['set-cookie'] ?? []
      if (set) visitor.cookie = /Max-Age=[1-9]/.test(set) ? set.split(';')[0] : undefined
      return answer
    },
    logIn: (username, password) => visitor.call('POST', '/api/session', { body: { username, password } }),
  }
  return visitor
}

/** One HTTP call over a connection of its own; nothing about it is tidied up on the way. */
export function callOnce(
  base: string,
  method: string,
  path: string,
  { body, headers = {} }: TestCall = {},
): Promise<TestAnswer> {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const { protocol, hostname, port } = new URL(base)
  const send = protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const sent = {
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      ...headers,
    }
    const call = send(
      { hostname, port, method, path, headers: sent, agent: false, rejectUnauthorized: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('error', reject)
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const answered = Buffer.concat(parts).toString('utf8')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answered,
            json: parse(answered),
          })
        })
      },
    )
    call.on('error', reject)
    call.end(text)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function expectStatus(answer: Promise<TestAnswer>, status: number): Promise<void> {
  const { status: got, text } = await answer
  if (got !== status) throw new Error(`expected ${status}, got ${got}: ${text}`)
}
