import { integerText, open } from '@vsnap/contract/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { applianceStates } from './appliance.ts'

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

/** The whole fleet at once. One appliance that is dead or slow costs its own rows, never the answer. */
export const fleetEndpoints = defineEndpoints({
  fleetView: {
    method: 'GET',
    path: '/fleet',
    title: 'View fleet',
    role: 'viewer',
    result: open({ appliances: z.array(open({ ...ref, state, since: z.int(), read_at: z.int().nullable() })) }),
  },
  /**
   * `appliance`: only this one (id). `q`: text that a field contains. `sort`: a field, `-field` for descending.
   * `limit`: rows (1 to 1000, 100 when absent). `cursor`: `next` of the answer before. `total`: rows that match.
   */
  fleetList: {
    method: 'GET',
    path: '/fleet/:resource',
    title: 'List resource of the fleet',
    role: 'viewer',
    params: z.object({ resource: z.enum(fleetResources) }),
    query: z.strictObject({
      appliance: z.string().max(64).optional(),
      q: z.string().max(256).optional(),
      sort: z
        .string()
        .regex(/^-?[a-z][a-z0-9_.]{0,63}$/, 'expected a field, or -field for descending')
        .optional(),
      limit: integerText.refine((rows) => rows >= 1 && rows <= 1000, 'expected 1 to 1000').optional(),
      cursor: z.string().max(1024).optional(),
    }),
    result: open({
      items: z.array(fleetItem),
      total: z.int(),
      next: z.string().nullable(),
      appliances: z.array(fleetAppliance),
    }),
  },
})
