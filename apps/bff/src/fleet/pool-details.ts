import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { uuidOfPath } from '@vsnap/vsnap-api/disk.rules.ts'
import { auxiliary, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import { randomUUID } from 'node:crypto'
import type { Registry } from '../appliances/registry.ts'
import type { Collector } from '../collector/collector.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'
import type { Facts } from './facts.ts'

/** The uuids of a pool's log, cache and spare disks. */
export type Extras = Readonly<Partial<Record<Auxiliary, readonly string[]>>>

/** What only a pool's details say. Ratios: how many bytes one byte stands for, null where the appliance does not tell. */
export interface PoolDetail {
  readonly extras: Extras
  readonly compression_ratio: number | null
  readonly deduplication_ratio: number | null
}

/** What lists do not have, so that details are read, rarely. */
export interface PoolDetails {
  /** By the pools' ids. */
  of(applianceId: string): ReadonlyMap<string, PoolDetail>
  /** Calls `listener` when something is known of an appliance's pools that was not before. */
  onRead(listener: (applianceId: string) => void): void
}

/** Milliseconds: how often they are read, and how soon again when a pool's are unknown. */
const every = 600_000
const again = 60_000
const nothing: ReadonlyMap<string, PoolDetail> = new Map()

/** `1.42x` as a number. */
const ratioOf = (text: string | null | undefined): number | null => {
  const [, digits] = /^(\d+(?:\.\d+)?)x?$/.exec(text?.trim() ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}

export function followPoolDetails({
  registry,
  collector,
  agents,
  facts,
}: {
  readonly registry: Registry
  readonly collector: Collector
  readonly agents: Agents
  readonly facts: Facts
}): PoolDetails {
  const known = new Map<string, { at: number; details: ReadonlyMap<string, PoolDetail> }>()
  const tried = new Map<string, number>()
  const reading = new Set<string>()
  const listeners: ((applianceId: string) => void)[] = []

  const read = async (applianceId: string) => {
    const connection = registry.connections().find(({ id }) => id === applianceId)
    if (!connection) return
    const endpoint = vsnapApi.poolView
    const details = new Map<string, PoolDetail>()
    // One after the other: it is in no hurry.
    for (const { id } of facts.of(applianceId).pools) {
      const { body } = await exchange(connection, encodeRequest(endpoint, { params: { id } }), {
        agent: agents.of(connection),
        endpoint,
        requestId: randomUUID(),
      })
      const { success, data: pool } = endpoint.result.safeDecode(JSON.parse(body.toString('utf8')) as never)
      // One that is not what the API describes says nothing; the others do.
      if (!success) continue
      details.set(id, {
        extras: Object.fromEntries(auxiliary.map((use) => [use, (pool.disks?.[use] ?? []).map(uuidOfPath)])),
        compression_ratio: ratioOf(pool.compression_ratio),
        deduplication_ratio: ratioOf(pool.deduplication_ratio),
      })
    }
    known.set(applianceId, { at: Date.now(), details })
    for (const listener of listeners) listener(applianceId)
  }

  collector.onRead((applianceId, resource, rows) => {
    const now = Date.now()
    const { pools } = facts.of(applianceId)
    const isDue =
      resource === 'disk'
        ? rows !== null || now - (known.get(applianceId)?.at ?? 0) > every
        : resource === 'pool' &&
          pools.some(({ id }) => !known.get(applianceId)?.details.has(id)) &&
          now - (tried.get(applianceId) ?? 0) > again
    if (!isDue || reading.has(applianceId) || pools.length === 0) return
    reading.add(applianceId)
    tried.set(applianceId, now)
    // What does not answer, or answers something else, is told by its own rule; the next time will do.
    void read(applianceId)
      .catch(() => undefined)
      .finally(() => reading.delete(applianceId))
  })
  registry.onChange((id) => {
    known.delete(id)
    tried.delete(id)
  })
  return { of: (id) => known.get(id)?.details ?? nothing, onRead: (listener) => void listeners.push(listener) }
}
