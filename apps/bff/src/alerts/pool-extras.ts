import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import { auxiliary, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import { randomUUID } from 'node:crypto'
import type { Registry } from '../appliances/registry.ts'
import type { Collector } from '../collector/collector.ts'
import type { Facts } from '../fleet/facts.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'

/** The uuids of a pool's log, cache and spare disks. */
export type Extras = Readonly<Partial<Record<Auxiliary, readonly string[]>>>

/** The log, cache and spares of pools: lists do not have them, so details are read, rarely. */
export interface PoolExtras {
  /** By the pools' ids. */
  of(applianceId: string): ReadonlyMap<string, Extras>
  /** Calls `listener` when something is known that was not before. */
  onRead(listener: () => void): void
}

/** Milliseconds. */
const every = 600_000
const nothing: ReadonlyMap<string, Extras> = new Map()

export function followPoolExtras({
  registry,
  collector,
  agents,
  facts,
}: {
  readonly registry: Registry
  readonly collector: Collector
  readonly agents: Agents
  readonly facts: Facts
}): PoolExtras {
  const known = new Map<string, { at: number; extras: ReadonlyMap<string, Extras> }>()
  const reading = new Set<string>()
  const listeners: (() => void)[] = []

  const read = async (applianceId: string) => {
    const connection = registry.connections().find(({ id }) => id === applianceId)
    if (!connection) return
    const endpoint = vsnapApi.poolView
    const extras = new Map<string, Extras>()
    // One after the other: it is in no hurry.
    for (const { id } of facts.of(applianceId).pools) {
      const { body } = await exchange(connection, encodeRequest(endpoint, { params: { id } }), {
        agent: agents.of(connection),
        endpoint,
        requestId: randomUUID(),
      })
      const { disks } = endpoint.result.decode(JSON.parse(body.toString('utf8')) as never)
      extras.set(id, Object.fromEntries(auxiliary.map((use) => [use, (disks?.[use] ?? []).map(uuidOfPath)])))
    }
    known.set(applianceId, { at: Date.now(), extras })
    for (const listener of listeners) listener()
  }

  collector.onRead((applianceId, resource, rows) => {
    const isDue = resource === 'disk' && (rows !== null || Date.now() - (known.get(applianceId)?.at ?? 0) > every)
    if (!isDue || reading.has(applianceId) || facts.of(applianceId).pools.length === 0) return
    reading.add(applianceId)
    // What does not answer, or answers something else, is told by its own rule; the next time will do.
    void read(applianceId)
      .catch(() => undefined)
      .finally(() => reading.delete(applianceId))
  })
  registry.onChange((id) => void known.delete(id))
  return { of: (id) => known.get(id)?.extras ?? nothing, onRead: (listener) => void listeners.push(listener) }
}
