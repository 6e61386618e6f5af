import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar } from '../../components/bulk/BulkBar.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import { said } from '../../ui/isolated.ts'
import { lazy } from 'react'

const SnapshotPools = lazy(() => import('./pools-snapshot.tsx').then((module) => ({ default: module.SnapshotPools })))

/** What can be done with many pools. */
export default function PoolBulk(props: BulkProps<FleetRow<'pool'>>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="pools"
      nameOf={({ name, appliance }) => said`${name} on ${appliance.name}`}
      actions={[{ label: 'Snapshot every volume', dialog: SnapshotPools, refusal: refusal('snapshotCreate') }]}
    />
  )
}
