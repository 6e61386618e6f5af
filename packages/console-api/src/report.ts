import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { alert } from './alert.ts'
import { capacity, protection, recentChange, unprotectedVolume } from './fleet.ts'

const ref = { id: z.string(), name: z.string() }
/** The first of them, and how many there are. */
const some = <Item extends z.ZodType>(item: Item) => open({ items: z.array(item), total: z.int() })

/** A session that failed; `name`: the volume's, `message`: the appliance's words. */
export const failedSession = open({ appliance: open(ref), ...ref, time: z.int(), message: z.string() })
export type FailedSession = z.output<typeof failedSession>

/** How the fleet is, and what became of it from `since` to `time` (epoch seconds). */
export const report = open({
  time: z.int(),
  since: z.int(),
  appliances: open({ total: z.int(), answering: z.int() }),
  capacity,
  /** Those that are open, and those that were cleared since; of what is snoozed or silenced nothing. */
  alerts: some(alert),
  /** How many of all of these are open. */
  alerts_open: z.int(),
  sessions: some(failedSession),
  changes: some(recentChange),
  protection,
  without_snapshot: some(unprotectedVolume),
  without_relationship: some(unprotectedVolume),
})
export type Report = z.output<typeof report>

export const reportEndpoints = defineEndpoints({
  /** The last 24 hours, from what is known of the fleet: no appliance is asked for it. The same goes out by mail at a chosen hour. */
  reportView: {
    method: 'GET',
    path: '/report',
    title: 'View daily report',
    role: 'viewer',
    result: report,
  },
})
