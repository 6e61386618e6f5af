import { open } from '@vsnap/codecs/codec.ts'
import { z } from 'zod'

/**
 * What `GET /api/events` says: something is another one than before. `appliance`: where (id), null: in the console itself.
 * `changes`: which resources, by the words of the operations' `changes`; `appliance` means its state, `*` that anything
 * may have changed (what was missed cannot be told any more).
 */
export const fleetEvent = open({ appliance: z.string().nullable(), changes: z.array(z.string()) })
export type FleetEvent = z.output<typeof fleetEvent>

/** Seconds after which the server says something even when there is nothing to say. */
export const heartbeat = 15
