import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import type { SnapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import type { Action } from '../../components/actions.tsx'
import { paths } from '../../paths.ts'
import { words } from './words.ts'

interface Context {
  readonly applianceId: string
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: 'delete') => void
  /** What is in the way of deleting it, where that is known; else the dialog looks for it. */
  readonly clones?: readonly { readonly name: string }[] | undefined
  readonly relationships?: readonly Relationship[] | undefined
}

/** What can be done with a snapshot; the same in the list and on its page. */
export function snapshotActions(
  snapshot: SnapshotSummary,
  { applianceId, refusal, open, clones = [], relationships = [] }: Context,
): Action[] {
  return [
    {
      label: words.actions.clone,
      to: paths.volumeCreate({ appliance: applianceId, snapshot: snapshot.id }),
      refusal: refusal('volumeClone'),
    },
    {
      label: words.actions.delete,
      onSelect: () => open('delete'),
      refusal:
        refusal('snapshotDelete') ??
        reasonOf(all(whileReplicated.deleteSnapshot(snapshot, relationships), snapshotCan.delete(snapshot, clones))),
      danger: true,
    },
  ]
}
