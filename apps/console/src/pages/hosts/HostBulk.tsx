import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar } from '../../components/bulk/BulkBar.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import { said } from '../../ui/isolated.ts'
import { lazy } from 'react'

const DeleteHosts = lazy(() => import('./hosts-delete.tsx').then((module) => ({ default: module.DeleteHosts })))

/** What can be done with many hosts. */
export default function HostBulk(props: BulkProps<FleetRow<'host'>>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="hosts"
      nameOf={({ name, appliance }) => said`${name} on ${appliance.name}`}
      actions={[{ label: 'Delete', danger: true, dialog: DeleteHosts, refusal: refusal('hostDelete') }]}
    />
  )
}
