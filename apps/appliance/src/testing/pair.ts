import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '@vsnap/contract/client.ts'
import type { VsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { Session } from '@vsnap/vsnap-api/session.ts'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import { startAppliance, temporaryDirectory, testAccount, type ApplianceProcess } from './appliance-process.ts'
import { callerOf, type Caller } from './https-calls.ts'

/** An appliance that can be killed and started again on the same port. */
export class Site {
  readonly #place = temporaryDirectory()
  readonly #args: readonly string[]
  #appliance: ApplianceProcess | undefined
  #caller: Caller | undefined

  constructor(disks = 12, diskSize = 1024 ** 4) {
    this.#args = ['--disks', String(disks), '--disk-size', String(diskSize)]
    this.control({})
  }

  get dir(): string {
    return this.#place.dir
  }

  get port(): number {
    return Number(new URL(this.process.address).port)
  }

  get process(): ApplianceProcess {
    if (!this.#appliance) throw new Error('The appliance has not been started.')
    return this.#appliance
  }

  get caller(): Caller {
    if (!this.#caller) throw new Error('The appliance has not been started.')
    return this.#caller
  }

  get call(): Client<VsnapApi> {
    return this.caller.client
  }

  /** What happens to the simulated machine from now on. */
  control(what: object): void {
    writeFileSync(join(this.dir, 'control.json'), JSON.stringify({ preparation: 0, ...what }))
  }

  /** Starts it, on the port that it had before. */
  async start(): Promise<void> {
    const port = this.#appliance ? ['--port', String(this.port)] : []
    this.#caller?.close()
    this.#appliance = await startAppliance(this.dir, { args: [...this.#args, ...port] })
    this.#caller = callerOf(this.#appliance)
  }

  /** Starts and initialises it, with one pool. */
  async begin(pools: readonly string[] = ['pool']): Promise<void> {
    await this.start()
    await this.call.systemInit({ body: { action: 'init', multipool: true, skip_pool: true } })
    for (const [index, name] of pools.entries()) {
      const { disks } = await this.call.diskList({ query: { used_as: 'unused' } })
      const disk_list = disks.slice(0, Math.floor(disks.length / (pools.length - index))).map(({ uuid }) => uuid)
      await this.call.poolCreate({ body: { name, pool_type: 'raid0', disk_list } })
    }
  }

  async kill(): Promise<void> {
    await this.#appliance?.kill()
  }

  async end(): Promise<void> {
    this.#caller?.close()
    await this.kill()
    this.#place.remove()
  }
}

/** Makes `remote` a partner of `local`; answers its id. `port`: where `local` finds it, when not at its own. */
export async function partnersWith(local: Site, remote: Site, port = remote.port): Promise<string> {
  const body = {
    remote_addr: '127.0.0.1',
    remote_user: testAccount.user,
    remote_pass: testAccount.password,
    remote_api_port: port,
  }
  return (await local.call.partnerCreate({ body })).id
}

/** Waits until a session is as is wanted; a session that has ended otherwise is an error. */
export async function sessionWhen(
  call: Client<VsnapApi>,
  id: string,
  wanted: (session: Session) => boolean,
): Promise<Session> {
  for (;;) {
    const session = await call.sessionView({ params: { id } })
    if (wanted(session)) return session
    if (!isRunning(session)) throw new Error(`Session ${id} is ${session.status}: ${session.message}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Waits until a session has ended. */
export function sessionEnd(call: Client<VsnapApi>, id: string): Promise<Session> {
  return sessionWhen(call, id, (session) => !isRunning(session))
}
