// Something to look at: a console over the demo fleet, and appliances that are new, silent, or show another certificate.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUp } from '../bring-up.ts'
import { buildAll, dist } from '../build.ts'
import { logInTo, type LoggedIn, type Person } from '../console-client.ts'
import { freePort, stopAll } from '../processes.ts'
import { fingerprintIn, startAppliance, startConsole } from '../programs.ts'
import { startReplicating, type Count, type Replicating } from './replicating.ts'

const exampleView = {
  name: 'Pools by use',
  resource: 'pool' as const,
  filters: { appliance: null, label: null, q: '', status: ['ONLINE'] },
  columns: ['name', 'appliance', 'status'],
  sort: '-size_used',
  group: 'label:site',
  shared: true,
  on_overview: true,
}

/** Labels of the demo fleet: what is not in it has none. */
const sites: Readonly<Record<string, string>> = { Frankfurt: 'fra', Dublin: 'dub', London: 'lon' }

/** What there is to look at, by its ids. */
export interface Places {
  /** An appliance with pools, volumes, and unused disks enough for a pool. */
  readonly appliance: string
  /** A pool of `appliance`, with log and spares; a filesystem with snapshots, one of these, and a LUN. */
  readonly pool: string
  readonly filesystem: string
  readonly lun: string
  readonly snapshot: string
  /** Volumes of `appliance`: one that is replicated, and one that is the replica of another's. */
  readonly replicated: string
  readonly replica: string
  /** A relationship that `appliance` has a part in. */
  readonly relationship: string
  /** The system id of a partner of `appliance`; a session that was completed and one that failed. */
  readonly partner: string
  readonly sent: { readonly appliance: string; readonly id: string }
  readonly failed: { readonly appliance: string; readonly id: string }
  /** Not initialised; does not answer; shows another certificate than the pinned one. */
  readonly fresh: string
  readonly silent: string
  readonly changed: string
  /** A view that is on the overview. */
  readonly view: string
  /** Tasks: one that was done, one that failed half-way, one that was taken back. */
  readonly tasks: { readonly done: string; readonly failed: string; readonly undone: string }
  /** An appliance that the console does not know: its address and account. */
  readonly unknown: { readonly url: string; readonly username: string; readonly password: string }
}

export interface Example {
  readonly url: string
  readonly admin: Person
  /** May look, and change nothing. */
  readonly viewer: Person
  readonly places: Places
  /** Another console, with so many relationships, the end of each where its replica is silent or not; started when it is looked at first. They grow only. */
  replicating(count: Count, isSilent?: boolean): Promise<Pick<Example, 'url' | 'admin'>>
  /** Another console, which nobody has done anything with yet; started when it is looked at first. */
  beginning(): Promise<Pick<Example, 'url' | 'admin'>>
  /** Begins a task that is on its way for longer than anybody looks, if it has not begun: all pages tell of it from then on. */
  beginTask(): Promise<unknown>
  /** Forgets an appliance of this name, if the console knows it. */
  forget(name: string): Promise<void>
  /** Ends all processes that were started here, and leaves nothing behind. */
  end(): Promise<void>
}

/** Makes tasks: snapshots of volumes (ids) of an appliance, one of them twice under a name, and some that are taken back. */
async function makeTasks({ client }: LoggedIn, appliance: string, volumes: readonly [string, string]) {
  const make = (title: string, names: readonly string[]) => {
    const steps = names.flatMap((name) =>
      volumes.map((id) => ({ appliance, operation: 'snapshotCreate', params: { id }, body: { name } })),
    )
    return client.planCreate({ body: { title, steps } }, { headers: { 'idempotency-key': randomUUID() } })
  }
  const ended = async (id: string) => {
    while (['queued', 'running', 'waiting'].includes((await client.planView({ params: { id } })).state))
      await new Promise((done) => setTimeout(done, 50))
    return id
  }
  const done = await ended((await make('Create snapshots of 2 volumes', ['before-update'])).id)
  const failed = await ended((await make('Create snapshots of 2 volumes, twice', ['after-update', 'before-update'])).id)
  const undone = await ended((await make('Create snapshots of 2 volumes for a test', ['test'])).id)
  await client.planAct({ params: { id: undone }, body: { action: 'undo' } })
  return { done, failed, undone: await ended(undone) }
}

