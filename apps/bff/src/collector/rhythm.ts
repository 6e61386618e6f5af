import type { FleetResource } from '@vsnap/console-api/fleet.ts'

/** Milliseconds between two reads of a list while nobody looks; what is not here, a minute. */
const usual: Partial<Record<FleetResource, number>> = { pool: 15_000 }
const otherwise = 60_000
/** While somebody looks at it; sessions also while one runs. */
const looked = 5_000
/** An appliance spends at most this part of its time with one list: what takes long is asked for less often. */
const share = 1 / 20

export interface Need {
  /** Somebody looked at it a moment ago. */
  readonly isLookedAt: boolean
  /** One of its sessions runs. */
  readonly isRunning: boolean
  /** Milliseconds that it took the last time. */
  readonly took: number
}

/** Milliseconds until a list is read again; jittered, so that appliances are not asked all at once. */
export function rhythmOf(resource: FleetResource, { isLookedAt, isRunning, took }: Need): number {
  const wanted = isLookedAt || (resource === 'session' && isRunning) ? looked : (usual[resource] ?? otherwise)
  return Math.max(wanted, took / share) * (0.9 + Math.random() * 0.2)
}
