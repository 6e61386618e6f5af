// What a large fleet costs: fifty and a thousand appliances in one process, with a hundred volumes and a thousand snapshots each.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { Pool } from 'undici'
import { buildAll } from '../build.ts'
import { runToEnd, root } from '../processes.ts'
import { type Figure, percentile } from './figure.ts'
import { fleetPageFigures } from './fleet-pages.ts'
import { type Asked, type Counts, type Fleet, listenAll, startFleet, startWatching, untilRead } from './fleet-parts.ts'
import { cpuOf, memoryOf } from './process.ts'

const size = {
  few: 50,
  many: Number(process.env.FLEET_SIZE ?? 1000),
  snapshots: 1000,
  tabs: 200,
  /** Seconds. */
  settle: 70,
  measure: 60,
}
/** Seconds that all of it may take. */
const limit = 900
/** Seconds between two reads at the least: what nobody looks at, with the jitter; what is not here, a minute. */
const rhythm: Readonly<Record<string, number>> = { '/api/system': 13.5, '/api/pool': 13.5 }
const otherwise = 54

/** Pages of a million snapshots: every order there is, filtered by much, by little and by nothing. */
const pages = [
  '',
  'sort=-time_created',
  'sort=appliance',
  'sort=parent_id',
  'sort=name&q=finance',
  'sort=-time_created&q=mail-01',
  'sort=name&q=erp-09',
  'sort=-name&q=no such snapshot',
  'sort=appliance&q=site-7-vsnap',
  'sort=-time_created&q=T23',
]

export async function fleetFigures(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'vsnap-fleet-'))
  const timer = setTimeout(() => {
    process.stderr.write(`The fleet's figures took longer than ${limit} s.\n`)
    process.exit(1)
  }, limit * 1000).unref()
  try {
    await buildAll()
    const fleet = await startFleet(data, size.many)
    return [...(await cycle(data, fleet)), ...(await watched(data, fleet))]
  } finally {
    clearTimeout(timer)
    rmSync(data, { recursive: true, force: true })
  }
}

/** A round of every list of fifty appliances, beside the same calls and nothing else. */
async function cycle(data: string, fleet: Fleet): Promise<Figure[]> {
  const args = [
    JSON.stringify({ ...fleet, hosts: fleet.hosts.slice(0, size.few), child: null, data: join(data, 'few') }),
  ]
  const flags = ['--disable-warning=ExperimentalWarning', join(root, 'apps/bff/src/testing/fleet-cycle.ts')]
  const { code, output } = await runToEnd(process.execPath, [...flags, ...args])
  if (code !== 0) throw new Error(output)
  const { bare, full, first, calls } = JSON.parse(output) as Record<'bare' | 'full' | 'first' | 'calls', number>
  return [
    {
      name: `${size.few} appliances: every list of each read and taken note of, times the bare calls`,
      value: full / bare,
      unit: '',
      most: 2,
      beside: `${calls} calls: ${full.toFixed(0)} ms, bare over kept connections ${bare.toFixed(0)} ms; the first time, with all written down, ${first.toFixed(0)} ms`,
    },
  ]
}

