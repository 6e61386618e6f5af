// Many appliances in one process, each under a loopback address of its own: what the console is measured with. Made of the
// same handlers as any other; what they have is made up in memory, and cannot be changed.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadAccount } from '../account.ts'
import { createAppliance } from '../app.ts'
import { Catalog } from '../catalog/catalog.ts'
import { systemClock } from '../clock.ts'
import { turns } from '../handlers/context.ts'
import { createLog } from '../logging.ts'
import { replicationState } from '../replication/state.ts'
import { secretsIn } from '../secrets.ts'
import { serve } from '../server.ts'
import { serverCertificate } from '../tls.ts'
import { fill } from './contents.ts'
import { createCounts } from './counts.ts'
import { generatedEngine } from './engine.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.data/fleet' },
    port: { type: 'string', default: '8900' },
    /** Where what they were asked is told, over HTTP. */
    counts: { type: 'string', default: '0' },
    appliances: { type: 'string', default: '50' },
    volumes: { type: 'string', default: '100' },
    snapshots: { type: 'string', default: '1000' },
  },
})
const { APPLIANCE_USER: user, APPLIANCE_PASSWORD: password } = process.env
const dir = resolve(process.env.INIT_CWD ?? process.cwd(), values.data)
mkdirSync(dir, { recursive: true, mode: 0o700 })

const log = createLog(process.env.LOG_LEVEL)
const certificate = await serverCertificate(dir)
const { account } = await loadAccount(dir, { user, password })
const secrets = secretsIn(dir)
const counts = createCounts()
const contents = { volumes: Number(values.volumes), snapshots: Number(values.snapshots) }
const now = systemClock.now()

/** 127.1.0.1 … 127.1.0.250, 127.1.1.1 …: one machine has sixteen million of them. */
const addressOf = (number: number) => `127.1.${Math.floor(number / 250)}.${(number % 250) + 1}`

for (let number = 0; number < Number(values.appliances); number++) {
  const host = addressOf(number)
  const id = createHash('sha256').update(`fleet ${number}`).digest('hex').slice(0, 32)
  const catalog = new Catalog(':memory:')
  catalog.insert('system', { id, hostname: `vsnap-${number}`, init_status: 'Ready', multipool: 1 })
  fill(catalog, number, contents, now)
  const app = createAppliance({
    engine: generatedEngine(id, contents.volumes, systemClock),
    catalog,
    clock: systemClock,
    secrets,
    replication: replicationState(),
    self: { certificate: certificate.cert, port: Number(values.port) },
    accounts: [account.user],
    inTurn: turns(),
    account,
    log,
  })
  await serve(counts.watch(number, app), certificate, { host, port: Number(values.port) })
}
createServer(
  (_req, res) => void res.setHeader('Content-Type', 'application/json').end(JSON.stringify(counts.take())),
).listen(
  Number(values.counts),
  '127.0.0.1',
  () =>
    void process.stdout.write(`${values.appliances} appliances, the first on https://${addressOf(0)}:${values.port}\n`),
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0))
