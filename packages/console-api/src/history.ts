import { integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

const usage = {
  time: z.int(),
  used: z.int(),
  /** Null: it has no limit of its own. */
  total: z.int().nullable(),
}

/** How full something was (bytes) at a time (epoch seconds). */
export const usagePoint = open(usage)
export type UsagePoint = z.output<typeof usagePoint>

/** The same of a pool, and how many bytes one byte stood for by compression and by deduplication (null: not known). */
export const poolUsagePoint = open({
  ...usage,
  total: z.int(),
  compression_ratio: z.number().nullable(),
  deduplication_ratio: z.number().nullable(),
})
export type PoolUsagePoint = z.output<typeof poolUsagePoint>

/**
 * Bytes a day, and the days until it is full: the likeliest, and a range (`latest` null: maybe never). `growth` null: not
 * enough history. `full` null: that, or it does not grow, or has no limit.
 */
export const forecast = open({
  growth: open({ per_day: z.number(), low: z.number(), high: z.number() }).nullable(),
  full: open({ days: z.number(), earliest: z.number(), latest: z.number().nullable() }).nullable(),
})
export type Forecast = z.output<typeof forecast>

/** Seconds between two points: as they were read (kept 48 h), 15 minutes (90 days), a day (3 years). */
export const historySteps = [0, 900, 86_400] as const
export type HistoryStep = (typeof historySteps)[number]

const applianceId = z.string().min(1).max(64)
const objectId = z.string().min(1).max(128)
const period = z.strictObject({
  since: integerText.optional(),
  step: integerText
    .refine((step) => (historySteps as readonly number[]).includes(step), 'expected 0, 900 or 86400')
    .optional(),
})

export const historyEndpoints = defineEndpoints({
  /** The past of a pool, oldest first. `since`: epoch seconds; `step`: 0, 900 or 86400, 900 when absent. */
  historyPool: {
    method: 'GET',
    path: '/history/appliances/:appliance/pools/:pool',
    title: 'View history of pool',
    role: 'viewer',
    params: z.object({ appliance: applianceId, pool: objectId }),
    query: period,
    result: open({ points: z.array(poolUsagePoint), forecast }),
  },

  /** The past of a volume, in the same way. */
  historyVolume: {
    method: 'GET',
    path: '/history/appliances/:appliance/volumes/:volume',
    title: 'View history of volume',
    role: 'viewer',
    params: z.object({ appliance: applianceId, volume: objectId }),
    query: period,
    result: open({ points: z.array(usagePoint), forecast }),
  },
})
