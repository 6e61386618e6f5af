// `npm run appliance`: one appliance, over HTTPS.
import { mkdirSync } from 'node:fs'
import { lockDirectory } from '@vsnap/data-directory/lock.ts'
import { loadAccount } from './account.ts'
import { createAppliance } from './app.ts'
import { systemClock } from './clock.ts'
import { createLog } from './logging.ts'
import { openMachine } from './machine.ts'
import { readOptions, usage, UsageError, type Options } from './options.ts'
import { startReplication } from './replication/sessions.ts'
import { serve } from './server.ts'
import { serverCertificate } from './tls.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function run(options: Options): Promise<void> {
  if (options.engine === 'zfs') {
    throw new UsageError('This build has no engine for real ZFS yet. Use --engine simulated.')
  }
  const log = createLog(process.env.LOG_LEVEL)
  mkdirSync(options.data, { recursive: true, mode: 0o700 })
  const unlock = lockDirectory(options.data, 'appliance')
  const certificate = await serverCertificate(options.data, options.host)
  const { APPLIANCE_USER: user, APPLIANCE_PASSWORD: password } = process.env
  const { account, generated } = await loadAccount(options.data, { user, password })
  const machine = await openMachine({
    dir: options.data,
    clock: systemClock,
    accounts: [account.user],
    certificate: certificate.cert,
    disks: options.disks,
    diskSize: options.diskSize,
    interfaces: options.interfaces,
  })
  const app = createAppliance({ ...machine.context, account, log })
  const server = await serve(app, certificate, options)
  machine.context.self.port = server.port
  const stopReplication = startReplication(machine.context)
  say(`vSnap appliance on ${server.address}/api, certificate SHA-256 ${certificate.fingerprint}`)
  if (generated !== undefined) {
    say(`Log in as ${account.user} with the password ${generated} (said this once; only its hash is kept).`)
  }
  log.info({ address: server.address, data: options.data, engine: options.engine }, 'The appliance listens.')

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await stopReplication()
    await server.stop()
    machine.close()
    unlock()
    log.info('The appliance has stopped.')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop())
}

/** Why it cannot run, in a sentence for the person who started it. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, address, port } = error as Error & { code?: unknown; address?: unknown; port?: unknown }
  if (code === 'EADDRINUSE')
    return `Another program listens on ${String(address)}:${String(port)} already. Choose another --port.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${String(address)}. Choose another --host.`
  if (code === 'EACCES') return `Not allowed: ${error.message}.`
  return error.message
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) say(usage)
  else await run(options)
} catch (error) {
  process.stderr.write(`${reason(error)}\n`)
  process.exit(error instanceof UsageError ? 2 : 1)
}
