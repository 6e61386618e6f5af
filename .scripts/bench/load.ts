import { performance } from 'node:perf_hooks'
import { Pool } from 'undici'

export interface LoadTarget {
  readonly name: string
  readonly origin: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** Asks once and reads the answer to its end. @throws Error when it is not a 200 */
async function ask(pool: Pool, { name, path, headers }: LoadTarget): Promise<void> {
  const { statusCode, body } = await pool.request({ method: 'GET', path, headers })
  const text = await body.text()
  if (statusCode !== 200) throw new Error(`${name} answers ${statusCode}: ${text.slice(0, 200)}`)
}

async function withPool<T>({ origin }: LoadTarget, connections: number, work: (pool: Pool) => Promise<T>): Promise<T> {
  // What is measured are calls: the certificates of these servers of ours are not the matter here.
  const pool = new Pool(origin, { connections, pipelining: 1, connect: { rejectUnauthorized: false } })
  try {
    return await work(pool)
  } finally {
    await pool.close()
  }
}

/** Requests a second over so many connections, each with one request at a time; `count`: with those that warmed up. */
export function throughput(
  target: LoadTarget,
  connections: number,
  seconds: number,
): Promise<{ rate: number; count: number }> {
  return withPool(target, connections, async (pool) => {
    const work = async (until: number) => {
      let count = 0
      for (; performance.now() < until; count++) await ask(pool, target)
      return count
    }
    const all = async (span: number) => {
      const until = performance.now() + span * 1000
      const counts = await Promise.all(Array.from({ length: connections }, () => work(until)))
      return counts.reduce((sum, count) => sum + count, 0)
    }
    const warm = await all(0.5)
    const started = performance.now()
    const count = await all(seconds)
    return { rate: count / ((performance.now() - started) / 1000), count: warm + count }
  })
}

/** Milliseconds of each of so many requests, one after the other over one connection. */
export function latencies(target: LoadTarget, requests: number): Promise<number[]> {
  return withPool(target, 1, async (pool) => {
    for (let warm = 0; warm < 100; warm++) await ask(pool, target)
    const times: number[] = []
    for (let count = 0; count < requests; count++) {
      const started = performance.now()
      await ask(pool, target)
      times.push(performance.now() - started)
    }
    return times
  })
}
