import type { Person } from '@vsnap/console-api/session.ts'
import { changeRefusal, shareRefusal, type View, type viewEndpoints } from '@vsnap/console-api/view.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Kysely, Selectable } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Database, ViewsTable } from '../database/schema.ts'
import type { Events } from '../events/events.ts'

type NewView = z.output<(typeof viewEndpoints)['viewCreate']['body']>
type ViewChange = z.output<(typeof viewEndpoints)['viewUpdate']['body']>

/** Questions that people keep: in the database, and in memory, because every page shows their names. */
export interface Views {
  /** A person's own, and those that are shared, by name. */
  list(person: Person): Full<View>[]
  /** @throws ApiError 403 PermissionDeniedError, 409 AlreadyExistsError */
  create(view: NewView, person: Person): Promise<Full<View>>
  /** @throws ApiError 404 NotFoundError, 403 PermissionDeniedError, 409 AlreadyExistsError */
  update(id: string, change: ViewChange, person: Person): Promise<Full<View>>
  /** @throws ApiError 404 NotFoundError, 403 PermissionDeniedError */
  remove(id: string, person: Person): Promise<void>
  /** Somebody is gone, and with them what they kept for themselves. */
  forget(owner: string): Promise<void>
}

export async function openViews(db: Kysely<Database>, events: Events): Promise<Views> {
  const views = new Map((await db.selectFrom('views').selectAll().execute()).map((row) => [row.id, viewOf(row)]))
  const tell = () => events.tell({ appliance: null, changes: ['view'] })

  const isSeen = ({ owner, shared }: View, { name }: Person) => shared || owner === name
  const seen = (id: string, person: Person) => {
    const view = views.get(id)
    if (!view || !isSeen(view, person))
      throw new ApiError(404, 'NotFoundError', 'There is no such view. It was deleted, or is not shared any more.')
    return view
  }
  const own = (id: string, person: Person) => {
    const view = seen(id, person)
    allow(changeRefusal(view, person))
    return view
  }
  const check = (next: Pick<View, 'name' | 'shared'>, owner: string, before?: View) => {
    const key = next.name.toLocaleLowerCase('en')
    for (const other of views.values())
      if (other !== before && other.owner === owner && other.name.toLocaleLowerCase('en') === key)
        throw new ApiError(
          409,
          'AlreadyExistsError',
          `There is a view named ${next.name} already. Choose another name.`,
          {
            field: 'name',
          },
        )
  }

  return {
    list: (person) =>
      [...views.values()].filter((view) => isSeen(view, person)).toSorted((a, b) => a.name.localeCompare(b.name, 'en')),

    async create(input, person) {
      if (input.shared) allow(shareRefusal(person))
      check(input, person.name)
      const view = {
        ...input,
        group: input.group ?? null,
        id: randomBytes(6).toString('hex'),
        owner: person.name,
        time_created: Math.floor(Date.now() / 1000),
      }
      await db.insertInto('views').values(rowOf(view)).execute()
      views.set(view.id, view)
      tell()
      return view
    },

    async update(id, change, person) {
      const before = own(id, person)
      const view = { ...before, ...change }
      if (view.shared && !before.shared) allow(shareRefusal(person))
      check(view, view.owner, before)
      await db.updateTable('views').set(rowOf(view)).where('id', '=', id).execute()
      views.set(id, view)
      tell()
      return view
    },

    async remove(id, person) {
      own(id, person)
      await db.deleteFrom('views').where('id', '=', id).execute()
      views.delete(id)
      tell()
    },

    async forget(owner) {
      await db.deleteFrom('views').where('owner', '=', owner).where('shared', '=', 0).execute()
      for (const view of views.values()) if (view.owner === owner && !view.shared) views.delete(view.id)
    },
  }
}

function allow(refusal: string | undefined): void {
  if (refusal !== undefined) throw new ApiError(403, 'PermissionDeniedError', refusal)
}

function viewOf(kept: Selectable<ViewsTable>): Full<View> {
  const { filters, columns, grouped_by: group, shared, on_overview, time_created, ...row } = kept
  return {
    ...row,
    group,
    filters: JSON.parse(filters) as Full<View>['filters'],
    columns: columns === null ? null : (JSON.parse(columns) as string[]),
    shared: shared === 1,
    on_overview: on_overview === 1,
    time_created: Number(time_created),
  }
}

function rowOf({ filters, columns, group, shared, on_overview, ...view }: Full<View>): Selectable<ViewsTable> {
  return {
    ...view,
    filters: JSON.stringify(filters),
    columns: columns === null ? null : JSON.stringify(columns),
    grouped_by: group,
    shared: Number(shared),
    on_overview: Number(on_overview),
  }
}
