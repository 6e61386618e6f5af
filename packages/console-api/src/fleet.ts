import { booleanText, integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { attention } from './alert.ts'
import { applianceStates, grouping, label } from './appliance.ts'
import { forecast } from './history.ts'

/** The resources that can be listed across the fleet. */
export const fleetResources = [
  'pool',
  'volume',
  'snapshot',
  'share',
  'host',
  'partner',
  'relationship',
  'session',
  'disk',
] as const
export type FleetResource = (typeof fleetResources)[number]

/** What happened to an object on an appliance without this console. */
export const fleetChangeKinds = ['appeared', 'disappeared'] as const
export type FleetChangeKind = (typeof fleetChangeKinds)[number]

const ref = { id: z.string(), name: z.string() }
const state = z.enum(applianceStates)

/** An appliance's part in a fleet answer: is it well, since when, and how old is what is shown (epoch seconds, null: nothing yet). */
export const fleetAppliance = open({
  ...ref,
  state,
  read_at: z.int().nullable(),
  error: open({ type: z.string(), message: z.string() }).nullable(),
})
export type FleetAppliance = z.output<typeof fleetAppliance>

/** One object of one appliance: the appliance, and the API's own fields as the wire has them (decode with the resource's schema). */
export const fleetItem = z.looseObject({ appliance: open(ref) })
export type FleetItem = z.output<typeof fleetItem>

const place = { appliance: open(ref), id: z.string(), name: z.string() }

/** Bytes as an appliance tells them: what is above 2^53 is the nearest number. */
export const bytes = z.number().nonnegative()

/** One of the fullest pools: `recent`: how much was used, oldest first, for a small picture (bytes). */
export const fullPool = open({ ...place, used: bytes, total: bytes, recent: z.array(z.int()), forecast })
export type FullPool = z.output<typeof fullPool>

/** Bytes of all pools: a large fleet has more than whole numbers can count. `per_day`: of those whose growth is known, null when it is of none. */
export const capacity = open({
  used: bytes,
  total: bytes,
  per_day: z.number().nullable(),
  pools: z.array(fullPool),
})

/** A volume that nothing protects. `newest`: its last snapshot (epoch seconds). */
export const unprotectedVolume = open({ ...place, newest: z.int().nullable() })

/** A session that runs; `size_sent` in bytes, `time_started` null while it waits. */
export const runningSession = open({
  ...place,
  status: z.string(),
  size_sent: bytes.nullable(),
  time_started: z.int().nullable(),
})

/** Something that was done: by a person through this console (`user`), or on the appliance without it (null). */
export const recentChange = open({
  id: z.string(),
  time: z.int(),
  user: z.string().nullable(),
  appliance: open(ref).nullable(),
  title: z.string(),
})

/** Counts of volumes and relationships: what can be lost. `behind`: relationships without a success within their lag target. */
export const protection = open({
  volumes: z.int(),
  without_snapshot: z.int(),
  without_relationship: z.int(),
  relationships: z.int(),
  behind: z.int(),
})

/**
 * An object that a search found. `match`: the field and its text by which it was, null when it is the name (of a
 * relationship the volume's, of a disk the device's).
 */
export const foundObject = open({
  ...place,
  resource: z.enum(fleetResources),
  match: open({ field: z.string(), text: z.string() }).nullable(),
})
export type FoundObject = z.output<typeof foundObject>

export const unprotectedKinds = ['snapshot', 'relationship'] as const
export type UnprotectedKind = (typeof unprotectedKinds)[number]

/** The whole fleet at once. One appliance that is dead or slow costs its own rows, never the answer. */
export const fleetEndpoints = defineEndpoints({
  /** `label`: only of the appliances that have it; tasks, and what happened in the console itself, belong to none of them. */
  fleetView: {
    method: 'GET',
    path: '/fleet',
    title: 'View fleet',
    role: 'viewer',
    query: z.strictObject({ label: label.optional() }),
    result: open({
      appliances: z.array(open({ ...ref, state, since: z.int(), read_at: z.int().nullable() })),
      attention: z.array(attention),
      capacity,
      protection,
      activity: open({
        sessions: z.array(runningSession),
        plans: z.array(open({ id: z.string(), title: z.string(), user: z.string(), done: z.int(), total: z.int() })),
        changes: z.array(recentChange),
      }),
    }),
  },
  /** Volumes that nothing protects: `without` a snapshot in a day, or a relationship. */
  fleetUnprotected: {
    method: 'GET',
    path: '/fleet/unprotected/:without',
    title: 'List unprotected volumes',
    role: 'viewer',
    params: z.object({ without: z.enum(unprotectedKinds) }),
    query: z.strictObject({ label: label.optional() }),
    result: open({ volumes: z.array(unprotectedVolume), total: z.int() }),
  },
  /**
   * Objects by what they are known by: name, id, serial number, address, initiator. `q`: a part of it, in any case. The best come
   * first, at most `limit` (1 to 50, 20 when absent); `more` when there are others.
   */
  fleetSearch: {
    method: 'GET',
    path: '/search',
    title: 'Search the fleet',
    role: 'viewer',
    query: z.strictObject({
      q: z.string().max(256),
      limit: integerText.refine((rows) => rows >= 1 && rows <= 50, 'expected 1 to 50').optional(),
    }),
    result: open({ items: z.array(foundObject), more: z.boolean() }),
  },
  /**
   * `appliance`: only this one (id). `label`: only those that have it. `q`: text that a field contains. `status`: only these
   * states (`ONLINE,DEGRADED`; of a volume its `volume_type`, of a share its `share_type`). `sort`: a field, `-field` for
   * descending. `group`: what belongs to one `appliance`, or to those with one value of a label (`label:site`), stands
   * together, each group so sorted. `limit`: rows (1 to 1000, 100 when absent). `cursor`: `next` of the answer before.
   * `total`: rows that match. With `counts`: how many rows each state has, whichever are asked for by `status` (null: there
   * are no states), and each group (null: none are asked for; `name` null: appliances without the label).
   */
  fleetList: {
    method: 'GET',
    path: '/fleet/:resource',
    title: 'List resource of the fleet',
    role: 'viewer',
    params: z.object({ resource: z.enum(fleetResources) }),
    query: z.strictObject({
      appliance: z.string().max(64).optional(),
      label: label.optional(),
      q: z.string().max(256).optional(),
      sort: z
        .string()
        .regex(/^-?[a-z][a-z0-9_.]{0,63}$/, 'expected a field, or -field for descending')
        .optional(),
      limit: integerText.refine((rows) => rows >= 1 && rows <= 1000, 'expected 1 to 1000').optional(),
      status: z.string().max(512).optional(),
      group: grouping.optional(),
      counts: booleanText.optional(),
      cursor: z.string().max(2048).optional(),
    }),
    result: open({
      items: z.array(fleetItem),
      total: z.int(),
      next: z.string().nullable(),
      states: z.array(open({ state: z.string(), total: z.int() })).nullable(),
      groups: z.array(open({ name: z.string().nullable(), total: z.int() })).nullable(),
      appliances: z.array(fleetAppliance),
    }),
  },
})
