import { historySteps, type HistoryStep, type UsagePoint } from '@vsnap/console-api/history.ts'
import { open } from '@vsnap/codecs/codec.ts'
import { idText, size } from '@vsnap/vsnap-api/common.ts'
import type { Kysely } from 'kysely'
import { setImmediate as nextRound } from 'node:timers/promises'
import { z } from 'zod'
import { keptRows } from '../collector/kept-rows.ts'
import type { Row } from '../collector/lists.ts'
import { batchedForNow } from '../database/batch.ts'
import type { Database } from '../database/schema.ts'
import { isKept, kept, sameFor, type UsageHistory } from './usage.ts'

/**
 * How full volumes were. A large fleet has a hundred thousand of them, of which few change: an appliance's changes of one
 * time are one line, what did not change writes nothing, and nothing of it is in memory.
 */
export interface VolumeHistory extends UsageHistory {
  /** Takes note of the list of an appliance's volumes at a time (epoch seconds); null: it is the same as before. */
  record(applianceId: string, rows: readonly Row[] | null, time: number): Promise<void>
}

/** Bytes: used, and the limit where there is one. */
type Size = readonly [used: number, total?: number]

/** A line. */
interface Content {
  /** By the volumes' ids; null: it is gone. */
  readonly sizes: Readonly<Record<string, Size | null>>
  /** Before this nobody looked since then (epoch seconds): how it was meanwhile is not known. */
  readonly unseen?: number
}

/** From then on a volume was like this. */
interface Change {
  readonly time: number
  readonly size: Size | null
  readonly unseen?: number | undefined
}

const day = 86_400
/** Seconds after which nobody looked, rather than not yet again. */
const gap = 900
/** Lines that are read before others have their turn. */
const atOnce = 500

const measured = open({ id: idText, size_used: size, size_total: size })

