import type { FleetResource } from '@vsnap/console-api/fleet.ts'
import type { Insertable, Kysely } from 'kysely'
import { randomBytes } from 'node:crypto'
import { batchedForNow } from '../database/batch.ts'
import type { Database, FleetChangesTable } from '../database/schema.ts'
import { createTurns } from '../turns.ts'
import { differences } from './differences.ts'
import type { ListAnswer, Row } from './lists.ts'
import { newestAsText, newestOf } from './newest.ts'
import { searchText, sortKey } from './sort-key.ts'

/** What is known of a list of an appliance; `read_at` in epoch seconds. */
export interface KnownList {
  readonly hash: string
  readonly items: number
  readonly read_at: number
}

/** What is known of all appliances, in the database: lists are answered from here, whether or not an appliance answers. */
export interface Model {
  known(applianceId: string, resource: FleetResource): KnownList | undefined
  /**
   * Takes note of a list that was just read: its rows when they are others than before, null when not. What is the same
   * writes nothing, and is not even parsed. @throws ApiError 502 ApplianceAnswerInvalid
   * `foreign`: what came or went, and nobody asked for it here: that is kept as news.
   */
  store(
    applianceId: string,
    resource: FleetResource,
    answer: ListAnswer,
    foreign: boolean,
  ): Promise<readonly Row[] | null>
  /** Another system, or gone: nothing that was read is its. */
  forget(applianceId: string): Promise<void>
  /** Follows the registry's names. */
  rename(appliances: readonly { readonly id: string; readonly name: string }[]): Promise<void>
  /** Writes down when everything was last read. */
  flush(): Promise<void>
}

/** Of answers of so many bytes only so many are taken apart at once: that takes several times their size in memory. */
const large = { from: 65_536, atOnce: 2 }
/** News that are kept. */
const keepNews = 500
/** Snapshots and sessions come and go all day: that is no news. */
const newsworthy: readonly FleetResource[] = ['pool', 'volume', 'share', 'host', 'partner', 'relationship', 'disk']

const secondsNow = () => Math.floor(Date.now() / 1000)

export async function openModel(db: Kysely<Database>): Promise<Model> {
  const lists = new Map<string, KnownList>()
  const names = new Map<string, string>()
  const unwritten = new Set<string>()
  const keyOf = (applianceId: string, resource: FleetResource) => `${applianceId}/${resource}`
  const inParts = createTurns(1)
  const inMemory = createTurns(large.atOnce)
  const last = new Map<string, Promise<unknown>>()
  /** One after the other what is about the same list. */
  const inOrder = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve())
      .catch(() => undefined)
      .then(work)
      .finally(() => last.get(key) === mine && last.delete(key))
    last.set(key, mine)
    return mine
  }
  const kept = await db
    .selectFrom('fleet_lists')
    .select(['appliance_id', 'resource', 'hash', 'items', 'read_at'])
    .execute()
  for (const { appliance_id, resource, ...list } of kept) lists.set(keyOf(appliance_id, resource), list)

  return {
    known: (applianceId, resource) => lists.get(keyOf(applianceId, resource)),

    async store(applianceId, resource, answer, foreign) {
      const key = keyOf(applianceId, resource)
      const before = lists.get(key)
      if (before?.hash === answer.hash) {
        lists.set(key, { ...before, read_at: secondsNow() })
        unwritten.add(key)
        return null
      }
      const store = async () => {
        const rows = answer.rows()
        const { items, gone, come, writes } = await differences(db, applianceId, resource, rows)
        const isOther = lists.get(key) === undefined || writes.length > 0
        // A long list comes in parts, so that nobody has to wait for all of it; others of its kind come after it.
        const last = writes.at(-1)
        if (writes.length > 1)
          await inParts(async () => {
            for (const write of writes.slice(0, -1)) await batchedForNow(db, write)
          })
        await batchedForNow(db, async (on) => {
          await last?.(on)
          const newest = resource === 'snapshot' ? newestAsText(newestOf(rows)) : null
          const next = { hash: answer.hash, items, read_at: secondsNow(), newest }
          await on
            .insertInto('fleet_lists')
            .values({ appliance_id: applianceId, resource, ...next })
            .onConflict((conflict) => conflict.columns(['appliance_id', 'resource']).doUpdateSet(next))
            .execute()
          if (!before || !foreign || !newsworthy.includes(resource)) return
          const about = { time: secondsNow(), appliance_id: applianceId, resource }
          await keepAsNews(on, [
            ...gone.map((object) => ({ ...about, ...object, kind: 'disappeared' as const })),
            ...come.map((object) => ({ ...about, ...object, kind: 'appeared' as const })),
          ])
        })
        lists.set(key, { hash: answer.hash, items, read_at: secondsNow() })
        unwritten.delete(key)
        return isOther ? rows : null
      }
      // What somebody changed here and waits for is not behind all that is new elsewhere.
      return inOrder(key, () => (foreign && answer.size >= large.from ? inMemory(store) : store()))
    },

    async forget(applianceId) {
      for (const key of lists.keys()) if (key.startsWith(`${applianceId}/`)) lists.delete(key)
      await batchedForNow(db, async (on) => {
        await on.deleteFrom('fleet_rows').where('appliance_id', '=', applianceId).execute()
        await on.deleteFrom('fleet_lists').where('appliance_id', '=', applianceId).execute()
      })
    },

    async rename(appliances) {
      const renamed = appliances.filter(({ id, name }) => names.get(id) !== name)
      if (renamed.length === 0) return
      await batchedForNow(db, async (on) => {
        for (const { id, name } of renamed) {
          const row = { key_name: sortKey(name) ?? '', search: searchText([name]) }
          await on
            .insertInto('fleet_names')
            .values({ appliance_id: id, ...row })
            .onConflict((conflict) => conflict.column('appliance_id').doUpdateSet(row))
            .execute()
        }
      })
      for (const { id, name } of renamed) names.set(id, name)
    },

    async flush() {
      const keys = [...unwritten]
      unwritten.clear()
      await batchedForNow(db, async (on) => {
        for (const key of keys) {
          const list = lists.get(key)
          const [appliance_id = '', resource = ''] = key.split('/')
          if (!list) continue
          await on
            .updateTable('fleet_lists')
            .set({ read_at: list.read_at })
            .where('appliance_id', '=', appliance_id)
            .where('resource', '=', resource as FleetResource)
            .execute()
        }
      })
    },
  }
}

async function keepAsNews(on: Kysely<Database>, news: readonly Omit<Insertable<FleetChangesTable>, 'id'>[]) {
  if (news.length === 0) return
  const id = () => `${Date.now().toString(36).padStart(9, '0')}${randomBytes(6).toString('hex')}`
  await on
    .insertInto('fleet_changes')
    .values(news.slice(0, keepNews).map((one) => ({ ...one, id: id() })))
    .execute()
  const oldest = await on
    .selectFrom('fleet_changes')
    .select('id')
    .orderBy('id', 'desc')
    .offset(keepNews)
    .limit(1)
    .executeTakeFirst()
  if (oldest) await on.deleteFrom('fleet_changes').where('id', '<=', oldest.id).execute()
}
