// What the way through the console's server costs: the same GET directly, through it, and through a bare proxy.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { logInTo } from '../console-client.ts'
import { freePort, startProgram, untilReady } from '../processes.ts'
import { fingerprintIn, startAppliance, startConsole } from '../programs.ts'
import { median, type Figure } from './figure.ts'
import { latencies, throughput, type LoadTarget } from './load.ts'

/** Connections at once, rounds of all targets one after the other, seconds and requests of each. */
const load = { connections: 32, rounds: 5, seconds: 2, requests: 1000 }

interface Way {
  readonly direct: LoadTarget
  readonly bare: LoadTarget
  readonly console: LoadTarget
}

/** Starts a plain HTTPS server, a real appliance with a pool, and what is before them; returns the ways to each. */
async function startWays(data: string): Promise<{ plain: Way; real: Way }> {
  const account = { user: 'console', password: randomBytes(12).toString('base64url') }
  const authorization = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`
  const folder = join(data, 'appliance')
  const ports = { real: await freePort(), plain: await freePort(), console: await freePort() }
  const flags = ['--disks', '12', '--disk-size', String(8 * 2 ** 40)]
  await startAppliance({ name: 'appliance', port: ports.real, data: folder, account, flags })
  const server = startProgram('plain server', '.scripts/bench/plain-server.ts', [String(ports.plain), folder])
  const adminPassword = randomBytes(12).toString('base64url')
  const listen = { host: '127.0.0.1', port: ports.console }
  await startConsole({ ...listen, data: join(data, 'console'), adminPassword, process: { env: { LOG_LEVEL: 'warn' } } })

  const consoleUrl = `http://127.0.0.1:${ports.console}`
  const person = { username: 'admin', password: adminPassword }
  const client = await logInTo(consoleUrl, person)
  const cookie = await cookieOf(consoleUrl, person)
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
    const bare = { name: 'bare proxy', origin: `http://127.0.0.1:${port}`, path: `/api${path}`, headers: {} }
    await untilReady(proxy, async () => (await fetch(bare.origin + bare.path)).ok)
    return {
      direct: { name: 'direct', origin: url, path: `/api${path}`, headers: { authorization } },
      bare,
      console: { name: 'console', origin: consoleUrl, path: `/api/appliances/${id}/vsnap${path}`, headers: { cookie } },
    }
  }
  await untilReady(server, () => answers(ports.plain))
  return { plain: await way('plain', '/pool/1'), real: await way('real', '/disk') }
}

/** True when something listens. */
async function answers(port: number): Promise<boolean> {
  return (await freePort(port)) !== port
}

/** The session's cookie, as a browser sends it. */
function cookieOf(url: string, person: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { origin: url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const call = request(`${url}/api/session`, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve((response.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; '))
    })
    call.on('error', reject).end(JSON.stringify(person))
  })
}

const names = ['direct', 'bare', 'console'] as const
type Measured = Record<(typeof names)[number], number>

/** Each way measured in turn, several times: the median of each. */
async function inTurn(way: Way, measure: (target: LoadTarget) => Promise<number>): Promise<Measured> {
  const all: Record<(typeof names)[number], number[]> = { direct: [], bare: [], console: [] }
  for (let round = 0; round < load.rounds; round++) {
    for (const name of names) all[name].push(await measure(way[name]))
  }
  return { direct: median(all.direct), bare: median(all.bare), console: median(all.console) }
}

const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')} req/s`

async function figuresOf(way: Way, what: string, bound: boolean): Promise<Figure[]> {
  const rate = await inTurn(way, (target) => throughput(target, load.connections, load.seconds))
  const time = await inTurn(way, async (target) => median(await latencies(target, load.requests)))
  const ratio = (part: number) => (part / rate.direct).toFixed(2)
  return [
    {
      name: `GET of ${what} through the console: throughput, share of direct`,
      value: rate.console / rate.direct,
      unit: '',
      ...(bound && { least: 0.25 }),
      beside: `direct ${perSecond(rate.direct)}, console ${perSecond(rate.console)}, bare proxy ${perSecond(rate.bare)} (${ratio(rate.bare)})`,
    },
    {
      name: `GET of ${what} through the console: added p50`,
      value: time.console - time.direct,
      unit: 'ms',
      ...(bound && { most: 1 }),
      beside: `direct ${time.direct.toFixed(2)} ms, console ${time.console.toFixed(2)} ms, bare proxy ${time.bare.toFixed(2)} ms`,
    },
  ]
}

/** Measures the proxy over a server that costs next to nothing (where all that it costs shows), and over an appliance. */
export async function proxyFigures(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-bench-'))
  try {
    const { plain, real } = await startWays(data)
    return [...(await figuresOf(plain, 'a plain HTTPS server', true)), ...(await figuresOf(real, 'an appliance', true))]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
