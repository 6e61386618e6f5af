import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar } from '../../components/bulk/BulkBar.tsx'
import { appliancesOf } from '../../components/bulk/counted.ts'
import type { BulkProps } from '../../components/table/selection.ts'
import { paths } from '../../paths.ts'
import { relationshipCan, whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import type { VolumeRow } from './volume-columns.tsx'

const SnapshotVolumes = lazy(() =>
  import('../../components/dialogs/SnapshotVolumes.tsx').then((module) => ({ default: module.SnapshotVolumes })),
)
const MapVolumes = lazy(() => import('./volumes-map.tsx').then((module) => ({ default: module.MapVolumes })))
const DeleteVolumes = lazy(() => import('./volumes-delete.tsx').then((module) => ({ default: module.DeleteVolumes })))

/** What can be done with many volumes. */
export default function VolumeBulk(props: BulkProps<VolumeRow>) {
  const refusal = useRefusal()
  // Where replication is not to be had, the appliances themselves decide.
  const { data: relationships } = useQuery(fleet('relationship'))
  const of = Map.groupBy(relationships?.items ?? [], ({ appliance }) => appliance.id)
  const replicated = ({ appliance }: VolumeRow) => of.get(appliance.id) ?? []
  const appliances = appliancesOf(props.rows)
  return (
    <BulkBar
      {...props}
      what="volumes"
      nameOf={({ name, appliance }) => `${name} on ${appliance.name}`}
      actions={[
        {
          label: 'Create snapshots',
          dialog: SnapshotVolumes,
          refusal: refusal('snapshotCreate'),
          without: (row) => reasonOf(all(volumeCan.snapshot(row), whileReplicated.snapshot(row, replicated(row)))),
        },
        {
          label: 'Replicate',
          to: (rows) => paths.replicate({ appliance: appliances[0]?.id, volume: rows.map(({ id }) => id) }),
          refusal:
            refusal('relationshipCreate') ??
            (appliances.length > 1
              ? `They are on ${appliances.length} appliances; volumes of one are replicated at a time.`
              : undefined),
          without: (row) => reasonOf(relationshipCan.create(row, undefined, replicated(row))),
        },
        {
          label: 'Map to hosts',
          dialog: MapVolumes,
          refusal: refusal('volumeMap'),
          without: (row) => reasonOf(all(volumeCan.map(row), whileReplicated.map(row, replicated(row)))),
        },
        {
          label: 'Delete',
          danger: true,
          dialog: DeleteVolumes,
          refusal: refusal('volumeDelete'),
          without: (row) => reasonOf(whileReplicated.delete(row, replicated(row))),
        },
      ]}
    />
  )
}
