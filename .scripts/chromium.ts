import { existsSync } from 'node:fs'
import { runToEnd } from './processes.ts'

/** How the tests run Chromium: no sandbox (it may run as root), and nothing that reaches out by itself. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of an installed Chromium (`CHROMIUM` names another one), or undefined. */
export function findChromium(): string | undefined {
  const paths = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return paths.find((path) => path !== undefined && existsSync(path))
}

/**
 * Finds Chromium, or installs Debian's when we may (root, with apt-get).
 * @throws Error that says what to install, when it is missing.
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found !== undefined) return found
  const missing = 'Chromium is missing, and the tests in the browser need it. Install it'
  const byHand = `${missing} (Debian: apt-get install chromium), or set CHROMIUM to the path of one.`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(byHand)
  process.stdout.write('Installing chromium with apt-get …\n')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const apt = async (...args: string[]): Promise<void> => {
    const { code, output } = await runToEnd('apt-get', args, { env })
    if (code !== 0) throw new Error(`${byHand}\napt-get ${args.join(' ')} failed:\n${output.slice(-2000)}`)
  }
  await apt('update', '--quiet')
  await apt('install', '--quiet', '--yes', '--no-install-recommends', 'chromium')
  const installed = findChromium()
  if (installed === undefined) throw new Error(byHand)
  return installed
}
