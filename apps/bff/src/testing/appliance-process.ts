import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built appliance, where the specs' configuration knows one; else its sources. */
const main = process.env.APPLIANCE_MAIN ?? join(import.meta.dirname, '..', '..', '..', 'appliance', 'src', 'main.ts')

/** A real appliance as a process of its own, initialised, without pools. */
export interface RealAppliance {
  readonly url: string
  readonly port: number
  readonly fingerprint: string
  readonly account: { readonly username: string; readonly password: string }
  /** Calls it directly, and answers the parsed JSON. */
  call(method: string, path: string, body?: unknown): Promise<unknown>
  /** SIGKILL; `start` brings it back under the same address. */
  kill(): Promise<void>
  start(): Promise<void>
  /** SIGSTOP, as a machine that hangs: its connections stay open, and nothing comes. */
  freeze(): void
  thaw(): void
  /** Stops it, and removes what it kept. */
  end(): Promise<void>
}

export async function startRealAppliance({ disks = 6, initialised = true } = {}): Promise<RealAppliance> {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-real-'))
  const account = { username: 'vsuser', password: 'catal0gic' }
  let child: ChildProcess | undefined
  let closed: Promise<unknown> = Promise.resolve()
  let [url, fingerprint] = ['', '']

  const start = async () => {
    const port = url === '' ? '0' : new URL(url).port
    const started = spawn(process.execPath, [main, '--port', port, '--data', data, '--disks', String(disks)], {
      env: {
        ...process.env,
        APPLIANCE_USER: account.username,
        APPLIANCE_PASSWORD: account.password,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    closed = once(started, 'close')
    let output = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (text: Buffer) => {
        output += text.toString()
        const [, address, print] = /(https:\/\/\S+:\d+)\S*.*?((?:[0-9A-F]{2}:){31}[0-9A-F]{2})/s.exec(output) ?? []
        if (address === undefined || print === undefined) return
        ;[url, fingerprint] = [address, print]
        resolve()
      }
      started.stdout?.on('data', hear)
      started.stderr?.on('data', hear)
      started.once('close', () => reject(new Error(`The appliance ended before it listened.\n${output}`)))
    })
  }
  const kill = async () => {
    child?.kill('SIGKILL')
    await closed
  }

  await start()
  const agent = new Agent({ rejectUnauthorized: false })
  const appliance: RealAppliance = {
    get url() {
      return url
    },
    get port() {
      return Number(new URL(url).port)
    },
    get fingerprint() {
      return fingerprint
    },
    account,
    call(method, path, body) {
      const call = request(`${url}/api${path}`, {
        method,
        agent,
        auth: `${account.username}:${account.password}`,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
      })
      return new Promise((resolve, reject) => {
        call.on('error', reject).on('response', (response) => {
          let text = ''
          response.on('data', (part: Buffer) => (text += part.toString('utf8')))
          response.on('end', () => resolve(JSON.parse(text)))
        })
        call.end(body === undefined ? undefined : JSON.stringify(body))
      })
    },
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async end() {
      await kill()
      agent.destroy()
      rmSync(data, { recursive: true, force: true })
    },
  }
  if (initialised) await appliance.call('POST', '/system', { action: 'init', multipool: true, skip_pool: true })
  return appliance
}
