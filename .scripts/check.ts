// Types of every package, lint and format; all at once. `--fix` mends what can be mended (`npm run format`).
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, runToEnd, stopOnSignal } from './processes.ts'

export interface Checked {
  readonly name: string
  readonly ok: boolean
  readonly output: string
  readonly seconds: number
}

const projects = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
)

// What checks types is written in Go and lives for seconds. Its garbage need not be collected as eagerly as a server's; and what
// several cores have in common each would check anew, so that it is twice the work: rather two programs at once, each on one core.
const env = { GOGC: '400', GOMEMLIMIT: '1500MiB', GOMAXPROCS: '1' }

async function tool(name: string, command: string, args: readonly string[]): Promise<Checked> {
  const started = performance.now()
  const { code, output } = await runToEnd(join(root, 'node_modules', '.bin', command), args, { env })
  return { name, ok: code === 0, output: output.trim(), seconds: (performance.now() - started) / 1000 }
}

/** Checks types, lint and format of the whole repository; what is wrong is in each result's output. */
export async function check(): Promise<Checked[]> {
  const withTypes = ['.', ...projects].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
  const tools: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
    ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
    ['format', 'oxfmt', '--list-different'],
    ...withTypes.map(
      (folder) => [`types of ${folder}`, 'tsc', '--singleThreaded', '--project', join(root, folder)] as const,
    ),
  ]
  return inPairs(tools, ([name, command, ...args]) => tool(name, command, args))
}

async function inPairs<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all([worker(), worker()])
  return results
}

if (import.meta.main) {
  stopOnSignal(130)
  if (process.argv.includes('--fix')) {
    for (const done of [await tool('lint', 'oxlint', ['--fix', '--type-aware']), await tool('format', 'oxfmt', [])]) {
      if (!done.ok) process.stdout.write(`${done.output}\n`)
      process.exitCode ||= done.ok ? 0 : 1
    }
  } else {
    for (const { name, ok, output, seconds } of await check()) {
      process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s  ${name}\n`)
      if (!ok) process.stdout.write(`${output}\n\n`)
      process.exitCode ||= ok ? 0 : 1
    }
  }
}
