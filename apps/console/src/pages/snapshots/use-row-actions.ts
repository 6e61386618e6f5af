import { wholeFleet, type FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import type { Action } from '../../components/actions.tsx'
import { useClones } from '../../components/dialogs/use-clones.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { useQuery } from '@tanstack/react-query'
import { snapshotActions } from './snapshot-actions.ts'

/**
 * What can be done with a snapshot of the list, as its own page knows it; undefined until the console's server has said what is
 * replicated. Whether it has clones has to be asked from its appliance, and may come later.
 */
export function useRowActions(row: FleetRow<'snapshot'>): readonly Action[] | undefined {
  const { id: applianceId } = row.appliance
  const refusal = useRefusal()
  const dialog = useDialog()
  const relationships = useQuery(wholeFleet('relationship', { appliance: applianceId }))
  const { clones } = useClones(applianceId, row.id)
  // What cannot be read at all keeps no menu closed: the appliance decides then.
  if (relationships.isLoading) return undefined
  return snapshotActions(row, {
    applianceId,
    refusal,
    open: (name) => dialog.open(name, `${applianceId}/${row.id}`),
    clones,
    relationships: relationships.data?.items,
  })
}
