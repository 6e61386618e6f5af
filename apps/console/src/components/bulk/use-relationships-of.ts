import { wholeFleet } from '../../api/fleet.ts'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import { useQuery } from '@tanstack/react-query'

/**
 * All relationships of the appliance that a row is on, as the fleet's list has them; none while they are read, and where
 * replication is not to be had: the appliances themselves decide then.
 */
export function useRelationshipsOf(): (row: {
  readonly appliance: { readonly id: string }
}) => readonly Relationship[] {
  const { data } = useQuery(wholeFleet('relationship'))
  const byAppliance = Map.groupBy(data?.items ?? [], ({ appliance }) => appliance.id)
  return ({ appliance }) => byAppliance.get(appliance.id) ?? []
}
