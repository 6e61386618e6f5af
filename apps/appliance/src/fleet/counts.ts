import type { RequestListener, ServerResponse } from 'node:http'

/** What the appliances of a fleet were asked, since it was last told. */
export interface Counts {
  /** Counts what this appliance is asked; answers from memory what was answered before, where that is the same for sure. */
  watch(appliance: number, listener: RequestListener): RequestListener
  /** By path: calls in all, the most that one appliance had, and the least time between two of one appliance (milliseconds). */
  take(): Record<string, Asked>
}

interface Asked {
  calls: number
  most: number
  soonest: number | null
}

/** Lists that only a change of the catalog changes, and there is none. */
const lasting = /^\/api\/(snapshot|share|host|partner|relationship|session|disk)$/

export function createCounts(): Counts {
  let asked = new Map<string, number[]>()
  const last = new Map<string, number[]>()
  let soonest = new Map<string, number>()

  const note = (appliance: number, path: string) => {
    const now = performance.now()
    const counts = asked.get(path) ?? []
    counts[appliance] = (counts[appliance] ?? 0) + 1
    asked.set(path, counts)
    const times = last.get(path) ?? []
    const before = times[appliance]
    if (before !== undefined) soonest.set(path, Math.min(soonest.get(path) ?? Infinity, now - before))
    times[appliance] = now
    last.set(path, times)
  }

  return {
    watch(appliance, listener) {
      // Who may ask was found out when it was answered first: the same header is the same account.
      const kept = new Map<string, string>()
      return (req, res) => {
        const path = req.url ?? ''
        note(appliance, path)
        const key = `${req.headers.authorization ?? ''} ${path}`
        if (req.method !== 'GET' || !lasting.test(path)) return listener(req, res)
        const body = kept.get(key)
        if (body === undefined)
          return listener(
            req,
            keeping(res, (text) => kept.set(key, text)),
          )
        res.setHeader('Content-Type', 'application/json; charset=utf-8')
        return void res.end(body)
      }
    },

    take() {
      const told = Object.fromEntries(
        [...asked].map(([path, counts]) => {
          const own = counts.filter((count) => count > 0)
          const calls = own.reduce((sum, count) => sum + count, 0)
          return [path, { calls, most: own.reduce((a, b) => Math.max(a, b), 0), soonest: soonest.get(path) ?? null }]
        }),
      )
      asked = new Map()
      soonest = new Map()
      return told
    },
  }
}

/** The same response, of which `keep` gets the text when it is a good one. */
function keeping(res: ServerResponse, keep: (text: string) => void): ServerResponse {
  const end = res.end.bind(res)
  res.end = (...given: unknown[]) => {
    const [body] = given
    if (res.statusCode === 200 && (typeof body === 'string' || Buffer.isBuffer(body))) keep(body.toString())
    return end(...(given as Parameters<typeof end>))
  }
  return res
}
