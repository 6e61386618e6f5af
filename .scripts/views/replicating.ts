// Replication of every size to look at: a console of its own over two appliances, between which relationships grow in number.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { join } from 'node:path'
import { createClient, type Client } from '@vsnap/contract/client.ts'
import { vsnapApi, type VsnapApi } from '@vsnap/vsnap-api/api.ts'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import { dist } from '../build.ts'
import { logInTo, type Person } from '../console-client.ts'
import { freePort } from '../processes.ts'
import { fingerprintIn, startAppliance, startConsole } from '../programs.ts'

/** Numbers of relationships that are looked at. */
export const counts = [0, 1, 12, 300] as const
export type Count = (typeof counts)[number]

/** A console, and how many relationships it has. */
export interface Replicating {
  readonly url: string
  readonly admin: Person
  /** Makes as many as there are to be; they grow only. Each has replicated, but for every fifth, which failed or has yet to begin. */
  grow(count: Count): Promise<void>
  /** Ends Rotterdam, where all replicas are, or starts it again; resolves when the console knows. */
  setSilent(isSilent: boolean): Promise<void>
}

const kinds = ['oracle', 'mssql', 'vm-daily', 'exchange-journal', 'file-archive-of-the-branch-offices']
/** Sessions are quick while the past is made, then so slow that some are seen. */
const lines = { quick: { transfer_bytes: 1024 }, slow: { transfer_bytes: 4 * 1024 ** 2, transfer_rate: 128 } }

/** Starts it in `data`, with no relationship yet. */
export async function startReplicating(data: string): Promise<Replicating> {
  const port = await freePort()
  const admin = { username: 'admin', password: randomBytes(12).toString('base64url') }
  const url = `http://127.0.0.1:${port}`
  await startConsole({ host: '127.0.0.1', port, data: join(data, 'console'), dist, adminPassword: admin.password })
  const { client: console } = await logInTo(url, admin)

  const site = async (name: string) => {
    const dir = join(data, name)
    const own = { name, port: await freePort(), data: dir }
    const account = { user: 'console', password: randomBytes(12).toString('base64url') }
    const begin = () => startAppliance({ ...own, account })
    let child = await begin()
    const call = callsTo(own.port, dir, account)
    const control = (what: object) =>
      writeFileSync(join(dir, 'control.json'), JSON.stringify({ preparation: 0, ...what }))
    control(lines.quick)
    await call.systemInit({ body: { action: 'init', multipool: true, skip_pool: true } })
    const disks = (await call.diskList({ query: { used_as: 'unused' } })).disks.map(({ uuid }) => uuid)
    const pool = await call.poolCreate({ body: { name: 'backup', pool_type: 'raid6', disk_list: disks } })
    const at = { url: `https://127.0.0.1:${own.port}`, username: account.user, password: account.password }
    const { id } = await console.applianceCreate({ body: { ...at, name, fingerprint: fingerprintIn(dir) } })
    const setRunning = async (isWanted: boolean) => {
      if (child.running() === isWanted) return
      if (isWanted) child = await begin()
      else await child.stop()
      const state = async () => (await console.applianceView({ params: { id } })).state
      while (((await state()) === 'online') !== isWanted) await new Promise((done) => setTimeout(done, 200))
    }
    return { call, control, account, port: own.port, pool: pool.id, setRunning }
  }
  const [near, far] = await Promise.all([site('Hamburg'), site('Rotterdam')])
  const partner = async () => {
    const remote = { remote_user: far.account.user, remote_pass: far.account.password }
    const body = { remote_addr: '127.0.0.1', remote_api_port: far.port, ...remote }
    return (await near.call.partnerCreate({ body })).id
  }

  let [made, partnerId] = [0, '']
  const relate = async (index: number): Promise<string> => {
    const name = `${kinds[index % kinds.length]}-${String(index + 1).padStart(3, '0')}`
    const volume = await near.call.volumeCreate({ body: { name, volume_type: 'filesystem', pool_id: near.pool } })
    const params = { id: volume.id }
    return (await near.call.relationshipCreate({ params, body: { partner_id: partnerId } })).id
  }
  const start = (id: string) => near.call.sessionStart({ params: { id }, body: {} })
  const over = async () => {
    while ((await near.call.sessionList()).sessions.some(isRunning)) await new Promise((done) => setTimeout(done, 100))
  }
  /** Whether Rotterdam takes part in replication. */
  const carry = async (services: ('all' | 'mgmt')[]) => {
    for (const { id } of (await far.call.networkList()).networks)
      await far.call.networkUpdate({ params: { id }, body: { services } })
  }
  /** Until the console has read as many. */
  const known = async (count: number) => {
    const rows = async () => (await console.fleetList({ params: { resource: 'relationship' }, query: {} })).total
    while ((await rows()) < 2 * count) await new Promise((done) => setTimeout(done, 200))
  }

  return {
    url,
    admin,
    setSilent: (isSilent) => far.setRunning(!isSilent),
    async grow(count) {
      if (count <= made) return
      if (partnerId === '') partnerId = await partner()
      near.control(lines.quick)
      await over()
      const all: string[] = []
      for (let index = made; index < count; index++) all.push(await relate(index))
      const later = all.filter((_, index) => index % 10 === 9)
      const sent = all.filter((id) => !later.includes(id))
      for (const id of [...sent, ...sent.filter((_, index) => index % 3 === 0)]) await start(id)
      await over()
      await carry(['mgmt'])
      for (const id of all.filter((_, index) => index % 10 === 4)) await start(id)
      await over()
      await carry(['all'])
      near.control(lines.slow)
      for (const id of sent.slice(-6)) await start(id)
      made = count
      await known(count)
    },
  }
}

/** Calls an appliance that runs here; its own certificate is the only one that is trusted. */
function callsTo(port: number, dir: string, { user, password }: { user: string; password: string }): Client<VsnapApi> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, ca: readFileSync(join(dir, 'tls-cert.pem')) })
  return createClient(vsnapApi, async ({ method, path, body }) => {
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { ...type, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) }
    const where = { host: '127.0.0.1', port, path: `/api${path}`, method, headers, auth: `${user}:${password}`, agent }
    const sent = request(where)
    sent.end(body)
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const text = (await response.setEncoding('utf8').toArray()).join('')
    return { status: response.statusCode ?? 0, body: text === '' ? {} : JSON.parse(text) }
  })
}
