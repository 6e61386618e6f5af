import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The console as a process of its own. */
export interface ConsoleProcess {
  /** `http://127.0.0.1:…`; empty when it ended before it listened. */
  readonly url: string
  stdout(): string
  stderr(): string
  /** Sends a signal and resolves to the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>
  readonly ended: Promise<number | string>
}

/** The built server, where the specs' configuration knows one; else its sources, which take longer to start. */
const main = process.env.CONSOLE_MAIN ?? join(import.meta.dirname, '..', 'main.ts')

/** Starts the console's server and waits until it listens or has ended. */
export async function startConsoleProcess(args: string[], env: NodeJS.ProcessEnv = {}): Promise<ConsoleProcess> {
  const { CONSOLE_ADMIN_PASSWORD: _, DATABASE_URL: __, ...inherited } = process.env
  const child: ChildProcess = spawn(process.execPath, [main, '--port', '0', ...args], {
    // Tests start many: what one has compiled the next one need not.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'vsnap-compile-cache'), ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stderr?.on('data', (text: Buffer) => (stderr += text.toString()))
  const ended = new Promise<number | string>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal ?? '')),
  )
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', (text: Buffer) => {
      stdout += text.toString()
      const [, url] = /listens on (\S+)\n/.exec(stdout) ?? []
      if (url) resolve(url)
    })
  })
  const url = await Promise.race([listening, ended.then(() => '')])
  return {
    url,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}
