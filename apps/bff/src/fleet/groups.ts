import type { FleetItem, FleetResource } from '@vsnap/console-api/fleet.ts'
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { sortKey } from '../collector/sort-key.ts'
import { undisturbed } from '../database/undisturbed.ts'
import type { Database } from '../database/schema.ts'
import { cursorOf, placeOf, unknownCursor } from './cursor.ts'
import { list, type Listed, type Listing } from './listing.ts'
import { narrowed } from './narrowed.ts'

/** Appliances whose rows stand together. `name`: null of those that lack the label. */
export interface Group {
  readonly key: string
  readonly name: string | null
  readonly appliances: readonly string[]
}

interface Grouped extends Listed {
  readonly groups: readonly { readonly name: string | null; readonly total: number }[]
}

interface Labelled {
  readonly id: string
  readonly name: string
  readonly labels: readonly string[]
}

/**
 * The groups of appliances in the order of their names, those without the label last. `group`: `appliance`, or
 * `label:site`.
 */
export function groupsOf(appliances: readonly Labelled[], group: string): Group[] {
  const prefix = group === 'appliance' ? undefined : `${group.slice('label:'.length)}=`
  const parts = Map.groupBy(appliances, ({ id, labels }) =>
    // Two appliances may have one name.
    prefix === undefined ? id : labels.find((label) => label.startsWith(prefix))?.slice(prefix.length),
  )
  const order = ({ name }: Group) => (name === null ? '\u{10ffff}' : (sortKey(name) ?? ''))
  return [...parts]
    .map(([key = '', own]) => ({
      key,
      name: prefix === undefined ? (own[0]?.name ?? key) : key === '' ? null : key,
      appliances: own.map(({ id }) => id),
    }))
    .toSorted((a, b) => compare(order(a), order(b)) || compare(a.key, b.key))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Where a page ends: the group that follows, and the place in it when some of it was there already. */
const place = z.tuple([z.string(), z.string().nullable()])

/**
 * Lists a resource group by group, each sorted as the list is. A group is a few appliances: it is read by itself, in the
 * order of an index, so that of a million rows only a page is looked at. Groups that fit whole are read together.
 * @throws ApiError 400 InvalidParameterError for a cursor that nobody gave, or of a group that is no more
 */
export async function listGroups(
  db: Kysely<Database>,
  resource: FleetResource,
  names: ReadonlyMap<string, string>,
  groups: readonly Group[],
  { cursor, limit = 100, ...listing }: Listing,
): Promise<Grouped> {
  const counts = await countByAppliance(db, resource, names, listing)
  const sized = groups.map((group) => ({
    ...group,
    total: group.appliances.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
  }))
  const from = cursor === undefined ? undefined : placeOf(place, cursor)
  const start = from ? sized.findIndex(({ key }) => key === from[0]) : 0
  if (start < 0) throw unknownCursor()

  const items: FleetItem[] = []
  let inner = from?.[1] ?? undefined
  let next: string | null = null
  for (let at = start; at < sized.length;) {
    const first = sized[at]
    if (!first) break
    if (items.length === limit) {
      next = cursorOf([first.key, null])
      break
    }
    const fitting = inner === undefined ? whole(sized.slice(at), limit - items.length) : 1
    const read = (part: readonly Group[]) =>
      list(db, resource, names, {
        ...listing,
        cursor: inner,
        limit: limit - items.length,
        among: part.flatMap(({ appliances }) => appliances),
      })
    let part = sized.slice(at, at + fitting)
    let listed = await read(part)
    if (listed.next !== null && part.length > 1) {
      // Rows have come meanwhile: they do not fit any more.
      part = [first]
      listed = await read(part)
    }
    const rank = new Map(part.flatMap(({ appliances }, index) => appliances.map((id) => [id, index])))
    items.push(...listed.items.toSorted((a, b) => (rank.get(a.appliance.id) ?? 0) - (rank.get(b.appliance.id) ?? 0)))
    if (listed.next !== null) {
      next = cursorOf([first.key, listed.next])
      break
    }
    inner = undefined
    at += part.length
  }
  const known = sized.filter(({ total }) => total > 0)
  return {
    items,
    total: known.reduce((sum, { total }) => sum + total, 0),
    next,
    groups: known.map(({ name, total }) => ({ name, total })),
  }
}

/** How many groups fit into a page from the first on, at least that one. */
function whole(groups: readonly { readonly total: number }[], room: number): number {
  let rows = groups[0]?.total ?? 0
  let count = 1
  for (const { total } of groups.slice(1)) {
    rows += total
    if (rows > room) break
    count += 1
  }
  return count
}

async function countByAppliance(
  db: Kysely<Database>,
  resource: FleetResource,
  names: ReadonlyMap<string, string>,
  listing: Listing,
): Promise<ReadonlyMap<string, number>> {
  if (!listing.q?.trim() && !listing.states?.length) {
    const lists = await db
      .selectFrom('fleet_lists')
      .select(['appliance_id', 'items'])
      .where('resource', '=', resource)
      .execute()
    return new Map(lists.map(({ appliance_id, items }) => [appliance_id, Number(items)]))
  }
  const { rows } = await undisturbed(db, async (on) => {
    const { where } = await narrowed(on, resource, names, listing)
    return sql<{ appliance_id: string; total: number }>`
      select appliance_id, count(*) as total from fleet_rows where ${sql.join(where, sql` and `)}
      group by appliance_id`.execute(on)
  })
  return new Map(rows.map(({ appliance_id, total }) => [appliance_id, Number(total)]))
}
