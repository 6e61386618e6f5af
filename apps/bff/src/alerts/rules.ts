import type { Attention, Remedy, Severity } from '@vsnap/console-api/alert.ts'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Forecast } from '@vsnap/console-api/history.ts'
import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import type { PoolSummary } from '@vsnap/vsnap-api/pool.ts'
import type { ApplianceFacts } from '../fleet/facts.ts'

/** What rules look at: one appliance, or what the console itself knows. */
export interface Subject {
  /** Epoch seconds. */
  readonly now: number
  readonly appliance: Appliance
  readonly facts: ApplianceFacts
  readonly forecastOf: (pool: PoolSummary) => Forecast
  /** Seconds that the replica of a relationship (id) may be behind. */
  readonly lagTargetOf: (relationship: string) => number
}

/** What a rule says of one thing. `since` when it knows better than when it was first seen. */
export interface Found {
  readonly object?: NonNullable<Attention['object']>
  readonly title: string
  readonly text: string
  readonly since?: number
}

export interface Rule {
  readonly name: string
  readonly severity: Severity
  /** Seconds that it has to be so before an alert is raised; the overview shows it at once. */
  readonly after: number
  readonly remedy: Remedy | null
  /** `isOpen`: it was so before, and takes more to be over than it took to begin. */
  find(subject: Subject, isOpen: (objectId?: string) => boolean): readonly Found[]
}

const objectOf = ({ id, name }: PoolSummary) => ({ resource: 'pool', id, name })
const percent = (share: number) => `${Math.floor(share * 100)} %`
/** Points below its threshold that a pool has to come before it no longer counts as full. */
const hysteresis = 0.02
const full = { warning: 0.8, danger: 0.9 }
/** Days. */
const soon = 14

const inState =
  (state: Appliance['state'], title: (name: string) => string): Rule['find'] =>
  ({ appliance }) =>
    appliance.state === state && appliance.error?.type !== 'NotAskedYet'
      ? [{ title: title(appliance.name), text: appliance.error?.message ?? '', since: appliance.since }]
      : []

/** Share of a pool that is used; 0 when its size is not known. */
const usedShare = ({ size_used: used, size_total: total }: PoolSummary) => (used == null || !total ? 0 : used / total)

/** When it will be full, in words; a sentence of its own, or nothing. */
function fullWhen({ full: when }: Forecast): string {
  if (!when) return ''
  const days = Math.round(when.days)
  return days > 365 ? '' : ` At the present growth it is full in about ${days === 1 ? 'a day' : `${days} days`}.`
}

const fuller =
  (from: number, below: number): Rule['find'] =>
  ({ appliance, facts, forecastOf }, isOpen) =>
    facts.pools
      .filter((pool) => {
        const share = usedShare(pool)
        return share < below && share > from - (isOpen(pool.id) ? hysteresis : 0)
      })
      .map((pool) => ({
        object: objectOf(pool),
        title: `Pool ${pool.name} on ${appliance.name} is ${percent(usedShare(pool))} used`,
        text: `Expand it, or delete what is no longer needed.${fullWhen(forecastOf(pool))}`,
      }))

/** What needs a person, the worst first. */
export const rules: readonly Rule[] = [
  {
    name: 'appliance-unreachable',
    severity: 'danger',
    after: 120,
    remedy: 'look',
    find: inState('unreachable', (name) => `${name} does not answer`),
  },
  {
    name: 'certificate-changed',
    severity: 'danger',
    after: 0,
    remedy: 'compare-certificate',
    find: inState('certificate-changed', (name) => `${name} shows another certificate`),
  },
  {
    name: 'credentials-rejected',
    severity: 'danger',
    after: 0,
    remedy: 'give-credentials',
    find: inState('credentials-rejected', (name) => `${name} rejects the console’s user name or password`),
  },
  {
    name: 'pool-not-online',
    severity: 'danger',
    after: 0,
    remedy: 'look-at-disks',
    find: ({ appliance, facts }) =>
      facts.pools
        .filter(({ status }) => status != null && status !== 'ONLINE')
        .map((pool) => ({
          object: objectOf(pool),
          title: `Pool ${pool.name} on ${appliance.name} is ${pool.status}`,
          text: 'Look at its disks: replace those that failed, or add a spare.',
        })),
  },
  {
    name: 'pool-full',
    severity: 'danger',
    after: 0,
    remedy: 'expand-pool',
    find: fuller(full.danger, Infinity),
  },
  {
    name: 'pool-filling',
    severity: 'warning',
    after: 0,
    remedy: 'expand-pool',
    find: fuller(full.warning, full.danger),
  },
  {
    name: 'pool-full-soon',
    severity: 'warning',
    after: 0,
    remedy: 'expand-pool',
    find: ({ appliance, facts, forecastOf }) =>
      facts.pools
        .filter((pool) => usedShare(pool) <= full.warning && (forecastOf(pool).full?.days ?? Infinity) < soon)
        .map((pool) => ({
          object: objectOf(pool),
          title: `Pool ${pool.name} on ${appliance.name} fills up`,
          text: `It is ${percent(usedShare(pool))} used.${fullWhen(forecastOf(pool))}`,
        })),
  },
  {
    name: 'pool-health',
    severity: 'warning',
    after: 0,
    remedy: 'look-at-disks',
    find: ({ appliance, facts }) =>
      facts.pools
        .filter(({ status, health }) => status === 'ONLINE' && health != null && health < 100)
        .map((pool) => ({
          object: objectOf(pool),
          title: `Pool ${pool.name} on ${appliance.name} has a health of ${pool.health} %`,
          text: 'Look at its disks.',
        })),
  },
  {
    name: 'relationship-failed',
    severity: 'warning',
    after: 0,
    remedy: 'look-at-replication',
    find: ({ appliance, facts }) =>
      facts.relationships
        .filter(({ local_role: role, last_sync_status: status }) => role === 'primary' && status === 'FAILED')
        .map(({ id, local_vol_name: volume, remote_vol_name: replica }) => ({
          object: { resource: 'relationship', id, name: volume ?? id },
          title: `Replication of ${volume ?? id} on ${appliance.name} failed`,
          text: facts.failed.get(id) || `The last session to ${replica ?? 'its replica'} failed. Start one again.`,
        })),
  },
  {
    name: 'relationship-late',
    severity: 'warning',
    after: 0,
    remedy: 'look-at-replication',
    find: ({ appliance, facts, now, lagTargetOf }) =>
      facts.relationships
        .filter((one) => one.last_sync_status !== 'FAILED' && isBehind(one, facts, lagTargetOf(one.id), now))
        .map(({ id, local_vol_name: volume }) => ({
          object: { resource: 'relationship', id, name: volume ?? id },
          title: `The replica of ${volume ?? id} on ${appliance.name} is behind`,
          text: `It was not brought up to date within ${lagTargetText(lagTargetOf(id))}, its target. Start a session.`,
        })),
  },
  {
    name: 'another-system',
    severity: 'warning',
    after: 0,
    remedy: 'look',
    find: ({ appliance }) =>
      appliance.error?.type === 'AnotherSystem'
        ? [{ title: `Another system answers at the address of ${appliance.name}`, text: appliance.error.message }]
        : [],
  },
]

/** A relationship of this side that did not succeed within its target (seconds), though it is older than that. */
export function isBehind(
  { id, local_role: role, time_created: made }: ApplianceFacts['relationships'][number],
  { succeeded }: ApplianceFacts,
  target: number,
  now: number,
): boolean {
  return role === 'primary' && now - Math.max(succeeded.get(id) ?? 0, made ?? 0) > target
}
