import type { Attention } from '@vsnap/console-api/alert.ts'
import type { useRefusal } from '../api/person.ts'
import { paths } from '../paths.ts'
import type { Action } from './actions.tsx'
import { words } from './words.tsx'

/** The page of what an alert is about. */
export function objectPath({ appliance, object }: Pick<Attention, 'appliance' | 'object'>): string | undefined {
  if (!object) return undefined
  if (object.resource === 'plan') return paths.task(object.id)
  if (object.resource === 'notification') return paths.settings({ tab: 'notifications' })
  if (!appliance) return undefined
  if (object.resource === 'pool') return paths.pool(appliance.id, object.id)
  if (object.resource === 'volume') return paths.volume(appliance.id, object.id)
  if (object.resource === 'relationship') return paths.relationship(appliance.id, object.id)
  return undefined
}

/** The one thing that helps, as a button: it opens the right page, filled in. */
export function remedyOf(
  { remedy, appliance, object }: Pick<Attention, 'remedy' | 'appliance' | 'object'>,
  refusal: ReturnType<typeof useRefusal>,
): Action | undefined {
  if (remedy === 'look-at-task')
    return { label: words.remedies.openTask, to: object ? paths.task(object.id) : paths.tasks() }
  if (remedy === 'look-at-notifications')
    return { label: words.remedies.lookAtNotifications, to: paths.settings({ tab: 'notifications' }) }
  if (!appliance || !remedy) return undefined
  const { id } = appliance
  switch (remedy) {
    case 'look':
      return { label: words.remedies.openAppliance, to: paths.appliance(id) }
    case 'give-credentials':
      return {
        label: words.remedies.enterCredentials,
        to: paths.appliance(id, { do: 'edit' }),
        refusal: refusal('applianceUpdate'),
      }
    case 'compare-certificate':
      return {
        label: words.remedies.compareCertificate,
        to: paths.appliance(id, { do: 'trust' }),
        refusal: refusal('applianceUpdate'),
      }
    default:
      return object ? remedyOfObject(remedy, id, object.id, refusal) : undefined
  }
}

function remedyOfObject(
  remedy: Attention['remedy'],
  applianceId: string,
  id: string,
  refusal: ReturnType<typeof useRefusal>,
): Action | undefined {
  switch (remedy) {
    case 'expand-pool':
      return { label: words.remedies.expandPool, to: paths.poolExpand(applianceId, id), refusal: refusal('poolExpand') }
    case 'add-spare':
      return {
        label: words.remedies.addSpares,
        to: paths.pool(applianceId, id, { do: 'add-spare' }),
        refusal: refusal('poolAddSpare'),
      }
    case 'look-at-disks':
      return { label: words.remedies.lookAtDisks, to: paths.pool(applianceId, id, { tab: 'disks' }) }
    case 'start-session':
      return {
        label: words.remedies.startSession,
        to: paths.relationship(applianceId, id, { do: 'start' }),
        refusal: refusal('sessionStart'),
      }
    case 'look-at-replication':
      return { label: words.remedies.openRelationship, to: paths.relationship(applianceId, id) }
    case 'create-snapshot':
      return {
        label: words.remedies.createSnapshot,
        to: paths.volume(applianceId, id, { do: 'snapshot' }),
        refusal: refusal('snapshotCreate'),
      }
    default:
      return undefined
  }
}
