// Lets the demo appliances have replicated with each other for some weeks, and leaves one session waiting.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { lockDirectory } from '@vsnap/data-directory/lock.ts'
import { createAppliance } from '../app.ts'
import { systemClock } from '../clock.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { createLog } from '../logging.ts'
import { openMachine } from '../machine.ts'
import { startReplication } from '../replication/sessions.ts'
import { serve } from '../server.ts'
import { serverCertificate } from '../tls.ts'
import { tellReplication } from './replication-story.ts'
import { StoryClock } from './story-clock.ts'

const usage = `Usage: node apps/appliance/src/demo/replicate.ts fra=PORT:DIR lon=PORT:DIR dub=PORT:DIR

Lets the demo appliances in these directories, made just now, have been partners; each will listen on its port.`

/** The account by which they have become partners; each gets its own when it is started. */
const account = {
  user: 'demo',
  verify: async (user: string, password: string) => user === 'demo' && password === 'demo',
}

/** How streams are while the past is told, afterwards, and afterwards on the slow line from Dublin. */
const lines = {
  past: { transfer_rate: 2 ** 40, transfer_bytes: 64 * 1024 },
  usual: { transfer_rate: undefined, transfer_bytes: undefined },
  slow: { transfer_rate: 20 * 1024, transfer_bytes: undefined },
}

/** Changes what happens to a simulated machine, and leaves the rest as it is. */
function control(dir: string, change: object): void {
  const file = join(dir, 'control.json')
  let before: object = {}
  try {
    before = JSON.parse(readFileSync(file, 'utf8')) as object
  } catch {
    // Nothing has happened to it yet.
  }
  writeFileSync(file, `${JSON.stringify({ ...before, ...change }, null, 2)}\n`)
}

async function open(dir: string, port: number, clock: StoryClock) {
  const unlock = lockDirectory(dir, 'appliance')
  control(dir, lines.past)
  const certificate = await serverCertificate(dir)
  const machine = await openMachine({ dir, clock, accounts: [], certificate: certificate.cert })
  const { context } = machine
  const app = createAppliance({ ...context, account, log: createLog('silent') })
  const server = await serve(app, certificate, { host: '127.0.0.1', port })
  context.self.port = port
  const stopReplication = startReplication(context)
  return {
    context,
    async close(line: keyof typeof lines) {
      await stopReplication()
      await server.stop()
      machine.close()
      control(dir, lines[line])
      unlock()
    },
  }
}

function readSites(): Map<string, { dir: string; port: number }> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const named = positionals.flatMap((text) => {
    const [, site, port, dir] = /^(fra|lon|dub)=(\d+):(.+)$/.exec(text) ?? []
    return site === undefined || dir === undefined ? [] : [[site, { dir, port: Number(port) }] as const]
  })
  if (named.length !== 3) throw new Error(usage)
  return new Map(named)
}

try {
  const clock = new StoryClock()
  const opened = new Map<string, Awaited<ReturnType<typeof open>>>()
  for (const [site, { dir, port }] of readSites()) opened.set(site, await open(dir, port, clock))
  const contextOf = (site: string): HandlerContext => {
    const context = opened.get(site)?.context
    if (!context) throw new Error(usage)
    return context
  }
  await tellReplication(
    { contextOf, setTime: (seconds) => clock.set(seconds), account: ['demo', 'demo'] },
    systemClock.now(),
  )
  for (const [site, one] of opened) await one.close(site === 'dub' ? 'slow' : 'usual')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
