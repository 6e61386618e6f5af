// The console's server, and the demo fleet that it knows, up and running.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { fleetIn, prepareFleet, registerFleet, startFleet, type Appliance, type Fleet } from './demo-fleet.ts'
import { freePort, isStopping, stopAll, stopOnSignal, type Child } from './processes.ts'
import { local, startConsole, type ConsoleOptions, type ServerOptions } from './programs.ts'

export interface BringUpOptions extends Pick<ConsoleOptions, 'host' | 'port' | 'tls' | 'dist'> {
  /** The directory of everything: `console` and `demo` are in it. */
  readonly data: string
  /** With the demo fleet. */
  readonly demo: boolean
  /** The fleet takes any free ports, so that several can begin at once. */
  readonly anyPorts?: boolean
  /** How a program's process is run. */
  readonly process?: (name: string) => ServerOptions
}

export interface Running {
  readonly server: Child
  readonly url: string
  readonly fleet: Fleet | undefined
  /** The admin's password, if it was made up just now: nothing keeps it but the person who reads it. */
  readonly generated: string | undefined
}

export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** The admin's password, when this start may set or know it: the environment's, or a new one for a new console. */
function adminPassword(consoleData: string): { password?: string; generated: boolean } {
  const given = process.env.CONSOLE_ADMIN_PASSWORD
  if (given) return { password: given, generated: false }
  return existsSync(consoleData)
    ? { generated: false }
    : { password: randomBytes(12).toString('base64url'), generated: true }
}

/**
 * Starts the demo fleet (making it first, when it is not there) and the console's server, and introduces them.
 * @throws Error that says what is in the way; what was started by then is left to `stopAll`.
 */
export async function bringUp(options: BringUpOptions): Promise<Running> {
  const { data, host, port, tls, dist } = options
  if (host === '127.0.0.1' && (await freePort(port)) !== port) {
    throw new Error(`Port ${port} is taken by another program. Stop it, or say another one: --port N.`)
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const at = fleetIn(data)
  const isNew = options.demo && (await prepareFleet(data, say, options.anyPorts))
  const { password, generated } = adminPassword(at.console)
  if (isNew && password === undefined) {
    throw new Error(
      'The demo fleet is to be added to a console that is there already, and only its admin may do that:\n' +
        "set CONSOLE_ADMIN_PASSWORD to the admin's password this once, or start with --no-demo.",
    )
  }
  const fleet = options.demo ? await startFleet(data, tellEnd, options.process) : undefined
  const server = await startConsole({
    host,
    port,
    tls,
    dist,
    data: at.console,
    adminPassword: password,
    process: options.process?.('console'),
  })
  const reached = local({ host, port })
  const name = reached.host.includes(':') ? `[${reached.host}]` : reached.host
  const url = `${tls ? 'https' : 'http'}://${name}:${port}`
  if (fleet?.isNew && password !== undefined) {
    await registerFleet(data, fleet, { url, adminPassword: password, cert: tls?.cert })
  }
  return { server, url, fleet, generated: generated ? password : undefined }
}

/** Tells where the console is and how to log in. */
export function welcome(url: string, data: string, { fleet, generated }: Running): void {
  const password =
    generated === undefined
      ? 'as set on the first start (CONSOLE_ADMIN_PASSWORD, or the one printed then)'
      : `${generated}   (told only now; CONSOLE_ADMIN_PASSWORD sets another on a first start)`
  const appliances = fleet?.appliances.map((each) => `${each.name} ${each.url}`).join(', ')
  process.stdout.write(`
  vSnap Console   ${url}
  User            admin
  Password        ${password}
  Demo fleet      ${appliances ?? 'none'}
  Data            ${data}

  Ctrl-C stops everything.

`)
}

/** Runs a command until it ends or is stopped: an error is told in one piece, and nothing is left running. */
export async function runUntilStopped(run: () => Promise<Running>): Promise<void> {
  stopOnSignal(0)
  try {
    const { server } = await run()
    const how = await server.ended
    if (!isStopping()) throw new Error(`The console's server ended (${how}). Its last words:\n${server.output()}`)
  } catch (error) {
    if (isStopping()) return
    say(`\n${error instanceof Error ? error.message : String(error)}`)
    await stopAll()
    process.exit(1)
  }
}

function tellEnd({ name, child }: Appliance, how: number | NodeJS.Signals): void {
  say(`\nThe demo appliance ${name} ended (${how}). The others go on. Its last words:\n${child.output()}`)
}
