import { wholeFleet } from '../../api/fleet.ts'
import { useQuery } from '@tanstack/react-query'
import type { ShareOfVolume } from './share-verdict.ts'

/** All shares of the appliance that a row is on, as the fleet's list has them; none while they are read. */
export function useSharesOf(): (row: { readonly appliance: { readonly id: string } }) => readonly ShareOfVolume[] {
  const { data } = useQuery(wholeFleet('share'))
  const byAppliance = Map.groupBy(data?.items ?? [], ({ appliance }) => appliance.id)
  return ({ appliance }) => byAppliance.get(appliance.id) ?? []
}
