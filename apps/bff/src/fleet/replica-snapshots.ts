import type { ReplicaSnapshot } from '@vsnap/console-api/replica.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { session } from '@vsnap/vsnap-api/session.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Registry } from '../appliances/registry.ts'
import type { Collector } from '../collector/collector.ts'
import type { Database } from '../database/schema.ts'
import { takenOf, type Facts } from './facts.ts'
import { list } from './listing.ts'

export interface ReplicaDependencies {
  readonly db: Kysely<Database>
  readonly registry: Registry
  readonly facts: Facts
  readonly collector: Collector
}

/** Sessions that are looked at: more than an appliance keeps of one relationship. */
const most = 1000

/**
 * When the snapshots of a replica were made, by what the primary's appliance last said of its sessions and snapshots; it need not answer
 * now. Empty when that is no appliance of the console.
 * @throws ApiError 404 NotFoundError when no appliance reports the relationship.
 */
export async function replicaSnapshots(
  { db, registry, facts, collector }: ReplicaDependencies,
  relationship: string,
): Promise<Full<ReplicaSnapshot>[]> {
  const sides = registry
    .list()
    .flatMap((appliance) =>
      facts.of(appliance.id).relationships.flatMap((row) => (row.id === relationship ? [{ appliance, row }] : [])),
    )
  if (sides.length === 0)
    throw new ApiError(404, 'NotFoundError', 'No appliance of this console reports a relationship with this id.')
  const primary = sides.find(({ row }) => row.local_role === 'primary')?.appliance
  if (!primary) return []
  await collector.look('session', primary.id)
  const names = new Map([[primary.id, primary.name]])
  const wanted = { appliance: primary.id, q: relationship, sort: '-time_queued', limit: most }
  const { items } = await list(db, 'session', names, wanted)
  const sent = items.flatMap((item) => {
    const { data } = z.safeDecode(session, item as never)
    return data?.rel_id === relationship && data.status === 'COMPLETED' ? [data] : []
  })
  const origins = sent.map(({ local_snap_id: id }) => id).filter((id) => id != null)
  const read = () => takenOf(db, primary.id, origins)
  let taken = await read()
  // The list of snapshots is the longest that there is: it is read again only when the newest of these is not in it yet.
  const [newest] = origins
  if (newest !== undefined && !taken.has(newest)) {
    await collector.look('snapshot', primary.id)
    taken = await read()
  }
  const made = new Map(sent.map(({ remote_snap_id: id, local_snap_id: origin }) => [id, taken.get(origin ?? '')]))
  return [...made].flatMap(([id, time]) => (id == null || time === undefined ? [] : [{ id, made: time }]))
}
