import type { FleetRow } from '../../api/fleet.ts'
import { type Appliance, isKnownNow } from '@vsnap/console-api/appliance.ts'
import type { Lag, LagTargets } from '@vsnap/console-api/lag-target.ts'
import { isRunning } from '@vsnap/vsnap-api/session.rules.ts'
import { words } from './words.tsx'

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
  /** Which end says nothing now (its appliance does not answer, is not in this console, or has forgotten it). */
  readonly silent: 'primary' | 'replica' | 'both' | undefined
  readonly status: string | undefined
  /** Its newest sessions, the newest first: of a large fleet not all are listed. */
  readonly sessions: readonly SessionRow[]
  /** The last of these that was completed; undefined also when it is longer ago than what is listed. */
  readonly lastSuccess: SessionRow | undefined
  /** When the newest snapshot was made that both ends have. */
  readonly succeeded: number | undefined
  /** The last session that ended failed. */
  readonly hasFailed: boolean
  readonly running: SessionRow | undefined
  readonly created: number | null | undefined
  /** Seconds that the replica may be behind before it counts as late; and whether that is a target of its own. */
  readonly target: number
  readonly hasOwnTarget: boolean
}

/** Sessions that were queued in the same second follow each other by their ids. */
export const newestFirst = (a: SessionRow, b: SessionRow): number =>
  (b.time_queued ?? 0) - (a.time_queued ?? 0) || Number(b.id) - Number(a.id)

const endOf = ({ time_ended: ended, time_queued: queued }: SessionRow) => ended ?? queued ?? 0

/** The session that ended last. One that is canceled while it waits ends before one that was queued before it. */
export function lastEndedOf(sessions: readonly SessionRow[]): SessionRow | undefined {
  return sessions
    .filter((session) => !isRunning(session))
    .toSorted((a, b) => endOf(b) - endOf(a) || newestFirst(a, b))[0]
}

/** Joins what both ends say of each relationship. */
export function joinRelations(
  rows: readonly RelationshipRow[],
  sessions: readonly SessionRow[],
  appliances: readonly Appliance[],
  { usual, own: targets }: LagTargets,
  lags: readonly Lag[],
): Relation[] {
  const bySystem = new Map(appliances.flatMap((each) => (each.system_id ? [[each.system_id, each] as const] : [])))
  const systemOf = new Map(appliances.map((each) => [each.id, each.system_id ?? undefined]))
  const answering = new Set(appliances.filter(isKnownNow).map(({ id }) => id))
  const targetOf = new Map(targets.map(({ relationship, seconds }) => [relationship, seconds]))
  const lagById = new Map(lags.map((lag) => [lag.relationship, lag]))
  const byRelation = Map.groupBy(sessions, ({ rel_id: relation }) => relation)
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, reports]): Relation[] => {
    const primary = reports.find(({ local_role: role }) => role === 'primary')
    const replica = reports.find(({ local_role: role }) => role === 'replica')
    const said = primary ?? replica
    if (!said) return []
    const [isPrimary, isReplica] = [primary, replica].map((row) => row !== undefined && answering.has(row.appliance.id))
    const own = (byRelation.get(id) ?? []).toSorted(newestFirst)
    const lastSuccess = own.find(({ status }) => status === 'COMPLETED')
    const lag = lagById.get(id)
    // What just now was completed is listed before the lag is told anew; else that is told of the snapshot, which may be an old one.
    const isNews = lastSuccess !== undefined && lastSuccess.id !== lag?.session
    const succeeded = Math.max(
      isNews ? (lastSuccess.time_queued ?? lastSuccess.time_ended ?? 0) : 0,
      lag?.succeeded ?? 0,
    )
    const lastEnded = lastEndedOf(own)
    return [
      {
        id,
        primary: primary ? localEnd(primary, systemOf) : remoteEnd(said, bySystem),
        replica: replica ? localEnd(replica, systemOf) : remoteEnd(said, bySystem),
        from: primary?.appliance,
        known: said.appliance,
        silent: isPrimary ? (isReplica ? undefined : 'replica') : isReplica ? 'primary' : 'both',
        status: primary?.last_sync_status ?? undefined,
        sessions: own,
        lastSuccess,
        succeeded: succeeded === 0 ? undefined : succeeded,
        hasFailed: lastEnded ? lastEnded.status === 'FAILED' : (lag?.failed ?? false),
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

/** Seconds that the replica is behind: the age of the newest snapshot that both ends have. Undefined: there is none. */
export function lagOf({ succeeded }: Relation, now: number): number | undefined {
  return succeeded === undefined ? undefined : Math.max(0, now - succeeded)
}

export type Protection = 'current' | 'late' | 'never' | 'failed'

/** How well the replica protects: a failure counts while the last session failed. */
export function protectionOf(relation: Relation, now: number): Protection {
  const lag = lagOf(relation, now)
  if (relation.hasFailed) return 'failed'
  if (lag === undefined) return 'never'
  return lag > relation.target ? 'late' : 'current'
}

/** From the worst on. */
export const protections: readonly Protection[] = ['failed', 'late', 'never', 'current']

/** The worst protected first; of those that are alike the one that is furthest behind, or has waited longest for a first time. */
export function worstFirst(relations: readonly Relation[], now: number): Relation[] {
  const behind = (relation: Relation) => lagOf(relation, now) ?? now - (relation.created ?? now)
  const rank = (relation: Relation) => protections.indexOf(protectionOf(relation, now))
  return relations.toSorted((a, b) => rank(a) - rank(b) || behind(b) - behind(a))
}

/** A length of time, roughly: `3 h`, `2 days`. */
export function lagText(seconds: number): string {
  if (seconds < 3600) return words.lag.minutes(Math.max(1, Math.round(seconds / 60)))
  if (seconds < 48 * 3600) return words.lag.hours(Math.round(seconds / 3600))
  return words.lag.days(Math.round(seconds / 86_400))
}
