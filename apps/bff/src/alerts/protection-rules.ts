import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import type { ApplianceFacts } from '../fleet/facts.ts'
import type { ApplianceRule } from './rule.ts'

const about = 'appliance'
type Relationship = ApplianceFacts['relationships'][number]

const objectOf = ({ id, local_vol_name: volume }: Relationship) => ({
  resource: 'relationship',
  id,
  name: volume ?? id,
})

export const relationshipFailed: ApplianceRule = {
  about,
  name: 'relationship-failed',
  label: 'Sessions of a relationship failed … times in a row',
  many: 'replications failed',
  severity: 'warning',
  threshold: { usual: 2, unit: 'times', least: 1, most: 20 },
  remedy: 'start-session',
  find: ({ appliance, facts }, { threshold, isOpen }) =>
    facts.relationships
      .filter(({ local_role: role, last_sync_status: status }) => role === 'primary' && status === 'FAILED')
      .map((one) => {
        const volume = one.local_vol_name ?? one.id
        const times = facts.failures.get(one.id) ?? 1
        return {
          object: objectOf(one),
          title: `Replication of ${volume} on ${appliance.name} failed`,
          text: `${facts.failed.get(one.id) || `The last session to ${one.remote_vol_name ?? 'its replica'} failed.`} ${
            times > 1 ? `${times} sessions in a row failed. ` : ''
          }Start one again.`,
          // Once may be chance: the overview tells, nobody is woken.
          isEarly: times < threshold && !isOpen(one.id),
        }
      }),
}

export const relationshipLate: ApplianceRule = {
  about,
  name: 'relationship-late',
  label: 'A replica is further behind than its target',
  many: 'replicas are behind',
  severity: 'warning',
  remedy: 'start-session',
  find: ({ appliance, facts, behind, lagTargetOf }) =>
    facts.relationships
      .filter((one) => one.last_sync_status !== 'FAILED' && behind.has(one.id))
      .map((one) => {
        const target = lagTargetText(lagTargetOf(one.id))
        return one.local_role === 'primary'
          ? {
              object: objectOf(one),
              title: `The replica of ${one.local_vol_name ?? one.id} on ${appliance.name} is behind`,
              text: `It was not brought up to date within ${target}, its target. Start a session.`,
            }
          : {
              object: objectOf(one),
              title: `The replica ${one.local_vol_name ?? one.id} on ${appliance.name} is behind`,
              text: `Nothing arrived from ${one.remote_vol_name ?? 'its volume'} within ${target}, its target. Sessions are started on the system that has the volume, which is not in this console.`,
              remedy: 'look-at-replication' as const,
            }
      }),
}

export const volumeWithoutSnapshot: ApplianceRule = {
  about,
  name: 'volume-without-snapshot',
  label: 'A volume has had no snapshot for … hours',
  many: 'volumes have no recent snapshot',
  severity: 'warning',
  threshold: { usual: 24, unit: 'hours', least: 1, most: 8_760 },
  remedy: 'create-snapshot',
  isOff: true,
  find: ({ appliance, facts, now }, { threshold }) =>
    facts.volumes
      .filter(({ id }) => now - (facts.newest.get(id) ?? 0) > threshold * 3_600)
      .map(({ id, name }) => ({
        object: { resource: 'volume', id, name },
        title: `Volume ${name} on ${appliance.name} has no snapshot of the last ${threshold} h`,
        text: 'Create one, or look why whatever makes them does not.',
      })),
}
