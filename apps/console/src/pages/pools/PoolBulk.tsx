import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar, nameInFleet } from '../../components/bulk/BulkBar.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import { lazy } from 'react'
import { words } from './words.ts'

const SnapshotPools = lazy(() => import('./pools-snapshot.tsx').then((module) => ({ default: module.SnapshotPools })))

/** What can be done with many pools. */
export default function PoolBulk(props: BulkProps<FleetRow<'pool'>>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="pools"
      nameOf={nameInFleet}
      actions={[
        { label: words.actions['snapshot-volumes'], dialog: SnapshotPools, refusal: refusal('snapshotCreate') },
      ]}
    />
  )
}
