import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built appliance, where the specs' configuration knows one; else its sources, which take twice as long to start. */
const main = process.env.APPLIANCE_MAIN ?? join(import.meta.dirname, '..', 'main.ts')

/** The account of every appliance that the tests start, unless they say otherwise. */
export const testAccount = { user: 'tester', password: 'pässword:with: everything' } as const

/** A real appliance process on a free port. */
export interface ApplianceProcess {
  readonly pid: number
  readonly dir: string
  /** `https://127.0.0.1:port`. */
  readonly address: string
  /** SHA-256, as `AA:BB:…`, as the process printed it. */
  readonly fingerprint: string
  /** The certificate that it keeps in its directory, PEM. */
  readonly certificate: string
  /** What it has printed up to now. */
  output(): { readonly stdout: string; readonly stderr: string }
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>
}

export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
}

const running = new Set<() => void>()
process.on('exit', () => running.forEach((kill) => kill()))

/** A directory of its own for one test, and how to get rid of it. */
export function temporaryDirectory(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'vsnap-appliance-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/**
 * Starts an appliance on `dir` and waits until it listens.
 * @throws Error with what it said on stderr when it ends instead.
 */
export async function startAppliance(
  dir: string,
  { args = [], env = {} }: StartOptions = {},
): Promise<ApplianceProcess> {
  const { child, output } = launch(['--port', '0', '--data', dir, ...args], env)
  const ended = once(child, 'close')
  const { address, fingerprint } = await new Promise<{ address: string; fingerprint: string }>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, address, fingerprint] =
        /(https:\/\/\S+:\d+)\S*.*?((?:[0-9A-F]{2}:){31}[0-9A-F]{2})/.exec(output().stdout) ?? []
      if (address !== undefined && fingerprint !== undefined) resolve({ address, fingerprint })
    })
    child.once('close', () =>
      reject(new Error(`The appliance ended before it listened.\n${output().stdout}\n${output().stderr}`)),
    )
  })
  return {
    pid: child.pid ?? 0,
    dir,
    address,
    fingerprint,
    certificate: readFileSync(join(dir, 'tls-cert.pem'), 'utf8'),
    output,
    async stop() {
      child.kill('SIGTERM')
      const [code] = (await ended) as [number | null]
      return code
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function launch(args: readonly string[], env: StartOptions['env']) {
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      ...process.env,
      APPLIANCE_USER: testAccount.user,
      APPLIANCE_PASSWORD: testAccount.password,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  running.add(kill)
  child.once('close', () => running.delete(kill))
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return { child, output: () => ({ stdout, stderr }) }
}
