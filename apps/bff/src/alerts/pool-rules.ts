import type { Forecast } from '@vsnap/console-api/history.ts'
import { auxiliary, type Auxiliary } from '@vsnap/vsnap-api/pool.rules.ts'
import type { PoolSummary } from '@vsnap/vsnap-api/pool.ts'
import type { ApplianceRule } from './rule.ts'

const about = 'appliance'
const objectOf = ({ id, name }: PoolSummary) => ({ resource: 'pool', id, name })
const percent = (share: number) => `${Math.floor(share * 100)} %`
/** Points below its threshold that a pool has to come before it no longer counts as full. */
const hysteresis = 0.02
/** Times the days of its threshold that a pool has to have left before it no longer counts as full soon. */
const longer = 1.25

/** Share of a pool that is used; 0 when its size is not known. */
const usedShare = ({ size_used: used, size_total: total }: PoolSummary) => (used == null || !total ? 0 : used / total)

/** When it will be full, in words; a sentence of its own, or nothing. */
function fullWhen({ full: when }: Forecast): string {
  if (!when) return ''
  const days = Math.round(when.days)
  return days > 365 ? '' : ` At the present growth it is full in about ${days === 1 ? 'a day' : `${days} days`}.`
}

const fuller: ApplianceRule['find'] = ({ appliance, facts, forecastOf }, { threshold, isOpen }) =>
  facts.pools
    .filter((pool) => usedShare(pool) > threshold / 100 - (isOpen(pool.id) ? hysteresis : 0))
    .map((pool) => ({
      object: objectOf(pool),
      title: `Pool ${pool.name} on ${appliance.name} is ${percent(usedShare(pool))} used`,
      text: `Expand it, or delete what is no longer needed.${fullWhen(forecastOf(pool))}`,
    }))

export const poolNotOnline: ApplianceRule = {
  about,
  name: 'pool-not-online',
  label: 'A pool is not ONLINE',
  many: 'pools are not ONLINE',
  severity: 'danger',
  remedy: 'look-at-disks',
  find: ({ appliance, facts }) =>
    facts.pools
      .filter(({ status }) => status != null && status !== 'ONLINE')
      .map((pool) => ({
        object: objectOf(pool),
        title: `Pool ${pool.name} on ${appliance.name} is ${pool.status}`,
        text: 'Replace the disks that failed, or add a spare: it takes the place of a failed disk by itself.',
        // Nothing takes the place of a disk in raid0 (§7.1), and where a pool is gone a spare is no help.
        ...(pool.status === 'DEGRADED' && pool.pool_type !== 'raid0' ? { remedy: 'add-spare' as const } : {}),
      })),
}

export const poolFull: ApplianceRule = {
  about,
  name: 'pool-full',
  label: 'A pool is more than … % used (critical)',
  many: 'pools are nearly full',
  severity: 'danger',
  threshold: { usual: 90, unit: 'percent', least: 1, most: 99 },
  remedy: 'expand-pool',
  find: fuller,
}

export const poolFilling: ApplianceRule = {
  about,
  name: 'pool-filling',
  label: 'A pool is more than … % used',
  many: 'pools are getting full',
  severity: 'warning',
  threshold: { usual: 80, unit: 'percent', least: 1, most: 99 },
  remedy: 'expand-pool',
  find: fuller,
}

export const poolFullSoon: ApplianceRule = {
  about,
  name: 'pool-full-soon',
  label: 'A pool will be full in less than … days',
  many: 'pools fill up',
  severity: 'warning',
  threshold: { usual: 14, unit: 'days', least: 1, most: 365 },
  remedy: 'expand-pool',
  find: ({ appliance, facts, forecastOf }, { threshold, isOpen }) =>
    facts.pools
      .filter((pool) => (forecastOf(pool).full?.days ?? Infinity) < threshold * (isOpen(pool.id) ? longer : 1))
      .map((pool) => ({
        object: objectOf(pool),
        title: `Pool ${pool.name} on ${appliance.name} fills up`,
        text: `It is ${percent(usedShare(pool))} used. Expand it, or delete what is no longer needed.${fullWhen(forecastOf(pool))}`,
      })),
}

export const poolHealth: ApplianceRule = {
  about,
  name: 'pool-health',
  label: 'The health of a pool is under … %',
  many: 'pools are not in full health',
  severity: 'warning',
  threshold: { usual: 100, unit: 'percent', least: 1, most: 100 },
  remedy: 'look-at-disks',
  find: ({ appliance, facts }, { threshold }) =>
    facts.pools
      .filter(({ status, health }) => status === 'ONLINE' && health != null && health < threshold)
      .map((pool) => ({
        object: objectOf(pool),
        title: `Pool ${pool.name} on ${appliance.name} has a health of ${pool.health} %`,
        text: 'Look at its disks, and replace those that failed.',
      })),
}

const losses: Readonly<Record<Auxiliary, string>> = {
  log: 'Synchronous writes are slower until it is replaced: remove the log, and add another disk.',
  cache: 'Reads are slower until it is replaced: remove the cache, and add another disk.',
  spare: 'It can take no failed disk’s place: add another one.',
}

export const extraGone: ApplianceRule = {
  about,
  name: 'extra-disk-gone',
  label: 'A log, cache or spare disk is gone',
  many: 'pools have lost log, cache or spare disks',
  severity: 'warning',
  remedy: 'look-at-disks',
  find: ({ appliance, facts, details }) =>
    facts.pools.flatMap((pool) =>
      auxiliary.flatMap((use) => {
        // Before the list of disks was read nobody knows.
        const gone = (details.get(pool.id)?.extras[use] ?? []).filter(
          (uuid) => facts.disks.size > 0 && (facts.disks.get(uuid) ?? 'failed') === 'failed',
        )
        if (gone.length === 0) return []
        return {
          object: objectOf(pool),
          part: use,
          title: `Pool ${pool.name} on ${appliance.name} has lost ${gone.length === 1 ? `a ${use} disk` : `${gone.length} ${use} disks`}`,
          text: losses[use],
          ...(use === 'spare' ? { remedy: 'add-spare' as const } : {}),
        }
      }),
    ),
}
