import { useRefusal } from '../../api/person.ts'
import { BulkBar, nameInFleet } from '../../components/bulk/BulkBar.tsx'
import { useRelationshipsOf } from '../../components/bulk/use-relationships-of.ts'
import { replicateAction } from '../../components/bulk/replicate.ts'
import { shareVerdict } from '../../components/share/share-verdict.ts'
import { useSharesOf } from '../../components/share/use-shares-of.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { lazy } from 'react'
import type { VolumeRow } from './volume-columns.tsx'
import { words } from './words.ts'

const { actionsOfMany } = words

const SnapshotVolumes = lazy(() =>
  import('../../components/dialogs/SnapshotVolumes.tsx').then((module) => ({ default: module.SnapshotVolumes })),
)
const ShareVolumes = lazy(() => import('./volumes-share.tsx').then((module) => ({ default: module.ShareVolumes })))
const MapVolumes = lazy(() => import('./volumes-map.tsx').then((module) => ({ default: module.MapVolumes })))
const DeleteVolumes = lazy(() => import('./volumes-delete.tsx').then((module) => ({ default: module.DeleteVolumes })))

/** What can be done with many volumes. */
export default function VolumeBulk(props: BulkProps<VolumeRow>) {
  const refusal = useRefusal()
  const relationshipsOf = useRelationshipsOf()
  const sharesOf = useSharesOf()
  return (
    <BulkBar
      {...props}
      what="volumes"
      nameOf={nameInFleet}
      actions={[
        {
          label: actionsOfMany.snapshot,
          dialog: SnapshotVolumes,
          refusal: refusal('snapshotCreate'),
          without: (row) => reasonOf(all(volumeCan.snapshot(row), whileReplicated.snapshot(row, relationshipsOf(row)))),
        },
        {
          label: actionsOfMany.share,
          dialog: ShareVolumes,
          refusal: refusal('shareCreate'),
          without: (row) => reasonOf(shareVerdict(row, sharesOf(row), relationshipsOf(row))),
        },
        {
          label: actionsOfMany.map,
          dialog: MapVolumes,
          refusal: refusal('volumeMap'),
          without: (row) => reasonOf(all(volumeCan.map(row), whileReplicated.map(row, relationshipsOf(row)))),
        },
        replicateAction(props.rows, refusal('relationshipCreate'), relationshipsOf),
        {
          label: actionsOfMany.delete,
          danger: true,
          dialog: DeleteVolumes,
          refusal: refusal('volumeDelete'),
          without: (row) => reasonOf(whileReplicated.delete(row, relationshipsOf(row))),
        },
      ]}
    />
  )
}
