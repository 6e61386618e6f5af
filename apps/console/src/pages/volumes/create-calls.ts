import { plannedCall, type PlannedCall } from '../../api/plans.ts'
import { bodiesOf, type CreateValues, type PoolRow } from './create-values.ts'

/** Everything that the wizard will do, in its order: all volumes first. */
export function callsOf(values: CreateValues, pool: PoolRow): PlannedCall[] {
  return bodiesOf(values, pool).map((body) => plannedCall(pool.appliance, 'volumeCreate', { body }))
}
