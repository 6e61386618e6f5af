import type { Kysely } from 'kysely'
import { statfs } from 'node:fs/promises'
import type { Registry } from '../appliances/registry.ts'
import type { Database } from '../database/schema.ts'
import type { Facts } from '../fleet/facts.ts'
import { isBehind, lagsOf, sidesOf } from '../fleet/lags.ts'
import type { PoolDetails } from '../fleet/pool-details.ts'
import type { Outlooks } from '../history/outlook.ts'
import type { LagTargets } from './lag-targets.ts'
import type { ConsoleSubject, Subjects } from './rule.ts'

/** Ways on which messages do not arrive now. */
export type Undelivered = () => ConsoleSubject['undelivered']

export interface SubjectsDependencies {
  readonly db: Kysely<Database>
  readonly registry: Registry
  readonly facts: Facts
  readonly outlooks: Outlooks
  readonly lagTargets: LagTargets
  readonly details: PoolDetails
  readonly data: string
}

/** Plans that are looked at, the newest first. */
const plansAtOnce = 50

/** Everything that the rules look at, as it is known now; no appliance is asked for it. */
export function openSubjects({ db, registry, facts, outlooks, lagTargets, details, data }: SubjectsDependencies) {
  let undelivered: Undelivered = () => []

  const consoleSubject = async (now: number): Promise<ConsoleSubject> => ({
    now,
    plans: await db
      .selectFrom('plans')
      .select(['id', 'title', 'state', 'undoing', 'time_ended'])
      .where('state', 'in', ['failed', 'unknown'])
      .orderBy('id', 'desc')
      .limit(plansAtOnce)
      .execute(),
    disk: await statfs(data).then(
      ({ bavail, blocks, bsize }) => ({ free: bavail * bsize, total: blocks * bsize }),
      () => null,
    ),
    undelivered: undelivered(),
  })

  return {
    async look(now: number): Promise<Subjects> {
      const behind = lagsOf(sidesOf(registry, facts)).filter((one) =>
        isBehind(one, lagTargets.of(one.relationship), now),
      )
      // Of one that somebody works on nothing new is said, and nothing is over.
      const all = registry.list()
      const watched = all.filter(({ maintenance }) => maintenance === null)
      const maintained = new Set(all.flatMap(({ id, maintenance }) => (maintenance === null ? [] : [id])))
      const appliances = watched.map((appliance) => ({
        now,
        appliance,
        facts: facts.of(appliance.id),
        forecastOf: ({ id }: { id: string }) => outlooks.of(appliance.id, id).forecast,
        lagTargetOf: (id: string) => lagTargets.of(id),
        behind: new Set(behind.flatMap(({ relationship, told }) => (told === appliance.id ? relationship : []))),
        details: details.of(appliance.id),
      }))
      return { now, appliances, maintained, console: await consoleSubject(now) }
    },
    /** Only who sends messages knows which do not arrive. */
    watch(source: Undelivered): void {
      undelivered = source
    },
  }
}
