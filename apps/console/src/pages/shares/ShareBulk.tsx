import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { BulkBar, nameInFleet } from '../../components/bulk/BulkBar.tsx'
import type { BulkProps } from '../../components/table/selection.ts'
import { lazy } from 'react'
import { words } from './words.ts'

const DeleteShares = lazy(() => import('./shares-delete.tsx').then((module) => ({ default: module.DeleteShares })))

/** What can be done with many shares. */
export default function ShareBulk(props: BulkProps<FleetRow<'share'>>) {
  const refusal = useRefusal()
  return (
    <BulkBar
      {...props}
      what="shares"
      nameOf={nameInFleet}
      actions={[{ label: words.actions.delete, danger: true, dialog: DeleteShares, refusal: refusal('shareDelete') }]}
    />
  )
}
