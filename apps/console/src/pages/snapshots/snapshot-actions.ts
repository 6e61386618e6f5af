import type { VsnapOperation } from '@vsnap/vsnap-api/api.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import type { SnapshotSummary } from '@vsnap/vsnap-api/snapshot.ts'
import type { Action } from '../../components/actions.tsx'
import { ruleText } from '../../components/form/submit.ts'
import { paths } from '../../paths.ts'

interface Context {
  readonly applianceId: string
  readonly refusal: (operation: VsnapOperation) => string | undefined
  readonly open: (dialog: 'delete') => void
  /** Where they are known; else the dialog looks for them. */
  readonly clones?: readonly { readonly name: string }[] | undefined
}

/** What can be done with a snapshot; the same in the list and on its page. */
export function snapshotActions(snapshot: SnapshotSummary, { applianceId, refusal, open, clones }: Context): Action[] {
  return [
    {
      label: 'Clone',
      to: paths.volumeCreate({ appliance: applianceId, snapshot: snapshot.id }),
      refusal: refusal('volumeClone'),
    },
    {
      label: 'Delete',
      onSelect: () => open('delete'),
      refusal: refusal('snapshotDelete') ?? ruleText(clones && snapshotCan.delete(snapshot, clones)),
      danger: true,
    },
  ]
}
