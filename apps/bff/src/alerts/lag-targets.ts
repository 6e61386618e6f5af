import type { LagTargets as Shown } from '@vsnap/console-api/lag-target.ts'
import { usualLag } from '@vsnap/console-api/lag-target.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Events } from '../events/events.ts'

/** How far replicas may be behind (seconds): one target for all, and another for those that have one of their own. */
export interface LagTargets {
  of(relationship: string): number
  view(): Full<Shown>
  /** Of all that have none of their own. */
  setUsual(seconds: number): Promise<void>
  /** Null: as all the others again. */
  set(relationship: string, seconds: number | null): Promise<void>
  onChange(listener: () => void): void
}

/** Under which the usual one is kept. */
const all = ''

export async function openLagTargets(db: Kysely<Database>, events: Events): Promise<LagTargets> {
  const rows = await db.selectFrom('lag_targets').selectAll().execute()
  const targets = new Map(rows.map(({ relationship, seconds }) => [relationship, Number(seconds)]))
  const listeners: (() => void)[] = []
  const usual = () => targets.get(all) ?? usualLag

  const change = async (relationship: string, seconds: number | null) => {
    if (seconds === null) {
      await db.deleteFrom('lag_targets').where('relationship', '=', relationship).execute()
      targets.delete(relationship)
    } else {
      await db
        .insertInto('lag_targets')
        .values({ relationship, seconds })
        .onConflict((conflict) => conflict.column('relationship').doUpdateSet({ seconds }))
        .execute()
      targets.set(relationship, seconds)
    }
    events.tell({ appliance: null, changes: ['lag-target'] })
    for (const listener of listeners) listener()
  }

  return {
    of: (relationship) => targets.get(relationship) ?? usual(),
    view: () => ({
      usual: usual(),
      own: [...targets].flatMap(([relationship, seconds]) => (relationship === all ? [] : [{ relationship, seconds }])),
    }),
    setUsual: (seconds) => change(all, seconds),
    set: change,
    onChange: (listener) => void listeners.push(listener),
  }
}
