import type { FleetResource } from '@vsnap/console-api/fleet.ts'

/** Milliseconds between two reads of a list while nobody looks; what is not here, a minute. */
const usual: Partial<Record<FleetResource, number>> = { pool: 15_000 }
const otherwise = 60_000
/** While somebody looks at it; sessions also while one runs. */
const looked = 5_000
/** Calls a second that looking at a list of many appliances may cost. */
const lookedAtOnce = 50
/** An appliance spends at most this part of its time with one list: what takes long is asked for less often. */
const share = 1 / 20

export interface Need {
  /** Somebody looked at it a moment ago, together with so many others' of its kind; 0: nobody did. */
  readonly lookedAt: number
  /** One of its sessions runs. */
  readonly isRunning: boolean
  /** Milliseconds that it took the last time. */
  readonly took: number
}

/** Milliseconds until a list is read again, at the most; jittered, so that appliances are not asked all at once. */
export function rhythmOf(resource: FleetResource, { lookedAt, isRunning, took }: Need): number {
  const often = Math.max(looked, (lookedAt / lookedAtOnce) * 1000)
  const isNeeded = lookedAt > 0 || (resource === 'session' && isRunning)
  const wanted = Math.min(usual[resource] ?? otherwise, isNeeded ? often : Infinity)
  return Math.max(wanted, took / share) * (0.9 + Math.random() * 0.1)
}
