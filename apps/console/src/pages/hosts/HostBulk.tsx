import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar, nameInFleet } from '../../components/bulk/BulkBar.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import { lazy } from 'react'
import { words } from './words.tsx'

const DeleteHosts = lazy(() => import('./hosts-delete.tsx').then((module) => ({ default: module.DeleteHosts })))

/** What can be done with many hosts. */
export default function HostBulk(props: BulkProps<FleetRow<'host'>>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="hosts"
      nameOf={nameInFleet}
      actions={[{ label: words.actions.delete, danger: true, dialog: DeleteHosts, refusal: refusal('hostDelete') }]}
    />
  )
}
