// `npm start`: the console, and a demo fleet to look at.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildConsole } from './build.ts'
import { fleetIn, prepareFleet, registerFleet, startFleet, type Appliance, type Fleet } from './demo-fleet.ts'
import { freePort, isStopping, stopAll, stopOnSignal, type Child } from './processes.ts'
import { local, startConsole } from './programs.ts'

const usage = `Usage: npm start -- [--port N] [--data DIR] [--no-demo] [--host ADDRESS] [--tls-cert FILE --tls-key FILE]

  --port N         port of the console (8080)
  --data DIR       where everything is kept (.data)
  --no-demo        the console alone, without the demo fleet
  --host ADDRESS   address to listen on (127.0.0.1)
  --tls-cert FILE  certificate (PEM) for HTTPS; needed with any other address than this machine's own
  --tls-key FILE   its private key (PEM)
  --help           this text

Environment: CONSOLE_ADMIN_PASSWORD is the password that the first person, admin, gets on the first start.`

interface Options {
  readonly port: number
  readonly host: string
  readonly data: string
  readonly demo: boolean
  readonly tls: { readonly cert: string; readonly key: string } | undefined
}

function readOptions(): Options {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: '.data' },
      demo: { type: 'boolean', default: true },
      'tls-cert': { type: 'string' },
      'tls-key': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65535) throw new Error(`--port ${values.port}: expected 0 to 65535.`)
  // Paths are meant as the person wrote them, who may be in another folder than the project's.
  const path = (text: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), text)
  const { 'tls-cert': cert, 'tls-key': key } = values
  if ((cert === undefined) !== (key === undefined)) throw new Error('--tls-cert and --tls-key belong together.')
  return {
    port,
    host: values.host,
    data: path(values.data),
    demo: values.demo,
    tls: cert !== undefined && key !== undefined ? { cert: path(cert), key: path(key) } : undefined,
  }
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** The admin's password, when this start may set or know it: the environment's, or a new one for a new console. */
function adminPassword(consoleData: string): { password?: string; generated: boolean } {
  const given = process.env.CONSOLE_ADMIN_PASSWORD
  if (given) return { password: given, generated: false }
  return existsSync(consoleData)
    ? { generated: false }
    : { password: randomBytes(12).toString('base64url'), generated: true }
}

async function start(options: Options): Promise<Child> {
  const { data, host, tls } = options
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const at = fleetIn(data)
  const isNew = options.demo && (await prepareFleet(data, say))
  const { password, generated } = adminPassword(at.console)
  if (isNew && password === undefined) {
    throw new Error(
      'The demo fleet is to be added to a console that is there already, and only its admin may do that:\n' +
        "set CONSOLE_ADMIN_PASSWORD to the admin's password this once, or start with --no-demo.",
    )
  }
  const building = await buildConsole()
  if (building > 0) say(`Built the console in ${building.toFixed(1)} s.`)

  const port = options.port === 0 ? await freePort() : options.port
  const fleet = options.demo ? await startFleet(data, tellEnd) : undefined
  const server = await startConsole({ host, port, data: at.console, adminPassword: password, tls })
  const reached = local({ host, port })
  const name = reached.host.includes(':') ? `[${reached.host}]` : reached.host
  const url = `${tls ? 'https' : 'http'}://${name}:${port}`
  if (fleet?.isNew && password !== undefined) {
    await registerFleet(data, fleet, { url, adminPassword: password, cert: tls?.cert })
  }
  welcome(url, options, fleet, generated ? password : undefined)
  return server
}

function tellEnd({ name, child }: Appliance, how: number | NodeJS.Signals): void {
  say(`\nThe demo appliance ${name} ended (${how}). The others go on. Its last words:\n${child.output()}`)
}

function welcome(url: string, { data }: Options, fleet: Fleet | undefined, generated: string | undefined): void {
  const lines = [
    '',
    `  vSnap Console    ${url}`,
    `  Log in as        admin`,
    generated === undefined
      ? '  Password         the one set on the first start (CONSOLE_ADMIN_PASSWORD, or the one printed then)'
      : `  Password         ${generated}    (told only now; CONSOLE_ADMIN_PASSWORD sets another on a first start)`,
    ...(fleet ? [`  Demo fleet       ${fleet.appliances.map((each) => `${each.name} ${each.url}`).join(', ')}`] : []),
    `  Data             ${data}`,
    '',
    '  Ctrl-C stops everything.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

stopOnSignal(0)
try {
  const server = await start(readOptions())
  const how = await server.ended
  if (!isStopping()) throw new Error(`The console's server ended (${how}). Its last words:\n${server.output()}`)
} catch (error) {
  if (!isStopping()) {
    say(`\n${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
    await stopAll()
  }
}
