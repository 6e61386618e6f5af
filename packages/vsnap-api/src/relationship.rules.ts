import type { Relationship } from './relationship.ts'
import type { Session } from './session.ts'
import { isRunning } from './session.rules.ts'
import type { SnapshotSummary } from './snapshot.ts'
import { allowed, refused, type Verdict } from './verdict.ts'
import type { VolumeSummary } from './volume.ts'

/** The relationship in which a volume is somebody else's copy. */
export function replicaIn(volumeId: string, relationships: readonly Relationship[]): Relationship | undefined {
  return relationships.find(({ local_vol_id: id, local_role: role }) => id === volumeId && role === 'replica')
}

/** Whose copy a replica is, or which copy there is of a primary: by its volume's name, which people know, and the relationship that has to go first. */
function tie({ id, local_role: role, remote_vol_name: other }: Relationship): string {
  if (role === 'replica')
    return other == null
      ? `the replica in relationship ${id}`
      : `the replica of ${other} on another system (relationship ${id})`
  return other == null
    ? `the primary in relationship ${id}`
    : `replicated to ${other} on another system (relationship ${id})`
}

/** A change that a volume refuses while it is a replica. */
function unlessReplica(
  volume: VolumeSummary,
  relationships: readonly Relationship[],
  what: string,
  field?: string,
): Verdict {
  const relationship = replicaIn(volume.id, relationships)
  if (!relationship) return allowed
  return refused('ReplicatedError', `Volume ${volume.name} is ${tie(relationship)}: ${what}`, field)
}

/** What a volume refuses while a relationship stands, beside its own rules: a replica is its primary's copy (§13). */
export const whileReplicated = {
  /** Neither end goes while the other counts on it. */
  delete(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    const relationship = relationships.find(({ local_vol_id: id }) => id === volume.id)
    if (!relationship) return allowed
    return refused('ReplicatedError', `Volume ${volume.name} is ${tie(relationship)}. Delete the relationship first.`)
  },

  /** §7.5. Nor does a pool with such a volume. */
  deletePool(volumes: readonly VolumeSummary[], relationships: readonly Relationship[]): Verdict {
    const [first] = volumes.map((volume) => whileReplicated.delete(volume, relationships)).filter(({ ok }) => !ok)
    return first ?? allowed
  },

  rename(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    return unlessReplica(volume, relationships, 'it keeps its name while the relationship stands.')
  },

  resize(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    return unlessReplica(volume, relationships, 'its size follows the primary’s.')
  },

  share(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    return unlessReplica(volume, relationships, 'it cannot be shared. Clone a snapshot of it and share the clone.')
  },

  map(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    return unlessReplica(volume, relationships, 'it cannot be mapped. Clone a snapshot of it and map the clone.')
  },

  /** §8.1. A host writes into the file, and with it into the copy. */
  backFile(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    const what = 'it holds no backing file. Clone a snapshot of it and use the clone.'
    return unlessReplica(volume, relationships, what, 'parent_id')
  },

  snapshot(volume: VolumeSummary, relationships: readonly Relationship[]): Verdict {
    return unlessReplica(volume, relationships, 'its snapshots come from the primary, by replication.')
  },

  /** The newest snapshot of a replica is what the next session builds on. */
  deleteSnapshot(snapshot: SnapshotSummary, relationships: readonly Relationship[]): Verdict {
    const relationship = replicaIn(snapshot.parent_id ?? '', relationships)
    if (relationship?.last_success_snap_id == null || relationship.last_success_snap_id !== snapshot.id) return allowed
    return refused(
      'ReplicatedError',
      `Snapshot ${snapshot.name} is the newest one of ${relationship.local_vol_name ?? 'its volume'}, which is ${tie(relationship)}: the next session builds on it.`,
    )
  },
}

/** What may be done with relationships, and why not (§13). */
export const relationshipCan = {
  /** §13.1. May this volume be replicated to that partner? `relationships` are those of the volume's system. */
  create(volume: VolumeSummary, partnerId: string | undefined, relationships: readonly Relationship[]): Verdict {
    if (volume.volume_type === 'filebackedlun')
      return refused(
        'NotApplicableError',
        `Volume ${volume.name} is a filebackedlun: its data is a file in its parent filesystem. Replicate that filesystem.`,
      )
    const replica = replicaIn(volume.id, relationships)
    if (replica)
      return refused(
        'NotApplicableError',
        `Volume ${volume.name} is ${tie(replica)}; a replica is not replicated further. Clone a snapshot of it and replicate the clone.`,
      )
    const same = relationships.find(
      ({ local_vol_id: id, partner_id: partner }) => id === volume.id && partner === partnerId,
    )
    return same
      ? refused(
          'AlreadyExistsError',
          `Volume ${volume.name} has a relationship with this partner already: ${same.remote_vol_name == null ? same.id : `it is replicated to ${same.remote_vol_name} there (relationship ${same.id})`}.`,
          'partner_id',
        )
      : allowed
  },

  /** §13.4. Not while a session of it waits or runs. */
  delete(relationship: Relationship, sessions: readonly Session[]): Verdict {
    const running = sessions.find((session) => session.rel_id === relationship.id && isRunning(session))
    return running
      ? refused(
          'InUseError',
          `Session ${running.id} of ${relationship.local_vol_name == null ? `relationship ${relationship.id}` : `volume ${relationship.local_vol_name}`} is ${running.status ?? 'running'}. Cancel it, or wait for its end.`,
        )
      : allowed
  },
}
