import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/** Seconds that a replica may be behind before it counts as late, until somebody sets another target. */
export const usualLag = 86_400
/** Seconds: a minute to a year. */
export const lagLimits = { least: 60, most: 365 * 86_400 } as const

/** Units in which a target is said, the largest first: seconds of each. */
export const lagUnits = { days: 86_400, hours: 3_600, minutes: 60 } as const
export type LagUnit = keyof typeof lagUnits

/** A target in its largest whole unit: `{ amount: 24, unit: 'hours' }`. A single day is said in hours. */
export function inLagUnit(seconds: number): { readonly amount: number; readonly unit: LagUnit } {
  const unit = seconds % lagUnits.days === 0 && seconds > lagUnits.days ? 'days' : seconds % 3_600 ? 'minutes' : 'hours'
  return { amount: Math.round((100 * seconds) / lagUnits[unit]) / 100, unit }
}

/** A target in words: `24 h`, `90 min`, `7 days`. */
export function lagTargetText(seconds: number): string {
  const { amount, unit } = inLagUnit(seconds)
  return `${amount} ${{ days: 'days', hours: 'h', minutes: 'min' }[unit]}`
}

const seconds = z
  .int('expected whole seconds')
  .min(lagLimits.least, 'expected a minute or more')
  .max(lagLimits.most, 'expected a year at most')

/** `usual`: of every relationship that has no target of its own (seconds). */
export const lagTargets = open({
  usual: z.int(),
  own: z.array(open({ relationship: z.string(), seconds: z.int() })),
})
export type LagTargets = z.output<typeof lagTargets>

/**
 * What became of a relationship, from all of its sessions that there are: when the newest snapshot was made that both ends have
 * (epoch seconds, null: none), the last session that was completed (its id), and whether the last one that ended failed. Told by
 * the primary's appliance, or, when the console does not know that, by the replica's: then it is when its newest snapshot arrived.
 */
export const lag = open({
  relationship: z.string(),
  succeeded: z.int().nullable(),
  session: z.string().nullable(),
  failed: z.boolean(),
})
export type Lag = z.output<typeof lag>

/** How far a replica may be behind. The console's own matter: appliances know nothing of it. */
export const lagTargetEndpoints = defineEndpoints({
  /** How far every relationship has come. Its sessions may be too many to be listed at once. */
  lagList: {
    method: 'GET',
    path: '/relationships/lags',
    title: 'List lags',
    role: 'viewer',
    result: open({ lags: z.array(lag), total: z.int() }),
  },
  lagTargetList: {
    method: 'GET',
    path: '/lag-targets',
    title: 'List lag targets',
    role: 'viewer',
    result: lagTargets,
  },
  /** Of all relationships that have none of their own. */
  lagTargetUpdate: {
    method: 'PUT',
    path: '/lag-targets',
    title: 'Set usual lag target',
    role: 'admin',
    body: z.strictObject({ seconds }),
    result: lagTargets,
    changes: ['lag-target'],
  },
  /** Of one relationship (its id, the same on both appliances); `seconds` null: the usual one again. 404 when no appliance reports it. */
  lagTargetSet: {
    method: 'PUT',
    path: '/lag-targets/:relationship',
    title: 'Set lag target of relationship',
    role: 'operator',
    params: z.object({ relationship: z.string().min(1).max(128) }),
    body: z.strictObject({ seconds: seconds.nullable() }),
    result: lagTargets,
    changes: ['lag-target'],
  },
})
