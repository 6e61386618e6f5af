// Runs a TypeScript file of the project: `node .scripts/run.mjs .scripts/start.ts --port 8080`.
// Plain JavaScript, as Node 20 runs it: everything after this runs on a newer Node, which comes as an npm package.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const pnpm = 'pnpm@12'
const stamp = join(root, 'node_modules', '.installed-lock')

class Refusal extends Error {}

/** True for a Node that can run the project by itself: 22.22 or newer, of a release line that is kept. */
function runsProject(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 22 && minor >= 22) || major === 24 || major >= 26
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()
}

function install() {
  const started = Date.now()
  process.stderr.write('Installing packages (once, and again when pnpm-lock.yaml changes) …')
  // Waiting is all there is to do, so the simple synchronous call; CI: no questions asked.
  const { status, error, stdout, stderr } = spawnSync('npx', ['-y', pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', npm_config_loglevel: 'error', npm_config_update_notifier: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) {
    writeFileSync(stamp, lockHash())
    process.stderr.write(` ${((Date.now() - started) / 1000).toFixed(0)} s\n`)
    return
  }
  process.stderr.write('\n')
  if (error?.code === 'ENOENT')
    throw new Refusal('npx was not found. Install npm (it comes with Node.js), then try again.')
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim()
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/.test(output)
  ) {
    const [first] = output.split('\n').filter((line) => /error/i.test(line))
    throw new Refusal(
      `The npm registry cannot be reached, and the packages are not installed yet (${first?.trim()}).\n` +
        `Check the network, or the registry and proxy that npm is set to (npm config get registry), then try again.`,
    )
  }
  throw new Refusal(`The packages could not be installed (npx ${pnpm} install --frozen-lockfile):\n\n${output}`)
}

/** The path of a Node that runs the project. */
function findNode() {
  if (runsProject(process.versions.node)) return process.execPath
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  const needs = `This needs Node.js 22.22 or newer (22, 24 or 26 line); here runs ${process.versions.node}.`
  if (!existsSync(bundled)) {
    throw new Refusal(
      `${needs}\nThe project brings one for Linux on x64 and arm64, but none for ${process.platform} ${process.arch}: ` +
        'install it from https://nodejs.org, then try again.',
    )
  }
  if (spawnSync(bundled, ['--version']).status !== 0) {
    throw new Refusal(
      `${needs}\nThe one that the project brings does not run on this system: install it, then try again.`,
    )
  }
  return bundled
}

function run(file, args) {
  const node = findNode()
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  // What Node has made of our sources; each of the processes that is started from here on starts sooner by a third.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node')
  // The fourth stream tells the child when this process is gone, however it went (see end-with-parent.mjs).
  const child = spawn(
    node,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(root, '.scripts', 'end-with-parent.mjs'),
      join(root, file),
      ...args,
    ],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled },
    },
  )
  // A terminal sends Ctrl-C to the child as well; one more is harmless, the child counts only the first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => refuse(new Refusal(`${file} could not be started: ${error.message}`)))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    // Die as the child died, so that a shell sees the same.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function refuse(error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exit(1)
}

try {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Refusal('Usage: node .scripts/run.mjs <file.ts> [arguments]')
  if (!isInstalled()) install()
  run(file, args)
} catch (error) {
  refuse(error)
}
