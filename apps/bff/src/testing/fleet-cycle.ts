// A round of every list of many appliances, by the collector, and by the same calls with nothing around them: what
// taking note of it costs. Takes one argument, JSON; says the medians (milliseconds).
import { fleetResources } from '@vsnap/console-api/fleet.ts'
import { mkdirSync } from 'node:fs'
import { Agent, get } from 'node:https'
import { pino } from 'pino'
import { basicAuthorization, openRegistry } from '../appliances/registry.ts'
import { createVault } from '../appliances/vault.ts'
import { startCollector } from '../collector/collector.ts'
import { openModel } from '../collector/model.ts'
import { openDatabase } from '../database/open.ts'
import { createEvents } from '../events/events.ts'
import { createAgents } from '../proxy/agents.ts'

interface Order {
  readonly data: string
  readonly hosts: readonly string[]
  readonly port: number
  readonly account: { readonly user: string; readonly password: string }
  readonly fingerprint: string
}
const rounds = 7

const { data, hosts, port, account, fingerprint } = JSON.parse(process.argv[2] ?? '') as Order
mkdirSync(data, { recursive: true })
const log = pino({ level: 'silent' })
const db = await openDatabase({ data })
const registry = await openRegistry(db, createVault(Buffer.alloc(32, 7)), log)
for (const host of hosts)
  await registry.insert({
    id: host,
    name: host,
    url: `https://${host}:${port}`,
    username: account.user,
    password: account.password,
    fingerprint,
  })
const agents = createAgents(registry)
const model = await openModel(db)
const collector = startCollector({ registry, agents, model, events: createEvents(), log, background: false })

const full = () => timed(() => Promise.all(hosts.map((host) => collector.read(host))))

// As many calls at once as the collector makes.
const agent = new Agent({ keepAlive: true, maxSockets: 2, rejectUnauthorized: false })
const authorization = basicAuthorization(account.user, account.password)
const call = (host: string, resource: string) =>
  new Promise<void>((resolve, reject) => {
    get({ host, port, path: `/api/${resource}`, agent, headers: { authorization } }, (response) => {
      response.on('data', () => {}).on('end', resolve)
    }).on('error', reject)
  })
const bare = () =>
  timed(() => Promise.all(hosts.flatMap((host) => fleetResources.map((resource) => call(host, resource)))))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const first = await full()
await bare()
await full()
const all = { bare: [] as number[], full: [] as number[] }
for (let round = 0; round < rounds; round++) {
  all.bare.push(await bare())
  all.full.push(await full())
}
const calls = hosts.length * fleetResources.length
process.stdout.write(JSON.stringify({ bare: median(all.bare), full: median(all.full), first, calls }))
await collector.stop()
agents.close()
agent.destroy()
await db.destroy()