async function watched(data: string, fleet: Fleet): Promise<Figure[]> {
  const started = performance.now()
  const asked = await startWatching(data, fleet)
  const added = performance.now()
  await untilRead(asked, size.many * size.snapshots, 400_000)
  const read = performance.now()
  await after(size.settle * 1000)
  await fleet.counts()
  const quiet = await during(asked, fleet, size.measure)
  const [overview, lists] = [
    await times(asked, ['/api/fleet'], 60),
    await times(
      asked,
      pages.map((page) => `/api/fleet/snapshot?${page}`),
      4,
    ),
  ]
  const shown = await fleetPageFigures(asked, fleet)
  // What somebody looked at is read more often for a minute.
  await after(size.settle * 1000)
  await fleet.counts()
  const close = await listenAll(asked, size.tabs)
  const loud = await during(asked, fleet, size.measure)
  const heard = close()
  const worst = [...lists].sort((a, b) => b.p95 - a.p95).slice(0, 3)
  const all = lists.flatMap(({ each }) => each)
  const count = (counts: Counts) => Object.values(counts).reduce((sum, { calls }) => sum + calls, 0)
  const of = `${size.many} appliances, ${(size.many * size.snapshots).toLocaleString('en')} snapshots`
  return [
    {
      name: `${of}: CPU of one core`,
      value: quiet.cpu,
      unit: '%',
      most: 50,
      beside: `${(count(quiet.counts) / size.measure).toFixed(0)} calls a second, which cost who answers ${quiet.answering.toFixed(0)} %; added in ${((added - started) / 1000).toFixed(0)} s, all read ${((read - added) / 1000).toFixed(0)} s later`,
    },
    {
      name: `${of}: memory`,
      value: quiet.memory,
      unit: 'MB',
      most: 600,
      beside: `${(quiet.memory / size.many).toFixed(2)} MB for each`,
    },
    {
      name: 'The most that one appliance was asked for the same, share of its rhythm',
      value: tooOften(quiet.counts, size.measure),
      unit: '',
      most: 1,
      beside: Object.entries(quiet.counts)
        .map(([path, { calls, most }]) => `${path.slice(5)} ${calls} (${most})`)
        .join(', '),
    },
    {
      name: 'The overview, p95',
      value: overview[0]?.p95 ?? Number.NaN,
      unit: 'ms',
      most: 50,
      beside: `p50 ${percentile(overview[0]?.each ?? [], 0.5).toFixed(1)} ms, while all is read`,
    },
    {
      name: 'A page of a million snapshots, filtered and sorted, p95',
      value: percentile(all, 0.95),
      unit: 'ms',
      most: 150,
      beside: `p50 ${percentile(all, 0.5).toFixed(1)} ms; slowest ${worst.map(({ path, p95 }) => `${path.split('?')[1] || 'by name'} ${p95.toFixed(0)} ms`).join(', ')}`,
    },
    ...shown,
    {
      name: `${size.tabs} tabs that listen: calls to appliances, times those without`,
      value: count(loud.counts) / count(quiet.counts),
      unit: '',
      most: 1.05,
      beside: `${count(loud.counts)} and ${count(quiet.counts)} calls; CPU ${loud.cpu.toFixed(1)} % of one core, ${(heard / size.tabs / size.measure / 1000).toFixed(2)} kB/s for each tab`,
    },
  ]
}

/** What the console takes in so many seconds, and what the appliances were asked. */
async function during({ pid }: Asked, fleet: Fleet, seconds: number) {
  const before = { console: cpuOf(pid), fleet: cpuOf(fleet.child.pid) }
  let memory = 0
  const started = performance.now()
  for (let second = 0; second < seconds; second++) {
    await after(1000)
    memory = Math.max(memory, memoryOf(pid))
  }
  const share = (spent: number) => (spent / ((performance.now() - started) / 1000)) * 100
  return {
    cpu: share(cpuOf(pid) - before.console),
    answering: share(cpuOf(fleet.child.pid) - before.fleet),
    memory,
    counts: await fleet.counts(),
  }
}

/** How far the busiest appliance is from what its rhythm allows, path by path. */
function tooOften(counts: Counts, seconds: number): number {
  return Math.max(
    ...Object.entries(counts).map(([path, { most }]) => most / (Math.floor(seconds / (rhythm[path] ?? otherwise)) + 1)),
  )
}

/** Milliseconds of each of so many requests for each path, in turn. */
async function times({ url, cookie }: Asked, paths: readonly string[], rounds: number) {
  const pool = new Pool(url, { connections: 1, pipelining: 1 })
  const results = paths.map((path) => ({ path, each: [] as number[] }))
  const ask = async (path: string) => {
    const started = performance.now()
    const { statusCode, body } = await pool.request({ method: 'GET', path: encodeURI(path), headers: { cookie } })
    const text = await body.text()
    if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}: ${text.slice(0, 200)}`)
    return performance.now() - started
  }
  for (let round = -1; round < rounds; round++)
    for (const one of results) {
      const took = await ask(one.path)
      if (round >= 0) one.each.push(took)
    }
  await pool.close()
  return results.map((one) => ({ ...one, p95: percentile(one.each, 0.95) }))
}
