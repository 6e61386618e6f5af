import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, runToEnd } from './processes.ts'

const consoleDir = join(root, 'apps/console')

/** Where the built console is. */
export const dist = join(consoleDir, 'dist')

/** What the built console is made of. */
const sources = [
  'apps/console/src',
  'apps/console/public',
  'apps/console/index.html',
  'apps/console/vite.config.ts',
  'packages/contract/src',
  'packages/vsnap-api/src',
  'packages/console-api/src',
  'pnpm-lock.yaml',
]

/** When the newest file under a path was changed (ms), 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True when the console was built after the last change of its sources. */
export function isBuilt(): boolean {
  const built = newest(join(dist, 'index.html'))
  return built > 0 && sources.every((source) => newest(join(root, source)) < built)
}

/**
 * Builds the console, unless it is built already.
 * @returns seconds that it took, 0 when there was nothing to do.
 * @throws Error with what Vite said.
 */
export async function buildConsole(): Promise<number> {
  if (isBuilt()) return 0
  const started = performance.now()
  const vite = join(consoleDir, 'node_modules/.bin/vite')
  const { code, output } = await runToEnd(vite, ['build', '--logLevel', 'warn', consoleDir])
  if (code !== 0) throw new Error(`The console could not be built:\n${output}`)
  return (performance.now() - started) / 1000
}

if (import.meta.main) {
  try {
    const seconds = await buildConsole()
    process.stdout.write(seconds > 0 ? `Built in ${seconds.toFixed(1)} s.\n` : 'Built already.\n')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
