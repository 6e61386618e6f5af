import { wholeFleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import type { Action } from '../../components/actions.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { useQuery } from '@tanstack/react-query'
import { deletionOf, useRelations } from './relations.ts'
import { volumeActions } from './volume-actions.ts'
import type { VolumeRow } from './volume-columns.tsx'

/**
 * What can be done with a volume of the list, as its own page knows it; undefined until the console's server has said what
 * the rules go by. Only whether clones keep it from being deleted has to be asked from its appliance, and may come later.
 */
export function useRowActions(row: VolumeRow): readonly Action[] | undefined {
  const { id: applianceId } = row.appliance
  const refusal = useRefusal()
  const dialog = useDialog()
  const relationships = useQuery(wholeFleet('relationship', { appliance: applianceId }))
  const shares = useQuery(wholeFleet('share', { appliance: applianceId }))
  const { data: relations } = useRelations(applianceId, row)
  // What cannot be read at all keeps no menu closed: the appliance decides then.
  if (relationships.isLoading || shares.isLoading) return undefined
  const share = shares.data?.items.find(({ vol_id: id }) => id === row.id)
  const actions = volumeActions(
    { ...row, share_id: share?.id },
    {
      applianceId,
      refusal,
      open: (name) => dialog.open(name, `${applianceId}/${row.id}`),
      deletion: relations && deletionOf(row, relations),
      relationships: relationships.data?.items,
    },
  )
  return Object.values(actions)
}
