// What is built, and when: the console's pages, and each server as one file, which starts in half the time of its hundreds of sources.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, runToEnd } from './processes.ts'

/** Something that is built of sources, once for as long as they stay as they are. */
interface Product {
  readonly dir: string
  /** The file that is there when it is built. */
  readonly file: string
  /** Paths from the root. */
  readonly sources: readonly string[]
  /** @throws Error with what Vite said */
  readonly build: () => Promise<unknown>
}

const packages = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`), 'pnpm-lock.yaml']

function pages(): Product {
  const dir = join(root, 'apps/console')
  const own = ['src', 'public', 'index.html', 'vite.config.ts'].map((path) => `apps/console/${path}`)
  return {
    dir,
    file: join(dir, 'dist/index.html'),
    sources: [...own, ...packages],
    async build() {
      const { code, output } = await runToEnd(join(dir, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn', dir])
      if (code !== 0) throw new Error(`The console could not be built:\n${output}`)
    },
  }
}

function server(name: 'bff' | 'appliance'): Product {
  const dir = join(root, 'apps', name)
  return {
    dir,
    file: join(dir, 'dist/main.mjs'),
    sources: [`apps/${name}/src`, ...packages],
    async build() {
      const { build } = await import('vite')
      await build({
        root: dir,
        configFile: false,
        logLevel: 'warn',
        build: {
          ssr: 'src/main.ts',
          target: 'node22',
          // Who reads a stack in the log reads our own names.
          minify: false,
          rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
        },
        // Native code, and what only some need, stay where they are installed.
        ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
      })
    },
  }
}

const products = { pages: pages(), bff: server('bff'), appliance: server('appliance') }

/** Where the built console's pages are. */
export const dist = join(products.pages.dir, 'dist')

/** When the newest file under a path was changed (ms), 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** True when it was built after the last change of its sources. */
function isBuilt({ file, sources }: Product): boolean {
  const built = newest(file)
  return built > 0 && sources.every((source) => newest(join(root, source)) < built)
}

/** The file that starts a server: the built one when its sources have not changed since, else the sources. */
export const serverFile = (name: 'bff' | 'appliance'): string =>
  isBuilt(products[name]) ? products[name].file : join(products[name].dir, 'src/main.ts')

/**
 * Builds the pages and the servers, as far as they are not built already.
 * @returns seconds that it took, 0 when there was nothing to do.
 * @throws Error with what Vite said.
 */
export async function buildAll(): Promise<number> {
  const missing = Object.values(products).filter((product) => !isBuilt(product))
  if (missing.length === 0) return 0
  const started = performance.now()
  await Promise.all(
    missing.map(({ file, build }) =>
      build().catch((error: unknown) => {
        // What is there of a build that failed is not taken for one.
        rmSync(file, { force: true })
        throw error
      }),
    ),
  )
  return (performance.now() - started) / 1000
}

if (import.meta.main) {
  try {
    const seconds = await buildAll()
    process.stdout.write(seconds > 0 ? `Built in ${seconds.toFixed(1)} s.\n` : 'Built already.\n')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
