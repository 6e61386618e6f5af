import type { FleetRow } from '../../api/fleet.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { LagTargets } from '@vsnap/console-api/lag-target.ts'

type RelationshipRow = FleetRow<'relationship'>
export type SessionRow = FleetRow<'session'>

/** One end of a relationship; `appliance` undefined: a system that this console does not know. */
export interface End {
  readonly appliance: { readonly id: string; readonly name: string } | undefined
  readonly systemId: string | undefined
  readonly volumeId: string | undefined
  readonly volumeName: string | undefined
}

/** A relationship as one thing, although two appliances report it. Times in epoch seconds. */
export interface Relation {
  readonly id: string
  readonly primary: End
  readonly replica: End
  /** Where its sessions are started: the primary's appliance, when the console knows it. */
  readonly from: { readonly id: string; readonly name: string } | undefined
  /** Where something is known of it: the primary's appliance, else the replica's. */
  readonly known: { readonly id: string; readonly name: string }
  /** Which end did not say anything (its appliance does not answer, or is not in this console). */
  readonly silent: 'primary' | 'replica' | undefined
  readonly status: string | undefined
  /** Sessions, the newest first. */
  readonly sessions: readonly SessionRow[]
  /** The last one that was completed: what it sent is the newest state that both ends have. */
  readonly lastSuccess: SessionRow | undefined
  readonly running: SessionRow | undefined
  readonly created: number | null | undefined
  /** Seconds that the replica may be behind before it counts as late; and whether that is a target of its own. */
  readonly target: number
  readonly hasOwnTarget: boolean
}

const isRunning = ({ status }: SessionRow) => status === 'ACTIVE' || status === 'PENDING'
const newestFirst = (a: SessionRow, b: SessionRow) => (b.time_queued ?? 0) - (a.time_queued ?? 0)

/** Joins what both ends say of each relationship. */
export function joinRelations(
  rows: readonly RelationshipRow[],
  sessions: readonly SessionRow[],
  appliances: readonly Appliance[],
  { usual, own: targets }: LagTargets,
): Relation[] {
  const bySystem = new Map(appliances.flatMap((each) => (each.system_id ? [[each.system_id, each] as const] : [])))
  const systemOf = new Map(appliances.map((each) => [each.id, each.system_id ?? undefined]))
  const targetOf = new Map(targets.map(({ relationship, seconds }) => [relationship, seconds]))
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, reports]) => {
    const primary = reports.find(({ local_role: role }) => role === 'primary')
    const replica = reports.find(({ local_role: role }) => role === 'replica')
    const said = primary ?? replica
    if (!said) return []
    const own = sessions.filter(({ rel_id: relation }) => relation === id).toSorted(newestFirst)
    return [
      {
        id,
        primary: primary ? localEnd(primary, systemOf) : remoteEnd(said, bySystem),
        replica: replica ? localEnd(replica, systemOf) : remoteEnd(said, bySystem),
        from: primary?.appliance,
        known: said.appliance,
        silent: primary && replica ? undefined : primary ? ('replica' as const) : ('primary' as const),
        status: primary?.last_sync_status ?? undefined,
        sessions: own,
        lastSuccess: own.find(({ status }) => status === 'COMPLETED'),
        running: own.find(isRunning),
        created: said.time_created,
        target: targetOf.get(id) ?? usual,
        hasOwnTarget: targetOf.has(id),
      },
    ]
  })
}

function localEnd(row: RelationshipRow, systemOf: ReadonlyMap<string, string | undefined>): End {
  return {
    appliance: row.appliance,
    systemId: systemOf.get(row.appliance.id),
    volumeId: row.local_vol_id ?? undefined,
    volumeName: row.local_vol_name ?? undefined,
  }
}

/** The other end, as the one that speaks knows it. */
function remoteEnd(row: RelationshipRow, bySystem: ReadonlyMap<string, Appliance>): End {
  return {
    appliance: bySystem.get(row.partner_id ?? ''),
    systemId: row.partner_id ?? undefined,
    volumeId: row.remote_vol_id ?? undefined,
    volumeName: row.remote_vol_name ?? undefined,
  }
}

/** Seconds that the replica is behind: the age of the last state that was sent whole. Undefined: nothing was, ever. */
export function lagOf({ lastSuccess }: Relation, now: number): number | undefined {
  const time = lastSuccess?.time_queued ?? lastSuccess?.time_ended
  return time == null ? undefined : Math.max(0, now - time)
}

export type Protection = 'current' | 'late' | 'never' | 'failed'

/** How well the replica protects: a failure counts while the last session failed. */
export function protectionOf(relation: Relation, now: number): Protection {
  const lag = lagOf(relation, now)
  if (relation.sessions.find((session) => !isRunning(session))?.status === 'FAILED') return 'failed'
  if (lag === undefined) return 'never'
  return lag > relation.target ? 'late' : 'current'
}

/** A length of time, roughly: `3 h`, `2 days`. */
export function lagText(seconds: number): string {
  if (seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))} min`
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`
  return `${Math.round(seconds / 86_400)} days`
}