/** Begins a task that copies a volume over the slow line from Dublin: it is on its way for longer than anybody looks. */
async function makeSlowTask({ client }: LoggedIn): Promise<void> {
  const list = async (resource: 'partner' | 'volume' | 'relationship') =>
    (await client.fleetList({ params: { resource }, query: { limit: 1000 } })).items
  const { appliances } = await client.applianceList()
  const [from, to] = ['Dublin', 'Frankfurt'].map((name) => appliances.find((one) => one.name === name))
  if (!from || !to) throw new Error('The demo fleet has a line from Dublin to Frankfurt.')
  const ofIt = async (...args: Parameters<typeof list>) =>
    (await list(...args)).filter(({ appliance }) => appliance.id === from.id)
  const [volumes, partners, relationships] = [
    await ofIt('volume'),
    await ofIt('partner'),
    await ofIt('relationship'),
  ] as const
  const volume = volumes.find(
    ({ id, volume_type: kind }) => kind === 'filesystem' && relationships.every((one) => one['local_vol_id'] !== id),
  )
  const partner = partners.find(({ id }) => id === to.system_id)
  if (!volume || !partner) throw new Error('Dublin has a volume to copy, and Frankfurt as its partner.')
  const pool = (await client.fleetList({ params: { resource: 'pool' } })).items.find(
    ({ appliance, name }) => appliance.id === to.id && name === 'vm-daily',
  )
  const { id } = await client.planCreate(
    {
      body: {
        title: `Replicate ${String(volume['name'])} to Frankfurt`,
        steps: [
          {
            appliance: from.id,
            operation: 'relationshipCreate',
            params: { id: volume['id'] },
            body: { partner_id: partner['id'], remote_pool_id: pool?.['id'] },
          },
          {
            appliance: from.id,
            operation: 'sessionStart',
            params: { id: { $ref: 'steps.0.result.id' } },
            body: {},
          },
        ],
      },
    },
    { headers: { 'idempotency-key': randomUUID() } },
  )
  const isOnItsWay = async () => {
    const { state, steps } = await client.planView({ params: { id } })
    if (!['queued', 'running', 'waiting'].includes(state)) throw new Error(`The slow task is ${state} already.`)
    return steps[0]?.state === 'succeeded'
  }
  while (!(await isOnItsWay())) await new Promise((done) => setTimeout(done, 50))
}

/** A console that has just been started for the first time. */
async function startBeginning(data: string): Promise<Pick<Example, 'url' | 'admin'>> {
  const port = await freePort()
  const admin = { username: 'admin', password: randomBytes(12).toString('base64url') }
  await startConsole({ host: '127.0.0.1', port, data, dist, adminPassword: admin.password })
  return { url: `http://127.0.0.1:${port}`, admin }
}

