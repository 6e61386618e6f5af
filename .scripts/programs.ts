// The two servers as processes: how they are started, and when they are ready.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request as http } from 'node:http'
import { request as https } from 'node:https'
import { join } from 'node:path'
import { serverFile } from './build.ts'
import { startProgram, untilReady, type Child, type StartOptions } from './processes.ts'

export interface Address {
  readonly host: string
  readonly port: number
}

export interface ServerOptions extends StartOptions {
  /** Runs its sources also when it is built: they are what is worked on. */
  readonly fromSources?: boolean
}

export interface ApplianceOptions {
  readonly name: string
  readonly port: number
  /** The directory that holds everything that it keeps. */
  readonly data: string
  /** Its account; absent: the one that is kept in `data`. */
  readonly account?: { readonly user: string; readonly password: string } | undefined
  /** Further flags: `--disks`, `12`, … */
  readonly flags?: readonly string[]
  readonly process?: ServerOptions | undefined
}

const fileOf = (name: 'bff' | 'appliance', how: ServerOptions | undefined): string =>
  how?.fromSources ? `apps/${name}/src/main.ts` : serverFile(name)

/** Starts an appliance on 127.0.0.1 and waits until it answers. */
export async function startAppliance(options: ApplianceOptions): Promise<Child> {
  const { account, port } = options
  const child = startProgram(
    options.name,
    fileOf('appliance', options.process),
    ['--port', String(port), '--data', options.data, ...(options.flags ?? [])],
    {
      ...options.process,
      env: {
        ...options.process?.env,
        ...(account && { APPLIANCE_USER: account.user, APPLIANCE_PASSWORD: account.password }),
      },
    },
  )
  // Without credentials it answers 401 as soon as it is there: nothing secret is sent to whoever listens.
  await ready(child, async () => (await status('https:', { host: '127.0.0.1', port }, '/api/system')) === 401)
  return child
}

/** SHA-256 fingerprint (`AB:CD:…`) of the certificate that an appliance keeps in its data directory. */
export function fingerprintIn(data: string): string {
  return new X509Certificate(readFileSync(join(data, 'tls-cert.pem'))).fingerprint256
}

export interface ConsoleOptions extends Address {
  readonly data: string
  /** The folder of the built console; absent: only the API. */
  readonly dist?: string | undefined
  /** Password that the first admin gets. */
  readonly adminPassword?: string | undefined
  readonly tls?: { readonly cert: string; readonly key: string } | undefined
  readonly process?: ServerOptions | undefined
}

/**
 * How the console's server keeps house, which has to be said before it begins. It reads lists of a hundred kilobytes all day: the heap
 * for what is young would double for them until it has 64 MB, and the C library would keep in each thread's own pool, and between what
 * lasts, the room that they took.
 */
const frugal = {
  node: ['--max-semi-space-size=16'],
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '1048576' },
}

/** Starts the console's server, and waits until it answers. */
export async function startConsole(options: ConsoleOptions): Promise<Child> {
  const { host, port, tls } = options
  const flags = tls ? ['--tls-cert', tls.cert, '--tls-key', tls.key] : []
  if (options.dist !== undefined) flags.push('--static', options.dist)
  const child = startProgram(
    'console',
    fileOf('bff', options.process),
    ['--port', String(port), '--host', host, '--data', options.data, ...flags],
    {
      ...options.process,
      node: [...frugal.node, ...(options.process?.node ?? [])],
      env: {
        ...frugal.env,
        ...options.process?.env,
        ...(options.adminPassword !== undefined && { CONSOLE_ADMIN_PASSWORD: options.adminPassword }),
      },
    },
  )
  await ready(child, async () => (await status(tls ? 'https:' : 'http:', local({ host, port }), '/healthz')) === 200)
  return child
}

/** An address by which this machine reaches what listens on `host`. */
export function local({ host, port }: Address): Address {
  if (host === '0.0.0.0') return { host: '127.0.0.1', port }
  return { host: host === '::' ? '::1' : host, port }
}

async function ready(child: Child, isReady: () => Promise<boolean>): Promise<void> {
  try {
    await untilReady(child, isReady)
  } catch (error) {
    await child.stop()
    throw error
  }
}

/** The status that a server answers; its certificate is not looked at, so never send anything secret this way. */
function status(protocol: 'http:' | 'https:', { host, port }: Address, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = protocol === 'https:' ? https : http
    const request = call({ host, port, path, agent: false, timeout: 2000, rejectUnauthorized: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.end()
  })
}