export async function openVolumeHistory(db: Kysely<Database>): Promise<VolumeHistory> {
  /** When each appliance's volumes were looked at the last time, and whether that was since the start. */
  const looks = new Map<string, { at: number; isNew: boolean }>()
  const lists = await db
    .selectFrom('fleet_lists')
    .select(['appliance_id', 'read_at'])
    .where('resource', '=', 'volume')
    .execute()
  for (const { appliance_id, read_at: at } of lists) looks.set(appliance_id, { at, isNew: false })

  /** The newest line of a day before `time`: all volumes as they were when that day was over, or are today. */
  const newestDay = (on: Kysely<Database>, applianceId: string, time: number) =>
    on
      .selectFrom('volume_usage')
      .select(['time', 'content'])
      .where('appliance_id', '=', applianceId)
      .where('step', '=', day)
      .where('time', '<=', time)
      .orderBy('time', 'desc')
      .limit(1)
      .executeTakeFirst()

  const write = async (on: Kysely<Database>, applianceId: string, sizes: Content['sizes'], at: WrittenAt) => {
    const { time, unseen } = at
    const newest = await newestDay(on, applianceId, time)
    const changed = newest ? changes(parsed(newest.content).sizes, sizes) : sizes
    const isUnseen = newest !== undefined && unseen !== undefined
    if (Object.keys(changed).length === 0 && !isUnseen) return
    for (const step of historySteps) {
      const line = { appliance_id: applianceId, step, time: step === 0 ? time : time - (time % step) }
      const before = await on
        .selectFrom('volume_usage')
        .select('content')
        .where('appliance_id', '=', applianceId)
        .where('step', '=', step)
        .where('time', '=', line.time)
        .executeTakeFirst()
      const known = before && parsed(before.content)
      const next: Content = {
        // A longer step has the last value that was read in it.
        sizes: step === day ? sizes : { ...known?.sizes, ...changed },
        ...(known ? known.unseen !== undefined && { unseen: known.unseen } : isUnseen && { unseen }),
      }
      const content = JSON.stringify(next)
      await on
        .insertInto('volume_usage')
        .values({ ...line, content })
        .onConflict((conflict) => conflict.columns(['appliance_id', 'step', 'time']).doUpdateSet({ content }))
        .execute()
    }
  }

  return {
    async record(applianceId, rows, time) {
      const last = looks.get(applianceId)
      const unseen = last && time - last.at > gap ? last.at : undefined
      // What was kept before the console stopped may be more than what was taken note of here.
      const now = rows ?? (last?.isNew && unseen === undefined ? null : await keptRows(db, applianceId, 'volume'))
      if (now) {
        const sizes = sizesOf(now)
        await batchedForNow(db, (on) => write(on, applianceId, sizes, { time, unseen }))
      }
      looks.set(applianceId, { at: time, isNew: true })
    },

    async series(applianceId, volumeId, step, since) {
      // How it was when this begins, and what it was since the end of that day.
      const start = await newestDay(db, applianceId, since - day)
      const found: Change[] = []
      const add = (time: number, { sizes, unseen }: Content) => {
        // A line of a day has all that there are; others what has changed.
        const isAll = step === day || Object.hasOwn(sizes, volumeId)
        if (isAll) found.push({ time, size: sizes[volumeId] ?? null, unseen })
        else if (unseen !== undefined) found.push({ time, size: found.at(-1)?.size ?? null, unseen })
      }
      if (start) {
        const size = parsed(start.content).sizes[volumeId]
        if (size) found.push({ time: step === day ? start.time : start.time + day, size })
      }
      for (let from = start ? start.time + day : 0; ; await nextRound()) {
        const lines = await db
          .selectFrom('volume_usage')
          .select(['time', 'content'])
          .where('appliance_id', '=', applianceId)
          .where('step', '=', step)
          .where('time', '>=', from)
          .orderBy('time')
          .limit(atOnce)
          .execute()
        for (const { time, content } of lines) add(time, parsed(content))
        from = (lines.at(-1)?.time ?? 0) + 1
        if (lines.length < atOnce) break
      }
      return points(found, step, looks.get(applianceId)?.at ?? 0).filter(({ time }) => time >= since)
    },

    async prune(now) {
      for (const applianceId of looks.keys()) {
        for (const step of historySteps) {
          await db
            .deleteFrom('volume_usage')
            .where('appliance_id', '=', applianceId)
            .where('step', '=', step)
            // A day longer: how it was at the beginning is counted from the end of the day before.
            .where('time', '<', now - kept[step] - day)
            .execute()
        }
      }
    },
  }
}

interface WrittenAt {
  readonly time: number
  readonly unseen: number | undefined
}

const parsed = (content: string) => JSON.parse(content) as Content

function sizesOf(rows: readonly Row[]): Record<string, Size> {
  const sizes: Record<string, Size> = {}
  for (const row of rows) {
    const { success, data } = z.safeDecode(measured, row as never)
    if (!success || !isKept(data.size_used)) continue
    sizes[data.id] = isKept(data.size_total) ? [data.size_used, data.size_total] : [data.size_used]
  }
  return sizes
}

/** What differs of them, and what is not there any more. */
function changes(before: Content['sizes'], now: Content['sizes']): Content['sizes'] {
  const found: Record<string, Size | null> = {}
  for (const [id, size] of Object.entries(now)) {
    const known = before[id]
    if (!known || !size || known[0] !== size[0] || known[1] !== size[1]) found[id] = size
  }
  for (const id of Object.keys(before)) if (!Object.hasOwn(now, id)) found[id] = null
  return found
}

/** Its values until then: at each change, and where nothing changed as often as an unchanged value is told. */
function points(found: readonly Change[], step: HistoryStep, until: number): UsagePoint[] {
  const all: UsagePoint[] = []
  for (const [index, { time, size }] of found.entries()) {
    const next = found[index + 1]
    // Another volume of that name, or none.
    if (!size) all.length = 0
    if (!size) continue
    const [used, total = null] = size
    const end = next ? Math.min(next.time - 1, next.unseen ?? Infinity) : until
    for (let at = time; at === time || at <= end; at += step || sameFor) all.push({ time: at, used, total })
    if (!next && step === 0 && until > (all.at(-1)?.time ?? until)) all.push({ time: until, used, total })
  }
  return all
}
