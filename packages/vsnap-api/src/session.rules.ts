import type { Relationship } from './relationship.ts'
import type { Session } from './session.ts'
import type { SnapshotSummary } from './snapshot.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** Statuses of a session that has not ended (§14.1). */
export function isRunning({ status }: Session): boolean {
  return status === 'PENDING' || status === 'ACTIVE'
}

/** What may be done with sessions, and why not (§14). */
export const sessionCan = {
  /**
   * §14.1. `snapshot` is the one that was asked for; absent, one is made. A replica goes forward only: what is older
   * than the last snapshot that it got cannot follow it. (Ids grow with age.)
   */
  start(relationship: Relationship, snapshot?: SnapshotSummary): Verdict {
    if (relationship.local_role === 'replica')
      return refused(
        'NotApplicableError',
        `Relationship ${relationship.id} has its primary on the partner. Start the session there.`,
      )
    if (!snapshot) return allowed
    if (snapshot.parent_id !== relationship.local_vol_id)
      return refused(
        'InvalidParameterError',
        `Snapshot ${snapshot.name} is not one of volume ${relationship.local_vol_name ?? relationship.local_vol_id ?? ''}.`,
        'snap_id',
      )
    const last = relationship.last_success_snap_id
    return last != null && Number(snapshot.id) < Number(last)
      ? refused(
          'InvalidParameterError',
          `Snapshot ${snapshot.name} is older than the last one that was replicated (${last}); a replica goes forward only.`,
          'snap_id',
        )
      : allowed
  },

  /** §14.4. Only what has not ended. */
  cancel(session: Session): Verdict {
    return isRunning(session)
      ? allowed
      : refused(
          'NotApplicableError',
          `Session ${session.id} has ended already (${session.status ?? 'nobody knows how'}).`,
        )
  },
}
