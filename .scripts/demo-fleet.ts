// A small fleet to look at: three appliances with a believable past, each a process of its own.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { logInTo } from './console-client.ts'
import { freePort, isStopping, root, runToEnd, type Child } from './processes.ts'
import { fingerprintIn, startAppliance, type ServerOptions } from './programs.ts'

const sites = [
  { profile: 'fra', name: 'Frankfurt', port: 8901 },
  { profile: 'lon', name: 'London', port: 8902 },
  { profile: 'dub', name: 'Dublin', port: 8903 },
] as const

const kept = z.object({
  /** The port of each appliance, by profile: the console knows them by it. */
  ports: z.record(z.string(), z.int()),
  /** True once the console knows all of them. */
  registered: z.boolean(),
  /** True when the console's data began with the fleet: an unfinished beginning can be begun again. */
  began_with_console: z.boolean(),
})
type Kept = z.output<typeof kept>

export interface Appliance {
  readonly name: string
  readonly url: string
  readonly data: string
  readonly child: Child
  /** Known only until the console has it. */
  readonly account: { readonly user: string; readonly password: string } | undefined
}

export interface Fleet {
  readonly appliances: readonly Appliance[]
  /** True when the console has yet to be told about them. */
  readonly isNew: boolean
}

/** What is kept about the fleet in `data`, and where each thing is. */
export function fleetIn(data: string) {
  const file = join(data, 'demo', 'fleet.json')
  return {
    file,
    console: join(data, 'console'),
    appliance: (profile: string) => join(data, 'demo', profile),
    read: (): Kept | undefined => (existsSync(file) ? kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined),
    write(state: Kept) {
      mkdirSync(join(data, 'demo'), { recursive: true, mode: 0o700 })
      writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`)
      renameSync(`${file}.new`, file)
    },
  }
}

/**
 * Prepares the data of the fleet, when it is not there yet; true when the console has yet to be told about it.
 * What an interrupted first start left is begun again. `anyPorts`: not its usual ones, which another fleet may want.
 */
export async function prepareFleet(data: string, say: (line: string) => void, anyPorts = false): Promise<boolean> {
  const at = fleetIn(data)
  let state = at.read()
  if (!state) {
    const ports: Record<string, number> = {}
    for (const { profile, port } of sites) ports[profile] = await (anyPorts ? freePort() : freePort(port))
    state = { ports, registered: false, began_with_console: !existsSync(at.console) }
    at.write(state)
  }
  if (!state.registered && state.began_with_console) rmSync(at.console, { recursive: true, force: true })
  const missing = sites.filter(({ profile }) => !existsSync(at.appliance(profile)))
  if (missing.length > 0) say('Making the demo appliances …')
  const unfinished = (profile: string): string => `${at.appliance(profile)}.unfinished`
  await Promise.all(missing.map(({ profile }) => makeData(unfinished(profile), profile)))
  // Only those that are made together can have been partners.
  if (missing.length === sites.length) {
    const { ports } = state
    await runDemo(
      'replicate.ts',
      sites.map(({ profile }) => `${profile}=${ports[profile]}:${unfinished(profile)}`),
    )
  }
  // The slow one is on its way whenever the fleet is started, and not only the first time; a fleet that runs elsewhere says so later.
  if (missing.length === 0)
    await runDemo('queue.ts', ['--data', at.appliance('dub'), '--profile', 'dub']).catch(() => undefined)
  // Each gets its name only when it is whole.
  for (const { profile } of missing) renameSync(unfinished(profile), at.appliance(profile))
  return !state.registered
}

async function makeData(dir: string, profile: string): Promise<void> {
  rmSync(dir, { recursive: true, force: true })
  await runDemo('main.ts', ['--data', dir, '--profile', profile])
}

async function runDemo(program: string, args: readonly string[]): Promise<void> {
  const file = join(root, 'apps/appliance/src/demo', program)
  const { code, output } = await runToEnd(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args])
  if (code !== 0) throw new Error(`The demo appliances could not be made:\n${output}`)
}

/**
 * Starts the appliances of the fleet. `onEnd` hears of one that ends by itself.
 * @throws Error when a port that the console knows is taken by another program.
 */
export async function startFleet(
  data: string,
  onEnd: (appliance: Appliance, how: number | NodeJS.Signals) => void,
  process: (site: string) => ServerOptions = () => ({}),
): Promise<Fleet> {
  const at = fleetIn(data)
  const state = at.read()
  if (!state) throw new Error('The demo fleet is not prepared.')
  const appliances: Appliance[] = []
  const startOne = async ({ profile, name }: (typeof sites)[number]): Promise<void> => {
    const port = state.ports[profile] ?? 0
    if ((await freePort(port)) !== port) {
      throw new Error(
        `Port ${port}, where the console knows the demo appliance ${name}, is taken by another program.\n` +
          'Stop that program, or start with another data directory (--data DIR), or without the fleet (--no-demo).',
      )
    }
    // The appliance keeps only a hash, and the console its own encrypted copy: until the console has it, a new password.
    const account = state.registered ? undefined : { user: 'console', password: randomBytes(18).toString('base64url') }
    const dir = at.appliance(profile)
    const child = await startAppliance({ name, port, data: dir, account, process: process(name) })
    const appliance = { name, url: `https://127.0.0.1:${port}`, data: dir, child, account }
    appliances.push(appliance)
    void child.ended.then((how) => isStopping() || onEnd(appliance, how))
  }
  await Promise.all(sites.map(startOne))
  appliances.sort((a, b) => a.url.localeCompare(b.url))
  return { appliances, isNew: !state.registered }
}

/** Tells the console about the fleet's appliances, once. `url`, `cert`: the console's address and TLS certificate. */
export async function registerFleet(
  data: string,
  fleet: Fleet,
  console: { url: string; adminPassword: string; cert?: string | undefined },
): Promise<void> {
  const { client } = await logInTo(console.url, { username: 'admin', password: console.adminPassword }, console.cert)
  const known = (await client.applianceList()).appliances
  for (const { name, url, data: dir, account } of fleet.appliances) {
    if (!account) continue
    const details = { name, url, username: account.user, password: account.password, fingerprint: fingerprintIn(dir) }
    const same = known.find((each) => each.url === url)
    if (same) await client.applianceUpdate({ params: { id: same.id }, body: details })
    else await client.applianceCreate({ body: details })
  }
  const at = fleetIn(data)
  const state = at.read()
  if (state) at.write({ ...state, registered: true })
}
