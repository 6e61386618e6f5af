import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { dist } from '../build.ts'
import { logInTo, type LoggedIn } from '../console-client.ts'
import { freePort, startProgram, untilReady, type Child } from '../processes.ts'
import { fingerprintIn, startConsole } from '../programs.ts'

/** What the appliances were asked by path: calls in all, the most of one appliance, the least time between two (ms). */
export type Counts = Readonly<Record<string, { calls: number; most: number; soonest: number | null }>>

export interface Fleet {
  readonly child: Child
  readonly port: number
  readonly account: { readonly user: string; readonly password: string }
  readonly fingerprint: string
  /** The appliances' addresses. */
  readonly hosts: readonly string[]
  /** What they were asked since this was called the last time. */
  counts(): Promise<Counts>
}

/** Starts so many appliances in one process. */
export async function startFleet(data: string, appliances: number): Promise<Fleet> {
  const [port, counts] = [await freePort(), await freePort()]
  const account = { user: 'console', password: randomBytes(12).toString('base64url') }
  const folder = join(data, 'fleet')
  const child = startProgram(
    'fleet',
    'apps/appliance/src/fleet/main.ts',
    ['--data', folder, '--port', String(port), '--counts', String(counts), '--appliances', String(appliances)],
    { env: { APPLIANCE_USER: account.user, APPLIANCE_PASSWORD: account.password, LOG_LEVEL: 'warn' } },
  )
  const url = `http://127.0.0.1:${counts}/`
  await untilReady(child, async () => (await fetch(url)).ok, 120_000)
  return {
    child,
    port,
    account,
    fingerprint: fingerprintIn(folder),
    hosts: Array.from({ length: appliances }, (_, n) => `127.1.${Math.floor(n / 250)}.${(n % 250) + 1}`),
    counts: async () => (await (await fetch(url)).json()) as Counts,
  }
}

export interface Asked extends LoggedIn {
  readonly url: string
  readonly pid: number
}

/** Starts a console that knows all of them. */
export async function startWatching(data: string, fleet: Fleet): Promise<Asked> {
  const adminPassword = randomBytes(12).toString('base64url')
  const listen = { host: '127.0.0.1', port: await freePort() }
  const child = await startConsole({
    ...listen,
    data: join(data, 'console'),
    dist,
    adminPassword,
    process: { env: { LOG_LEVEL: 'warn' } },
  })
  const url = `http://127.0.0.1:${listen.port}`
  const { client, cookie } = await logInTo(url, { username: 'admin', password: adminPassword })
  const waiting = fleet.hosts.map((host, n) => ({ name: `site-${n % 20}-vsnap-${n}`, host }))
  const add = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { user: username, password } = fleet.account
      const address = { name: next.name, url: `https://${next.host}:${fleet.port}`, fingerprint: fleet.fingerprint }
      const create = () => client.applianceCreate({ body: { ...address, username, password } })
      // On a busy machine a connection may take longer than the console waits for one.
      await create().catch(create).catch(create)
    }
  }
  await Promise.all(Array.from({ length: 8 }, add))
  return { url, pid: child.pid, client, cookie }
}

/** Waits until so many snapshots are known, `patience` milliseconds at the most. */
export async function untilRead({ client }: Asked, snapshots: number, patience: number): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await after(1000)) {
    const { total, appliances } = await client.fleetList({ params: { resource: 'snapshot' }, query: { limit: 1 } })
    if (total >= snapshots && appliances.every(({ read_at: read }) => read !== null)) return
  }
  throw new Error(`After ${patience / 1000} s the console does not know ${snapshots} snapshots.`)
}

/** Tabs that listen to events; answers how many bytes they have heard, and closes them. */
export async function listenAll({ url, cookie }: Asked, tabs: number): Promise<() => number> {
  let heard = 0
  const calls = await Promise.all(
    Array.from(
      { length: tabs },
      () =>
        new Promise<ReturnType<typeof get>>((resolve, reject) => {
          const call = get(`${url}/api/events`, { headers: { cookie }, agent: false }, (response) => {
            response.on('data', (part: Buffer) => (heard += part.length)).on('error', () => {})
            resolve(call)
          })
          call.on('error', reject)
        }),
    ),
  )
  return () => {
    for (const call of calls) call.on('error', () => {}).destroy()
    return heard
  }
}
