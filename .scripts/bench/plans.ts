// What a plan costs: five hundred calls to five appliances, sent straight to them and made by the console's server.
import type { NewStep } from '@vsnap/console-api/plan.ts'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Pool } from 'undici'
import { logInTo, type LoggedIn } from '../console-client.ts'
import { freePort } from '../processes.ts'
import { fingerprintIn, startAppliance, startConsole } from '../programs.ts'
import { median, type Figure } from './figure.ts'

/** Appliances, calls to each of them, and how often all of it is measured. */
const size = { appliances: 5, calls: 100, rounds: 3 }
const steps = size.appliances * size.calls

interface Asked {
  /** Its id in the console. */
  readonly id: string
  /** Makes a host, straight on the appliance. */
  readonly make: (name: string) => Promise<void>
}

/** Starts an appliance that is ready for hosts, and makes it known to the console. */
async function startAsked(data: string, name: string, client: LoggedIn['client']): Promise<Asked> {
  const folder = join(data, name)
  mkdirSync(folder)
  // It is ready at once: what is measured is not how long it takes to prepare itself.
  writeFileSync(join(folder, 'control.json'), JSON.stringify({ preparation: 0 }))
  const port = await freePort()
  const account = { user: 'console', password: randomBytes(12).toString('base64url') }
  await startAppliance({ name, port, data: folder, account })
  const url = `https://127.0.0.1:${port}`
  const authorization = `Basic ${Buffer.from(`${account.user}:${account.password}`).toString('base64')}`
  // Of one appliance the console makes one change at a time.
  const pool = new Pool(url, { connections: 1, pipelining: 1, connect: { rejectUnauthorized: false } })
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await pool.request({ method: 'POST', path: `/api${path}`, headers, body: JSON.stringify(body) })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new Error(`${name} answers ${answer.statusCode}: ${text.slice(0, 200)}`)
  }
  await post('/system', { action: 'init', multipool: true, skip_pool: true })
  const { user: username, password } = account
  const { id } = await client.applianceCreate({
    body: { name, url, username, password, fingerprint: fingerprintIn(folder) },
  })
  return { id, make: (host) => post('/host', { name: host }) }
}

/** Calls a second when they are sent straight: one after the other to each appliance, to all appliances at once. */
async function straight(all: readonly Asked[], round: number): Promise<number> {
  const started = performance.now()
  await Promise.all(
    all.map(async ({ make }) => {
      for (let call = 0; call < size.calls; call++) await make(`straight-${round}-${call}`)
    }),
  )
  return steps / ((performance.now() - started) / 1000)
}

/** Steps a second of a plan with the same calls, from its submission until it says that it has succeeded. */
async function planned(client: LoggedIn['client'], all: readonly Asked[], round: number): Promise<number> {
  const calls = Array.from({ length: size.calls }, (_, call) =>
    all.map(({ id: appliance }): NewStep => ({
      appliance,
      operation: 'hostCreate',
      body: { name: `planned-${round}-${call}` },
    })),
  )
  const started = performance.now()
  const { id } = await client.planCreate(
    { body: { title: `Round ${round}`, steps: calls.flat() } },
    { headers: { 'idempotency-key': `round-number-${round}` } },
  )
  for (;;) {
    const { plans } = await client.planList({ query: { limit: 1 } })
    const [plan] = plans
    if (plan?.id === id && plan.state === 'succeeded') return steps / ((performance.now() - started) / 1000)
    if (plan?.state === 'failed' || plan?.state === 'unknown') throw new Error(`The plan has ${plan.state}.`)
    await after(50)
  }
}

/** Measures both in turn. */
export async function planFigures(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-bench-'))
  try {
    const adminPassword = randomBytes(12).toString('base64url')
    const listen = { host: '127.0.0.1', port: await freePort() }
    await startConsole({
      ...listen,
      data: join(data, 'console'),
      adminPassword,
      process: { env: { LOG_LEVEL: 'warn' } },
    })
    const { client } = await logInTo(`http://127.0.0.1:${listen.port}`, { username: 'admin', password: adminPassword })
    const names = Array.from({ length: size.appliances }, (_, index) => `appliance-${index + 1}`)
    const all = await Promise.all(names.map((name) => startAsked(data, name, client)))
    const rates: { straight: number; planned: number }[] = []
    for (let round = 0; round < size.rounds; round++)
      rates.push({ straight: await straight(all, round), planned: await planned(client, all, round) })
    return [
      {
        name: `A plan of ${steps} steps over ${size.appliances} appliances: steps a second, share of the same calls sent straight`,
        value: median(rates.map((rate) => rate.planned / rate.straight)),
        unit: '',
        least: 0.7,
        beside: rates.map((rate) => `${rate.planned.toFixed(0)} of ${rate.straight.toFixed(0)} a second`).join(', '),
      },
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
