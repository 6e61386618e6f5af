import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { grouping, label } from './appliance.ts'
import type { Person } from './session.ts'

/** The lists that a view can be of. */
export const viewedResources = ['appliance', 'pool', 'volume', 'snapshot', 'share', 'host'] as const
export type ViewedResource = (typeof viewedResources)[number]

/**
 * What a list is narrowed to: an appliance (id), appliances with a label, a text (empty: any), the states (or kinds, or
 * types) to show (none: all).
 */
const filters = z.strictObject({
  appliance: z.string().max(64).nullable(),
  label: label.nullable(),
  q: z.string().max(256),
  status: z.array(z.string().max(64)).max(20),
})

const viewed = {
  resource: z.enum(viewedResources),
  filters,
  /** Keys of the columns to show; null: as whoever looks likes them. */
  columns: z.array(z.string().max(64)).max(50).nullable(),
  /** A column, `-column` for descending; null: the list's own order. */
  sort: z.string().max(65).nullable(),
  /** What stands together: `appliance`, or `label:site`; null: nothing does. */
  group: grouping.nullable(),
}
const name = z.string().trim().min(1, 'expected a name').max(100)

/** A saved question to a list. `on_overview`: its count is a card there, for everybody who sees the view. */
export const view = open({
  id: z.string(),
  name: z.string(),
  ...viewed,
  filters: open(filters.shape),
  shared: z.boolean(),
  on_overview: z.boolean(),
  owner: z.string(),
  time_created: z.int(),
})
export type View = z.output<typeof view>

/** Why a person may not share views, or undefined when they may. */
export const shareRefusal = ({ role }: Person): string | undefined =>
  role === 'viewer'
    ? 'To share a view takes the role operator; you have the role viewer. Keep it for yourself.'
    : undefined

/** Why a person may not change or delete a view that they see, or undefined when they may. */
export const changeRefusal = ({ owner }: Pick<View, 'owner'>, { name, role }: Person): string | undefined =>
  owner === name || role === 'admin'
    ? undefined
    : `This view belongs to ${owner}, who may change it, as an admin may. Save it as a view of your own.`

const byId = z.object({ id: z.string().min(1).max(64) })

/** Questions that people keep. A private one is seen by its owner alone; to share one takes the role operator (403 else). */
export const viewEndpoints = defineEndpoints({
  /** One's own, and those that are shared. */
  viewList: {
    method: 'GET',
    path: '/views',
    title: 'List views',
    role: 'viewer',
    result: open({ views: z.array(view), total: z.int() }),
  },
  /** How many rows those have that are on the overview. */
  viewCounts: {
    method: 'GET',
    path: '/views/counts',
    title: 'Count rows of views',
    role: 'viewer',
    result: open({ counts: z.array(open({ id: z.string(), count: z.int() })) }),
  },
  /** 409 AlreadyExistsError: one has a view of that name. `group` absent: not grouped. */
  viewCreate: {
    method: 'POST',
    path: '/views',
    title: 'Save view',
    role: 'viewer',
    body: z.strictObject({
      name,
      ...viewed,
      group: viewed.group.optional(),
      shared: z.boolean(),
      on_overview: z.boolean(),
    }),
    result: view,
    changes: ['view'],
  },
  /** What is absent stays as it is. Only its owner changes a view; a shared one an admin, too (403 else). */
  viewUpdate: {
    method: 'PATCH',
    path: '/views/:id',
    title: 'Change view',
    role: 'viewer',
    params: byId,
    body: z
      .strictObject({ name, ...viewed, shared: z.boolean(), on_overview: z.boolean() })
      .omit({ resource: true })
      .partial(),
    result: view,
    changes: ['view'],
  },
  /** Who may change it may delete it. */
  viewDelete: {
    method: 'DELETE',
    path: '/views/:id',
    title: 'Delete view',
    role: 'viewer',
    params: byId,
    result: open({}),
    destructive: true,
    changes: ['view'],
  },
})
