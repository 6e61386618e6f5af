// What the way through the console's server costs: the same GET directly, through it, and through a bare proxy.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { logInTo } from '../console-client.ts'
import { freePort, startProgram, untilReady } from '../processes.ts'
import { fingerprintIn, startAppliance, startConsole } from '../programs.ts'
import { median, type Figure } from './figure.ts'
import { latencies, throughput, type LoadTarget } from './load.ts'
import { cpuOf } from './process.ts'

/** Connections at once, rounds of all targets one after the other, seconds and requests of each. */
const load = { connections: 32, rounds: 5, seconds: 2, requests: 1000 }

/** Where to ask, and the process that is asked there. */
interface Asked extends LoadTarget {
  readonly pid: number
}

interface Way {
  readonly direct: Asked
  readonly bare: Asked
  readonly console: Asked
}

/** Starts a plain HTTPS server, a real appliance with a pool, and what is before them; returns the ways to each. */
async function startWays(data: string): Promise<{ plain: Way; real: Way }> {
  const account = { user: 'console', password: randomBytes(12).toString('base64url') }
  const authorization = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`
  const folder = join(data, 'appliance')
  const ports = { real: await freePort(), plain: await freePort(), console: await freePort() }
  const flags = ['--disks', '12', '--disk-size', String(8 * 2 ** 40)]
  const appliance = await startAppliance({ name: 'appliance', port: ports.real, data: folder, account, flags })
  const plainServer = startProgram('plain server', '.scripts/bench/plain-server.ts', [String(ports.plain), folder])
  const adminPassword = randomBytes(12).toString('base64url')
  const listen = { host: '127.0.0.1', port: ports.console }
  const consoleServer = await startConsole({
    ...listen,
    data: join(data, 'console'),
    adminPassword,
    process: { env: { LOG_LEVEL: 'warn' } },
  })

  const consoleUrl = `http://127.0.0.1:${ports.console}`
  const person = { username: 'admin', password: adminPassword }
  const { client, cookie } = await logInTo(consoleUrl, person)
  const way = async (name: 'plain' | 'real', path: string): Promise<Way> => {
    const url = `https://127.0.0.1:${ports[name]}`
    const { id } = await client.applianceCreate({
      body: { name, url, username: account.user, password: account.password, fingerprint: fingerprintIn(folder) },
    })
    const port = await freePort()
    const proxy = startProgram(`bare proxy (${name})`, '.scripts/bench/bare-proxy.ts', [
      String(port),
      url,
      authorization,
    ])
    const bare = {
      name: 'bare proxy',
      origin: `http://127.0.0.1:${port}`,
      path: `/api${path}`,
      headers: {},
      pid: proxy.pid,
    }
    await untilReady(proxy, async () => (await fetch(bare.origin + bare.path)).ok)
    return {
      direct: {
        name: 'direct',
        origin: url,
        path: `/api${path}`,
        headers: { authorization },
        pid: (name === 'plain' ? plainServer : appliance).pid,
      },
      bare,
      console: {
        name: 'console',
        origin: consoleUrl,
        path: `/api/appliances/${id}/vsnap${path}`,
        headers: { cookie },
        pid: consoleServer.pid,
      },
    }
  }
  await untilReady(plainServer, () => answers(ports.plain))
  return { plain: await way('plain', '/pool/1'), real: await way('real', '/disk') }
}

/** True when something listens. */
async function answers(port: number): Promise<boolean> {
  return (await freePort(port)) !== port
}

const names = ['direct', 'bare', 'console'] as const
type Measured = Record<(typeof names)[number], number>

/** Each way measured in turn, several times: the median of each of the numbers that `measure` gives. */
async function inTurn(way: Way, measure: (target: Asked) => Promise<readonly number[]>): Promise<Measured[]> {
  const all: Record<(typeof names)[number], (readonly number[])[]> = { direct: [], bare: [], console: [] }
  for (let round = 0; round < load.rounds; round++) {
    for (const name of names) all[name].push(await measure(way[name]))
  }
  const middle = (name: (typeof names)[number], index: number) => median(all[name].map((each) => each[index] ?? NaN))
  const numbers = all.direct[0]?.length ?? 0
  return Array.from({ length: numbers }, (_, index) => ({
    direct: middle('direct', index),
    bare: middle('bare', index),
    console: middle('console', index),
  }))
}

/** Requests a second at full load, and microseconds of CPU that the asked process takes for each. */
async function atFullLoad(target: Asked): Promise<readonly number[]> {
  const before = cpuOf(target.pid)
  const { rate, count } = await throughput(target, load.connections, load.seconds)
  return [rate, ((cpuOf(target.pid) - before) / count) * 1e6]
}

const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')} req/s`

async function figuresOf(way: Way, what: string): Promise<Figure[]> {
  const [rate, cpu] = await inTurn(way, atFullLoad)
  const [time] = await inTurn(way, async (target) => [median(await latencies(target, load.requests))])
  if (!rate || !cpu || !time) throw new Error('Nothing was measured.')
  const ratio = (part: number) => (part / rate.direct).toFixed(2)
  const get = `GET of ${what} through the console`
  return [
    {
      name: `${get}: throughput, share of direct`,
      value: rate.console / rate.direct,
      unit: '',
      least: 0.25,
      beside: `direct ${perSecond(rate.direct)}, console ${perSecond(rate.console)}, bare proxy ${perSecond(rate.bare)} (${ratio(rate.bare)})`,
    },
    {
      name: `${get}: added p50`,
      value: time.console - time.direct,
      unit: 'ms',
      most: 1,
      beside: `direct ${time.direct.toFixed(2)} ms, console ${time.console.toFixed(2)} ms, bare proxy ${time.bare.toFixed(2)} ms`,
    },
    {
      name: `${get}: CPU of the console’s server for each`,
      value: cpu.console,
      unit: 'µs',
      beside: `bare proxy ${cpu.bare.toFixed(0)} µs, who answers ${cpu.direct.toFixed(0)} µs`,
    },
  ]
}

/** Measures the proxy over a server that costs next to nothing (where all that it costs shows), and over an appliance. */
export async function proxyFigures(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-bench-'))
  try {
    const { plain, real } = await startWays(data)
    return [...(await figuresOf(plain, 'a plain HTTPS server')), ...(await figuresOf(real, 'an appliance'))]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
