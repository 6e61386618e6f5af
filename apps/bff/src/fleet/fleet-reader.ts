import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { randomUUID } from 'node:crypto'
import type { Connection, Registry } from '../appliances/registry.ts'
import { observationOf } from '../appliances/status.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'

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

/**
 * Reads lists from appliances, live. Concurrent readers of the same thing share one call; a dead or slow appliance
 * costs `deadline` ms and its own rows' age.
 */
export function createFleetReader(registry: Registry, agents: Agents, deadline = 4_000): FleetReader {
  const known = new Map<string, Known & { at: number }>()
  const calls = new Map<string, Promise<Known>>()
  const keyOf = (id: string, resource: string) => `${id}/${resource}`

  const ask = async (connection: Connection, resource: FleetResource): Promise<Known> => {
    const key = keyOf(connection.id, resource)
    const endpoint = lists[resource]
    try {
      const answer = await exchange(connection, encodeRequest(endpoint), {
        agent: agents.of(connection),
        endpoint,
        requestId: randomUUID(),
      })
      const rows = rowsOf(JSON.parse(answer.body.toString('utf8')), resource)
      const read = { rows, read_at: Math.floor(Date.now() / 1000), error: null }
      registry.observe(connection.id, { state: 'online' }, connection.revision)
      known.set(key, { ...read, at: Date.now() })
      return read
    } catch (error) {
      const { status, type, message } = toApiError(error)
      // An appliance that does not replicate has no partners; that is no fault.
      if (status === 501) return { rows: [], read_at: Math.floor(Date.now() / 1000), error: null }
      if (type.startsWith('Appliance') || type === 'CertificateChanged')
        registry.observe(connection.id, observationOf(error), connection.revision)
      const before = known.get(key)
      return { rows: before?.rows ?? [], read_at: before?.read_at ?? null, error: { type, message } }
    }
  }

  return {
    async read(connection, resource) {
      const key = keyOf(connection.id, resource)
      const before = known.get(key)
      if (before && Date.now() - before.at < fresh) return before
      let call = calls.get(key)
      if (!call) {
        call = ask(connection, resource).finally(() => calls.get(key) === call && calls.delete(key))
        calls.set(key, call)
      }
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
      for (const resource of changes) {
        const key = keyOf(applianceId, resource)
        const before = known.get(key)
        if (before) known.set(key, { ...before, at: 0 })
        // A call that is under way may have been answered before the write.
        calls.delete(key)
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
