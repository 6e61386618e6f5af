import { useRefusal } from '../../api/person.ts'
import { BulkBar, nameInFleet } from '../../components/bulk/BulkBar.tsx'
import { useRelationshipsOf } from '../../components/bulk/use-relationships-of.ts'
import { replicateAction } from '../../components/bulk/replicate.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { lazy } from 'react'
import { useParams } from 'react-router'
import { words } from './words.tsx'

/** A volume that nothing protects; `newest`: when its last snapshot was made (epoch seconds). */
export interface UnprotectedVolume {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly id: string
  readonly name: string
  readonly newest: number | null
}

const SnapshotVolumes = lazy(() =>
  import('../../components/dialogs/SnapshotVolumes.tsx').then((module) => ({ default: module.SnapshotVolumes })),
)

/** What protects many volumes at once. */
export default function UnprotectedBulk(props: BulkProps<UnprotectedVolume>) {
  const { without } = useParams()
  const refusal = useRefusal()
  const relationshipsOf = useRelationshipsOf()
  return (
    <BulkBar
      {...props}
      what="volumes"
      nameOf={nameInFleet}
      actions={[
        without === 'snapshot'
          ? {
              label: words.unprotected.actions.createSnapshots,
              dialog: SnapshotVolumes,
              refusal: refusal('snapshotCreate'),
              without: (row) => reasonOf(whileReplicated.snapshot(row, relationshipsOf(row))),
            }
          : replicateAction(props.rows, refusal('relationshipCreate'), relationshipsOf),
      ]}
    />
  )
}
