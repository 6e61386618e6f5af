import type { Attention } from '@vsnap/console-api/alert.ts'
import type { useRefusal } from '../api/person.ts'
import { paths } from '../paths.ts'
import type { Action } from './actions.tsx'

/** The page of what an alert is about. */
export function objectPath({ appliance, object }: Pick<Attention, 'appliance' | 'object'>): string | undefined {
  if (!appliance || !object) return undefined
  if (object.resource === 'pool') return paths.pool(appliance.id, object.id)
  if (object.resource === 'relationship') return paths.relationship(appliance.id, object.id)
  return undefined
}

/** The one thing that helps, as a button: it opens the right page, filled in. */
export function remedyOf(
  { remedy, appliance, object }: Pick<Attention, 'remedy' | 'appliance' | 'object'>,
  refusal: ReturnType<typeof useRefusal>,
): Action | undefined {
  if (!appliance || !remedy) return undefined
  const { id } = appliance
  switch (remedy) {
    case 'look':
      return { label: 'Open appliance', to: paths.appliance(id) }
    case 'give-credentials':
      return {
        label: 'Enter credentials',
        to: paths.appliance(id, { do: 'edit' }),
        refusal: refusal('applianceUpdate'),
      }
    case 'compare-certificate':
      return {
        label: 'Compare certificate',
        to: paths.appliance(id, { do: 'trust' }),
        refusal: refusal('applianceUpdate'),
      }
    case 'expand-pool':
      return object
        ? { label: 'Expand pool', to: paths.poolExpand(id, object.id), refusal: refusal('poolExpand') }
        : undefined
    case 'look-at-disks':
      return object ? { label: 'Look at disks', to: paths.pool(id, object.id, { tab: 'disks' }) } : undefined
    case 'look-at-replication':
      return object ? { label: 'Open relationship', to: paths.relationship(id, object.id) } : undefined
    case 'look-at-task':
      return { label: 'Open tasks', to: paths.tasks() }
    default:
      return undefined
  }
}
