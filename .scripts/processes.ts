import { spawn, type SpawnOptions } from 'node:child_process'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

/** The repository's root. */
export const root = resolve(import.meta.dirname, '..')

const endWithParent = join(root, '.scripts', 'end-with-parent.mjs')

export interface Finished {
  readonly code: number
  readonly output: string
}

/** A child process of ours: it ends when we end, and is stopped by its pid only. */
export interface Child {
  readonly name: string
  readonly pid: number
  /** What it has said so far (the last 64 KiB of both streams). */
  output(): string
  /** When it ends: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** True until it has ended. */
  running(): boolean
  /** Asks it to end, insists after 10 s (SIGKILL); resolves when it is gone. */
  stop(): Promise<void>
  /** Ends it at once (SIGKILL), as a power failure would; resolves when it is gone. */
  kill(): Promise<void>
}

const children = new Set<Child>()
let stopping = false

/** True once everything is being stopped: a child that ends now ends as it should. */
export const isStopping = (): boolean => stopping

/** Stops all children that were started here, and waits until they are gone. */
export async function stopAll(): Promise<void> {
  stopping = true
  await Promise.all([...children].map((child) => child.stop()))
}

/** From now on the first Ctrl-C (or SIGTERM, SIGHUP) stops all children, then this process, with the exit code `code`. */
export function stopOnSignal(code: number): void {
  const stop = async (): Promise<void> => {
    if (stopping) return
    await stopAll()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop())
}

export interface StartOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Flags of Node itself, `--watch` say. */
  readonly node?: readonly string[]
  /** The signal that asks it to end (SIGTERM). */
  readonly stopSignal?: NodeJS.Signals
  /** Called with each line that it says, and on which stream. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
}

/**
 * Starts a TypeScript program of the project (`file`: from the root) on the Node that runs now.
 * In a process group of its own: Ctrl-C in the terminal reaches it only through us, once.
 */
export function startProgram(name: string, file: string, args: readonly string[], options: StartOptions = {}): Child {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', endWithParent, ...(options.node ?? [])]
  return start(name, process.execPath, [...flags, resolve(root, file), ...args], options, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
}

function start(
  name: string,
  command: string,
  args: readonly string[],
  options: StartOptions,
  how: SpawnOptions,
): Child {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...options.env }, ...how })
  let said = ''
  for (const stream of ['stdout', 'stderr'] as const) {
    let rest = ''
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-65536)
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line, stream)
    })
  }
  const ended = new Promise<number | NodeJS.Signals>((done) => {
    child.on('error', (error) => {
      said += `\n${error.message}`
      done(1)
    })
    child.on('close', (code, signal) => done(code ?? signal ?? 1))
  })
  const running = (): boolean => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  const handle: Child = {
    name,
    pid: child.pid ?? 0,
    output: () => said,
    ended,
    running,
    async stop() {
      if (running()) child.kill(options.stopSignal ?? 'SIGTERM')
      const insist = setTimeout(() => running() && child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(insist)
    },
    async kill() {
      if (running()) child.kill('SIGKILL')
      await ended
    },
  }
  children.add(handle)
  void ended.then(() => children.delete(handle))
  return handle
}

/** Runs a program to its end and keeps what it says; `onLine` hears it while it runs. */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<Finished> {
  const child = start(command, command, args, options, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const end = await child.ended
  return { code: typeof end === 'number' ? end : 1, output: child.output() }
}

/**
 * Where each process begins to hand out ports: a thousand of its own for each worker of a test run, and all below those that the
 * system gives to connections, so that nobody gets one between its being found and its being listened on.
 */
const firstPort = 11_000 + 1000 * Number(process.env.TEST_PARALLEL_INDEX ?? 8 + Math.floor(Math.random() * 12))
let handedOut = 0

/** Whether nobody listens on a TCP port of 127.0.0.1. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer()
    server.on('error', () => done(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(true)))
  })

/** A TCP port of 127.0.0.1 that nobody listens on: one of `wanted` if it is free, else any that was not handed out before. */
export async function freePort(...wanted: number[]): Promise<number> {
  for (const port of wanted) if (await isFree(port)) return port
  while (handedOut < 1000) {
    const port = firstPort + handedOut
    handedOut += 1
    if (await isFree(port)) return port
  }
  throw new Error('No free TCP port on 127.0.0.1.')
}

/**
 * Waits until `isReady` says so, asking every 50 ms; throws what the child said when it ends first, or after `timeout` ms.
 */
export async function untilReady(child: Child, isReady: () => Promise<boolean>, timeout = 30_000): Promise<void> {
  const deadline = Date.now() + timeout
  while (Date.now() < deadline) {
    if (!child.running()) throw new Error(`${child.name} ended with ${await child.ended}:\n${child.output()}`)
    if (await isReady().catch(() => false)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${child.name} did not answer within ${timeout / 1000} s:\n${child.output()}`)
}
