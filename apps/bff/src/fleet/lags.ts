import type { Lag } from '@vsnap/console-api/lag-target.ts'
import { isKnownNow } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
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
        lags.set(id, { relationship: id, succeeded, session: null, failed: false, made: made ?? 0, told })
      }
  for (const { appliance: told, answers, facts } of sides)
    for (const row of facts.relationships)
      if (row.local_role === 'primary') {
        const { id, time_created: made } = row
        const own = newestOnBoth(row, facts)
        const arrived = answers ? null : (lags.get(id)?.succeeded ?? null)
        const succeeded = later(own, arrived)
        // What arrived since made good what had failed.
        const failed = facts.failed.has(id) && succeeded === own
        const session = facts.succeeded.get(id)?.session ?? null
        lags.set(id, { relationship: id, succeeded, session, failed, made: made ?? 0, told })
      }
  return [...lags.values()]
}

/**
 * When the newest snapshot was made that both ends have, as the primary's appliance knows it: that of the last session that was
 * completed, which may have sent an old one, or the one that a replica had when it was taken up again. The lists are not read
 * at the same moment, and a replica goes forward only: what is later counts. A session's snapshot that is not known (any more)
 * counts as made when the session was queued.
 */
export function newestOnBoth({ id, last_success_snap_id: last }: Relationship, facts: ApplianceFacts): number | null {
  const sent = facts.succeeded.get(id)
  return later(sent ? (facts.taken.get(sent.snapshot ?? '') ?? sent.queued) : null, facts.taken.get(last ?? '') ?? null)
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

/** Whether a replica was not brought up to date within its target (seconds), though its relationship is older than that. */
export function isBehind({ succeeded, made }: Come, target: number, now: number): boolean {
  return now - Math.max(succeeded ?? 0, made) > target
}
