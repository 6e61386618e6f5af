import { encodeRequest } from '@vsnap/contract/request.ts'
import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import type { VolumeType } from '@vsnap/vsnap-api/volume.ts'
import type { Kysely } from 'kysely'
import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import type { Registry } from '../appliances/registry.ts'
import { keptRows } from '../collector/kept-rows.ts'
import type { Collector } from '../collector/collector.ts'
import type { Row } from '../collector/lists.ts'
import { wordsOf } from '../collector/words.ts'
import { batchedForNow } from '../database/batch.ts'
import type { Database } from '../database/schema.ts'
import type { Agents } from '../proxy/agents.ts'
import { exchange } from '../proxy/exchange.ts'
import { createTurns } from '../turns.ts'

const kinds: ReadonlySet<unknown> = new Set<VolumeType>(['lun', 'filebackedlun'])
/** Milliseconds between two calls, and how soon an appliance that did not answer one is asked again. */
const pause = 50
const again = 60_000
/** Appliances of which volumes are read at the same time. */
const atOnce = 2
/** Volumes of an appliance that may fail before the others wait for the next time. */
const patience = 3
/** Serial numbers that are written together. */
const together = 25

/** A volume, told from another one that has its id later. */
interface Lun {
  readonly id: string
  readonly time_created: string
}

/**
 * Keeps the serial number of each LUN, by which the search finds it: no list has them (§8.2), so that each volume is asked for
 * once in its life, in no hurry. What is known stays in the database.
 */
export function followVolumeSerials({
  db,
  registry,
  collector,
  agents,
}: {
  readonly db: Kysely<Database>
  readonly registry: Registry
  readonly collector: Collector
  readonly agents: Agents
}): { stop(): void } {
  /** By appliance the volumes whose serial number is known: their ids, and when they were made. */
  const known = new Map<string, Map<string, string>>()
  const tried = new Map<string, number>()
  /** Appliances of which there may be volumes that were not asked for. */
  const open = new Set<string>()
  const reading = new Set<string>()
  const turn = createTurns(atOnce)
  let isStopped = false

  const knownOf = async (appliance_id: string) => {
    const before = known.get(appliance_id)
    if (before) return before
    const kept = await db
      .selectFrom('volume_serials')
      .select(['id', 'time_created'])
      .where('appliance_id', '=', appliance_id)
      .execute()
    const made = new Map(kept.map(({ id, time_created }) => [id, time_created]))
    known.set(appliance_id, made)
    return made
  }
  const forget = async (appliance_id: string, ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += 400)
      await batchedForNow(db, (on) =>
        on
          .deleteFrom('volume_serials')
          .where('appliance_id', '=', appliance_id)
          .where('id', 'in', ids.slice(at, at + 400))
          .execute(),
      )
  }
  const keep = async (appliance_id: string, read: readonly (Lun & { serial: string })[]) => {
    if (read.length === 0) return
    await batchedForNow(db, (on) =>
      on
        .insertInto('volume_serials')
        .values(read.map((one) => ({ appliance_id, ...one })))
        .onConflict((conflict) =>
          conflict.columns(['appliance_id', 'id']).doUpdateSet((row) => ({
            serial: row.ref('excluded.serial'),
            time_created: row.ref('excluded.time_created'),
          })),
        )
        .execute(),
    )
    const mine = await knownOf(appliance_id)
    for (const { id, time_created } of read) mine.set(id, time_created)
  }

  const serialOf = async (applianceId: string, id: string): Promise<string | undefined> => {
    const connection = registry.connections().find((one) => one.id === applianceId)
    if (!connection || isStopped) return undefined
    const endpoint = vsnapApi.volumeView
    const { body } = await exchange(connection, encodeRequest(endpoint, { params: { id } }), {
      agent: agents.of(connection),
      endpoint,
      requestId: randomUUID(),
    })
    // One that has none is not asked for it again.
    return endpoint.result.decode(JSON.parse(body.toString('utf8')) as never).serial ?? ''
  }
  const read = async (applianceId: string, luns: readonly Lun[]) => {
    const mine = await knownOf(applianceId)
    const there = new Set(luns.map(({ id }) => id))
    const gone = [...mine.keys()].filter((id) => !there.has(id))
    await forget(applianceId, gone)
    for (const id of gone) mine.delete(id)
    const found: (Lun & { serial: string })[] = []
    const failures: unknown[] = []
    try {
      for (const lun of luns) {
        if (mine.get(lun.id) === lun.time_created) continue
        try {
          const serial = await serialOf(applianceId, lun.id)
          if (serial === undefined) return
          found.push({ ...lun, serial })
        } catch (error) {
          // One volume that is gone again, or cannot be read, does not keep those after it from being found.
          failures.push(error)
          if (failures.length === patience) break
        }
        if (found.length === together) await keep(applianceId, found.splice(0))
        await after(pause, undefined, { ref: false })
      }
    } finally {
      if (!isStopped) await keep(applianceId, found)
    }
    if (failures.length > 0) throw failures[0]
  }

  collector.onRead(async (applianceId, resource, rows) => {
    if (resource !== 'volume') return
    // The same list as before: all of it is known, but after a start.
    if (rows !== null || !known.has(applianceId)) open.add(applianceId)
    const isTried = Date.now() - (tried.get(applianceId) ?? 0) < again
    if (isStopped || isTried || reading.has(applianceId) || !open.delete(applianceId)) return
    reading.add(applianceId)
    const luns = lunsOf(rows ?? (await keptRows(db, applianceId, 'volume')))
    // Nobody waits for it: what does not answer, or answers something else, is told by its own rule.
    void turn(() => read(applianceId, luns))
      .then(
        () => tried.delete(applianceId),
        () => {
          tried.set(applianceId, Date.now())
          open.add(applianceId)
        },
      )
      .finally(() => reading.delete(applianceId))
  })
  registry.onChange((id) => {
    known.delete(id)
    tried.delete(id)
  })
  return { stop: () => void (isStopped = true) }
}

/** Volumes that hosts see as disks; a server that lists their serial numbers is not asked for them. */
function lunsOf(rows: readonly Row[]): Lun[] {
  return rows.flatMap(({ id, volume_type, serial, time_created }) =>
    !kinds.has(volume_type) || typeof serial === 'string'
      ? []
      : [{ id: wordsOf(id)[0] ?? '', time_created: wordsOf(time_created)[0] ?? '' }],
  )
}
