import type { Lag } from '@vsnap/console-api/lag-target.ts'
import { isKnownNow } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Registry } from '../appliances/registry.ts'
import type { ApplianceFacts, Facts } from './facts.ts'

/** What one appliance knows of its relationships; `answers`: what it knows is as of now. */
export interface Side {
  readonly appliance: string
  readonly answers: boolean
  readonly facts: ApplianceFacts
}

/** How far a relationship has come; `made`: since when it is there (epoch seconds), `told`: by which appliance it is spoken of. */
export interface Come extends Full<Lag> {
  readonly made: number
  readonly told: string
}

/** All sides, as they are known now. */
export function sidesOf(registry: Registry, facts: Facts): Side[] {
  return registry.list().map((one) => ({ appliance: one.id, answers: isKnownNow(one), facts: facts.of(one.id) }))
}

/**
 * How far each relationship has come, once each: what its primary's appliance knows. When that does not answer, the replica
 * may have come further than it last said; when it is not in this console, the replica's appliance alone tells.
 */
export function lagsOf(sides: readonly Side[]): Come[] {
  const lags = new Map<string, Come>()
  for (const { appliance: told, facts } of sides)
    for (const { id, local_role: role, local_vol_id: volume, time_created: made } of facts.relationships)
      if (role === 'replica') {
        const succeeded = facts.newest.get(volume ?? '') ?? null
        lags.set(id, { relationship: id, succeeded, failed: false, made: made ?? 0, told })
      }
  for (const { appliance: told, answers, facts } of sides)
    for (const { id, local_role: role, time_created: made } of facts.relationships)
      if (role === 'primary') {
        const own = facts.succeeded.get(id) ?? null
        const arrived = answers ? null : (lags.get(id)?.succeeded ?? null)
        const succeeded = own === null && arrived === null ? null : Math.max(own ?? 0, arrived ?? 0)
        // What arrived since made good what had failed.
        const failed = facts.failed.has(id) && succeeded === own
        lags.set(id, { relationship: id, succeeded, failed, made: made ?? 0, told })
      }
  return [...lags.values()]
}

/** Whether a replica was not brought up to date within its target (seconds), though its relationship is older than that. */
export function isBehind({ succeeded, made }: Come, target: number, now: number): boolean {
  return now - Math.max(succeeded ?? 0, made) > target
}
