// Everything: types, lint, format, vitest, the build, and the stories in a real Chromium. Ends with `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from './build.ts'
import { check } from './check.ts'
import { ensureChromium } from './chromium.ts'
import { root, runToEnd, stopOnSignal } from './processes.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
}

stopOnSignal(130)
const reports = mkdtempSync(join(tmpdir(), 'vsnap-test-'))
const total = { passed: 0, failed: 0 }
const times: string[] = []

/** Runs one stage and tells its time; what it throws counts as one failure, and the next stages run all the same. */
async function stage(name: string, work: () => Promise<Counts>): Promise<boolean> {
  process.stdout.write(`\n── ${name}\n`)
  const started = performance.now()
  let counts: Counts
  try {
    counts = await work()
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    counts = { passed: 0, failed: 1 }
  }
  total.passed += counts.passed
  total.failed += counts.failed
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  times.push(`${counts.failed > 0 ? 'FAILED' : 'ok    '} ${seconds.padStart(6)} s  ${name}`)
  return counts.failed === 0
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const color: NodeJS.ProcessEnv = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }

/** Runs a test runner that writes a JSON report, and reads from it what passed and failed. */
async function runner(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  report: string,
  count: (json: unknown) => Counts,
) {
  const { code } = await runToEnd(join(root, 'node_modules/.bin', command), args, {
    env: { ...color, ...env },
    onLine: say,
    stopSignal: 'SIGINT',
  })
  const counts = count(JSON.parse(readFileSync(report, 'utf8')))
  // A runner that fails while no test did (a file that cannot be loaded, a leaked error) is a failure too.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function vitestCounts(json: unknown): Counts {
  const { numPassedTests, numFailedTests } = json as { numPassedTests: number; numFailedTests: number }
  return { passed: numPassedTests, failed: numFailedTests }
}

function playwrightCounts(json: unknown): Counts {
  const { stats } = json as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

// Specs and stories start what is built, which takes less than its sources.
const isBuilt = await stage('build', async () => {
  await buildAll()
  return { passed: 0, failed: 0 }
})

// These two need nothing of each other, and each leaves a core idle for a part of its time.
const checked = stage('types, lint, format', async () => {
  const wrong = (await check()).filter(({ ok }) => !ok)
  for (const { name, output } of wrong) say(`${name}:\n${output}\n`)
  return { passed: 0, failed: wrong.length }
})

const tested = stage('vitest', () => {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--config', '.scripts/vitest.config.ts', '--reporter=default', '--reporter=json']
  return runner('vitest', [...args, `--outputFile.json=${report}`], {}, report, vitestCounts)
})

await Promise.all([checked, tested])
if (isBuilt) {
  await stage('e2e in Chromium', async () => {
    const CHROMIUM = await ensureChromium()
    const report = join(reports, 'playwright.json')
    const env = { CHROMIUM, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    return runner(
      'playwright',
      ['test', '--reporter=list,json,./e2e/operations-reporter.ts'],
      env,
      report,
      playwrightCounts,
    )
  })
}

rmSync(reports, { recursive: true, force: true })
say(`\n${times.join('\n')}\n`)
say(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