/** Starts it, on free ports, in a temporary directory. */
export async function startExample(): Promise<Example> {
  await buildAll()
  const data = mkdtempSync(join(tmpdir(), 'vsnap-example-'))
  const end = async (): Promise<void> => {
    await stopAll()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    // The password is made up here, whatever the environment says.
    delete process.env.CONSOLE_ADMIN_PASSWORD
    const port = await freePort()
    const running = await bringUp({ host: '127.0.0.1', port, tls: undefined, dist, data, demo: true, anyPorts: true })
    const admin = { username: 'admin', password: running.generated ?? '' }
    const session = await logInTo(running.url, admin)
    const { client } = session

    const further = async (name: string) => {
      const dir = join(data, name)
      const account = { user: 'console', password: randomBytes(12).toString('base64url') }
      const own = { name, port: await freePort(), data: dir }
      const start = () => startAppliance({ ...own, account })
      const child = await start()
      const known = { url: `https://127.0.0.1:${own.port}`, username: account.user, password: account.password }
      const add = async () =>
        (await client.applianceCreate({ body: { ...known, name, fingerprint: fingerprintIn(dir) } })).id
      return { child, dir, start, known, add }
    }
    const [fresh, silent, changed, unknown] = await Promise.all(['Oslo', 'Madrid', 'Athens', 'Vienna'].map(further))
    if (!fresh || !silent || !changed || !unknown) throw new Error('Four appliances were started.')
    const ids = { fresh: await fresh.add(), silent: await silent.add(), changed: await changed.add() }
    await Promise.all([silent.child.stop(), changed.child.stop()])
    for (const file of ['tls-cert.pem', 'tls-key.pem']) rmSync(join(changed.dir, file))
    await changed.start()

    const rows = async (resource: 'pool' | 'volume' | 'snapshot' | 'relationship' | 'partner' | 'session') =>
      (await client.fleetList({ params: { resource }, query: { limit: 1000 } })).items
    const { appliances } = await client.applianceList()
    const appliance = appliances.find(({ name }) => name === 'Frankfurt')?.id ?? ''
    for (const { id, name } of appliances) {
      const site = sites[name]
      if (site !== undefined)
        await client.applianceDescribe({ params: { id }, body: { labels: [`site=${site}`, 'env=prod'] } })
    }
    const idOf = async (
      resource: 'pool' | 'volume' | 'snapshot' | 'relationship' | 'partner',
      fields: Record<string, string>,
    ): Promise<string> => {
      const found = (await rows(resource)).find(
        (row) =>
          row.appliance.id === appliance && Object.entries(fields).every(([field, value]) => row[field] === value),
      )
      if (!found) throw new Error(`The demo fleet has no ${resource} to look at with ${JSON.stringify(fields)}.`)
      return String(found['id'])
    }
    const sessionOf = async (status: string) => {
      const found = (await rows('session')).find((row) => row['status'] === status)
      if (!found) throw new Error(`The demo fleet has no session that is ${status}.`)
      return { appliance: found.appliance.id, id: String(found['id']) }
    }
    const viewer = { username: 'vera', password: randomBytes(12).toString('base64url') }
    await client.userCreate({ body: { name: viewer.username, password: viewer.password, role: 'viewer' } })
    const filesystem = await idOf('volume', { name: 'oracle-prod' })
    const snapshot = await idOf('snapshot', { parent_id: filesystem })
    const lun = await idOf('volume', { name: 'mssql-01' })
    let replicating: Promise<Replicating> | undefined
    let task: Promise<unknown> | undefined
    let beginning: ReturnType<Example['beginning']> | undefined
    return {
      url: running.url,
      admin,
      viewer,
      places: {
        appliance,
        pool: await idOf('pool', { name: 'sql-backup' }),
        filesystem,
        lun,
        snapshot,
        replicated: await idOf('volume', { name: 'mssql-02' }),
        replica: await idOf('volume', { name: 'gitlab-backup-dub' }),
        partner: await idOf('partner', {}),
        sent: await sessionOf('COMPLETED'),
        failed: await sessionOf('FAILED'),
        relationship: await idOf('relationship', { local_role: 'primary' }),
        view: (await client.viewCreate({ body: exampleView })).id,
        tasks: await makeTasks(session, appliance, [filesystem, lun]),
        ...ids,
        unknown: unknown.known,
      },
      async replicating(count, isSilent = false) {
        const there = await (replicating ??= startReplicating(join(data, 'replicating')))
        await there.setSilent(false)
        await there.grow(count)
        await there.setSilent(isSilent)
        return there
      },
      beginning: () => (beginning ??= startBeginning(join(data, 'beginning'))),
      beginTask: () => (task ??= makeSlowTask(session)),
      async forget(name) {
        const known = (await client.applianceList()).appliances.find((each) => each.name === name)
        if (known) await client.applianceDelete({ params: { id: known.id } })
      },
      end,
    }
  } catch (error) {
    await end()
    throw error
  }
}
