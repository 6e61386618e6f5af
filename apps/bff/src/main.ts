import { pino } from 'pino'
import { readConfiguration, usage, type Configuration } from './configuration.ts'
import { startConsole, type RunningConsole } from './server.ts'

/** People read standard output; the log goes to standard error. */
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

function read(): Configuration {
  try {
    const configuration = readConfiguration(process.argv.slice(2), process.env)
    if (configuration !== 'help') return configuration
    say(usage)
    return process.exit(0)
  } catch (error) {
    return fail(error)
  }
}

function welcome({ url, firstAdmin }: RunningConsole): void {
  say(`vSnap Console listens on ${url}`)
  if (firstAdmin.state === 'generated')
    say(`Log in as admin with the password ${firstAdmin.password} (it is shown only this once)`)
  if (firstAdmin.state === 'other-password') {
    say('CONSOLE_ADMIN_PASSWORD is not the password of admin, who keeps the one from before; --reset-admin changes it.')
  }
}

// What the console writes is for its own user alone.
process.umask(0o077)
const configuration = read()
const log = pino({ level: configuration.logLevel }, pino.destination(2))
const running = await startConsole(configuration, log).catch(fail)
welcome(running)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second signal means now.
    if (stopping) process.exit(1)
    stopping = true
    running.stop().then(() => process.exit(0), fail)
  })
}
