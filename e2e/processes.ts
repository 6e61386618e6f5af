// The servers of a story as a test holds them: started on free ports over temporary directories, ended at will.
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from '../.scripts/build.ts'
import { freePort, type Child } from '../.scripts/processes.ts'
import { fingerprintIn, startAppliance, startConsole } from '../.scripts/programs.ts'
import type { Target } from './direct.ts'

/** A server's process. `start` takes the same port and data again. */
interface Controls {
  readonly url: string
  readonly data: string
  start(): Promise<void>
  /** Ends it as it should be ended. */
  stop(): Promise<void>
  /** Ends it as a power failure would. */
  kill(): Promise<void>
  /** Holds it: it is there, and answers nothing until it is let go on. */
  freeze(): void
  thaw(): void
  /** What its process has said. */
  output(): string
}

export interface RunningAppliance extends Controls, Target {
  readonly name: string
  /** SHA-256 of its certificate, `AB:CD:…`. */
  fingerprint(): string
  /** Restarts it with another certificate: what a console that has pinned the old one must notice. */
  renewCertificate(): Promise<void>
}

export interface RunningConsole extends Controls {
  readonly username: string
  readonly password: string
}

export interface ApplianceChoice {
  /** Unused disks of the new appliance (12). */
  readonly disks?: number
  /** Bytes of each of them (8 TiB). */
  readonly diskSize?: number
  /** Network interfaces of it (1). */
  readonly interfaces?: number
}

/** All processes and directories of one story; `end` leaves nothing behind. */
export class Machinery {
  readonly #ends: (() => Promise<void>)[] = []
  readonly #outputs = new Map<string, () => string>()

  /** A new appliance, not initialised, on a free port. */
  async appliance(name: string, { disks, diskSize, interfaces }: ApplianceChoice = {}): Promise<RunningAppliance> {
    const account = { user: 'admin', password: randomBytes(12).toString('base64url') }
    const flags = [
      ...(disks === undefined ? [] : ['--disks', String(disks)]),
      ...(diskSize === undefined ? [] : ['--disk-size', String(diskSize)]),
      ...(interfaces === undefined ? [] : ['--interfaces', String(interfaces)]),
    ]
    const { controls, data } = await this.#server(name, 'https', (port, data) =>
      startAppliance({ name, port, data, account, flags, process: { env: { LOG_LEVEL: 'info' } } }),
    )
    return {
      ...controls,
      name,
      username: account.user,
      password: account.password,
      get certificate() {
        return readFileSync(join(data, 'tls-cert.pem'), 'utf8')
      },
      fingerprint: () => fingerprintIn(data),
      async renewCertificate() {
        await controls.stop()
        rmSync(join(data, 'tls-cert.pem'))
        rmSync(join(data, 'tls-key.pem'))
        await controls.start()
      },
    }
  }

  /**
   * A new console with the built pages, on a free port; or one in the place of `like`, which has been stopped: with what it has
   * kept, and at its address, so that what a browser has kept of its pages is still good.
   */
  async console(env: Readonly<Record<string, string>> = {}, like?: RunningConsole): Promise<RunningConsole> {
    const password = like?.password ?? randomBytes(12).toString('base64url')
    // Who has an admin already is not told a password: it would be tried.
    const adminPassword = like ? undefined : password
    const { controls } = await this.#server(
      'console',
      'http',
      (port, data) => startConsole({ host: '127.0.0.1', port, data, dist, adminPassword, process: { env } }),
      like,
    )
    return { ...controls, username: 'admin', password }
  }

  /** What each process has said, by its name and address. */
  outputs(): [name: string, text: string][] {
    return [...this.#outputs].map(([name, output]) => [name, output()])
  }

  /** Ends all processes and removes their directories. */
  async end(): Promise<void> {
    await Promise.all(this.#ends.map((end) => end()))
  }

  async #server(
    name: string,
    protocol: string,
    start: (port: number, data: string) => Promise<Child>,
    like?: Pick<Controls, 'url' | 'data'>,
  ) {
    const data = mkdtempSync(join(tmpdir(), 'vsnap-e2e-'))
    if (like) cpSync(like.data, data, { recursive: true })
    const port = await freePort(...(like ? [Number(new URL(like.url).port)] : []))
    let child: Child | undefined
    // Processes that came before, restarted since, are heard too.
    let before = ''
    const output = (): string => before + (child?.output() ?? '')
    this.#outputs.set(`${name}-${port}.log`, output)
    this.#ends.push(async () => {
      await child?.stop()
      rmSync(data, { recursive: true, force: true })
    })
    const controls: Controls = {
      url: `${protocol}://127.0.0.1:${port}`,
      data,
      output,
      async start() {
        before = output()
        child = await start(port, data)
      },
      async stop() {
        await child?.stop()
      },
      async kill() {
        await child?.kill()
      },
      freeze: () => void (child && process.kill(child.pid, 'SIGSTOP')),
      thaw: () => void (child && process.kill(child.pid, 'SIGCONT')),
    }
    await controls.start()
    return { controls, data }
  }
}
