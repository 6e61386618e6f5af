import type { SnapshotSummary } from './snapshot.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** What may be done with snapshots, and why not (§8.6, §11). */
export const snapshotCan = {
  /** `siblings` are the snapshots of the same volume. */
  name(wanted: string, siblings: readonly SnapshotSummary[]): Verdict {
    if (wanted.trim() === '')
      return refused('InvalidParameterError', 'A snapshot needs a name, or none to get one made.', 'name')
    if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,254}$/.test(wanted)) {
      return refused(
        'InvalidParameterError',
        'A snapshot’s name starts with a letter or digit, has only letters, digits, and the characters _ . : -, and at most 255 of them.',
        'name',
      )
    }
    return siblings.some(({ name }) => name === wanted)
      ? refused(
          'AlreadyExistsError',
          `The volume has a snapshot with the name ${wanted} already. Choose another name.`,
          'name',
        )
      : allowed
  },

  /** §11.3: not while it has clones. */
  delete(snapshot: SnapshotSummary, clones: readonly { readonly name: string }[]): Verdict {
    if (clones.length === 0) return allowed
    return refused(
      'HasClonesError',
      `Snapshot ${snapshot.name} has clones: ${clones.map(({ name }) => name).join(', ')}. Delete them first.`,
    )
  },
}
