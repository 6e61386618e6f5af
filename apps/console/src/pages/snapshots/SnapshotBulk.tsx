import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar, nameInFleet } from '../../components/bulk/BulkBar.tsx'
import { useRelationshipsOf } from '../../components/bulk/use-relationships-of.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { lazy } from 'react'
import { words } from './words.ts'

const DeleteSnapshots = lazy(() =>
  import('./snapshots-delete.tsx').then((module) => ({ default: module.DeleteSnapshots })),
)

/** What can be done with many snapshots. */
export default function SnapshotBulk(props: BulkProps<FleetRow<'snapshot'>>) {
  const refusal = useRefusal()
  const relationshipsOf = useRelationshipsOf()
  return (
    <BulkBar
      {...props}
      what="snapshots"
      nameOf={nameInFleet}
      actions={[
        {
          label: words.actions.delete,
          danger: true,
          dialog: DeleteSnapshots,
          refusal: refusal('snapshotDelete'),
          without: (row) => reasonOf(whileReplicated.deleteSnapshot(row, relationshipsOf(row))),
        },
      ]}
    />
  )
}
