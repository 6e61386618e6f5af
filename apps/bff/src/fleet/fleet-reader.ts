import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { randomUUID } from 'node:crypto'
import { answerInvalid } from '../appliances/errors.ts'
import type { Connection, Registry } from '../appliances/registry.ts'
import { observationOf } from '../appliances/status.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'
import { createTurns } from '../turns.ts'

/** A row as the appliance sent it. */
export type Row = Readonly<Record<string, unknown>>

/** What is known of one resource of one appliance: rows, since when (epoch seconds, null: never read), and why not anew. */
export interface Known {
  readonly rows: readonly Row[]
  readonly read_at: number | null
  readonly error: { readonly type: string; readonly message: string } | null
}

export interface FleetReader {
  /** The rows of one appliance, read now; after `deadline` ms what was known before, with its age. Never rejects. */
  read(connection: Connection, resource: FleetResource): Promise<Known>
  /** What a write changed: the next read asks the appliance, and waits for it. */
  forget(applianceId: string, changes: readonly string[]): void
}

const lists = {
  pool: vsnapApi.poolList,
  volume: vsnapApi.volumeList,
  snapshot: vsnapApi.snapshotList,
  share: vsnapApi.shareList,
  host: vsnapApi.hostList,
  disk: vsnapApi.diskList,
  partner: vsnapApi.partnerList,
  relationship: vsnapApi.relationshipList,
  session: vsnapApi.sessionList,
} as const satisfies Record<FleetResource, unknown>

/** Rows that are this fresh (ms) are given again: a page that asks twice in a moment costs one call. */
const fresh = 1_000
/** Calls that are made at once, over all appliances. */
const atOnce = 64

/**
 * Reads lists from appliances, live. Concurrent readers of the same thing share one call; a dead or slow appliance
 * costs `deadline` ms and its own rows' age.
 */
export function createFleetReader(registry: Registry, agents: Agents, deadline = 4_000): FleetReader {
  const known = new Map<string, Map<FleetResource, Known & { asked: number; fresh_until: number }>>()
  const calls = new Map<string, Map<FleetResource, Promise<Known>>>()
  /** When an appliance's address or account last changed, in the order of the calls. */
  const changed = new Map<string, number>()
  const turn = createTurns(atOnce)
  let asked = 0

  const keep = (id: string, resource: FleetResource, read: Known, order: number, fresh_until: number) => {
    const before = knownOf(id, resource)
    if ((before?.asked ?? 0) > order || (changed.get(id) ?? 0) > order) return
    known.set(id, (known.get(id) ?? new Map()).set(resource, { ...read, asked: order, fresh_until }))
  }
  const knownOf = (id: string, resource: FleetResource) => known.get(id)?.get(resource)
  const drop = (id: string, resource: FleetResource) => calls.get(id)?.delete(resource)

  const ask = async (connection: Connection, resource: FleetResource): Promise<Known> => {
    const { id, revision } = connection
    const endpoint = lists[resource]
    const read_at = () => Math.floor(Date.now() / 1000)
    try {
      const answer = await turn(() =>
        exchange(connection, encodeRequest(endpoint), {
          agent: agents.of(connection),
          endpoint,
          requestId: randomUUID(),
        }),
      )
      const rows = rowsOf(JSON.parse(answer.body.toString('utf8')), resource)
      registry.observe(id, { state: 'online' }, revision)
      return { rows, read_at: read_at(), error: null }
    } catch (thrown) {
      const error =
        thrown instanceof SyntaxError ? answerInvalid(connection.name, 'its answer is not JSON.') : toApiError(thrown)
      const { status, type, message } = error
      // An appliance that does not replicate has no partners; that is no fault.
      if (status === 501) return { rows: [], read_at: read_at(), error: null }
      if (/^Appliance(?!Changed)/.test(type) || type === 'CertificateChanged')
        registry.observe(id, observationOf(error), revision)
      const before = knownOf(id, resource)
      return { rows: before?.rows ?? [], read_at: before?.read_at ?? null, error: { type, message } }
    }
  }

  const begin = (connection: Connection, resource: FleetResource): Promise<Known> => {
    const { id } = connection
    const order = ++asked
    const call: Promise<Known> = ask(connection, resource).then((read) => {
      // A write that came in between took this call from the list: what it brings may be from before the write.
      const current = calls.get(id)?.get(resource) === call
      if (current) drop(id, resource)
      if (read.error === null) keep(id, resource, read, order, current ? Date.now() + fresh : 0)
      return read
    })
    calls.set(id, (calls.get(id) ?? new Map<FleetResource, Promise<Known>>()).set(resource, call))
    return call
  }

  // Another address, or gone: nothing that was read there is its.
  registry.onChange((id) => {
    changed.set(id, ++asked)
    known.delete(id)
    calls.delete(id)
  })

  return {
    async read(connection, resource) {
      const before = knownOf(connection.id, resource)
      if (before && Date.now() < before.fresh_until) return before
      const call = calls.get(connection.id)?.get(resource) ?? begin(connection, resource)
      const late: Known = {
        rows: before?.rows ?? [],
        read_at: before?.read_at ?? null,
        error: {
          type: 'ApplianceSlow',
          message: `${connection.name} has not answered within ${deadline / 1000} seconds.`,
        },
      }
      return within(call, deadline, late)
    },

    forget(applianceId, changes) {
      for (const resource of changes as readonly FleetResource[]) {
        const before = knownOf(applianceId, resource)
        if (before) before.fresh_until = 0
        // A call that is under way may have been answered before the write.
        drop(applianceId, resource)
      }
    },
  }
}

function rowsOf(answer: unknown, resource: FleetResource): Row[] {
  const rows: unknown = (answer as Record<string, unknown> | null)?.[`${resource}s`]
  if (!Array.isArray(rows)) throw new ApiError(502, 'ApplianceAnswerInvalid', `The answer has no list of ${resource}s.`)
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null)
}

async function within<T>(work: Promise<T>, ms: number, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([work, new Promise<T>((resolve) => (timer = setTimeout(resolve, ms, otherwise)))])
  } finally {
    clearTimeout(timer)
  }
}
