import type { Silence } from '@vsnap/console-api/alert.ts'
import { invalidParameter } from '@vsnap/contract/error.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import { notFound } from '../appliances/errors.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'

/** Appliances of which nothing is told for a time. Times in epoch seconds. */
export interface Silences {
  list(): Full<Silence>[]
  /** Until when nothing is told of an appliance, because it is silenced or in maintenance; null: it is neither. */
  until(applianceId: string | null): number | null
  /** @throws ApiError 404 NotFoundError, 400 InvalidParameterError */
  set(applianceId: string, until: number, user: string): Promise<Full<Silence>>
  end(applianceId: string): Promise<void>
  onChange(listener: () => void): void
}

const longest = 365 * 86_400

/** @throws ApiError 400 InvalidParameterError for a time that has passed, or is more than a year away */
export function checkUntil(until: number, now: number): void {
  if (until > now && until <= now + longest) return
  throw invalidParameter('Choose a time that is yet to come, within a year.', 'until')
}

export async function openSilences(db: Kysely<Database>, registry: Registry, clock: Clock): Promise<Silences> {
  const rows = await db.selectFrom('silences').selectAll().execute()
  const silences = new Map(rows.map(({ appliance_id: id, until, name }) => [id, { until, user: name }]))
  const listeners: (() => void)[] = []
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    list: () =>
      registry.list().flatMap(({ id, name }) => {
        const one = silences.get(id)
        return one && one.until > clock() ? [{ appliance: { id, name }, ...one }] : []
      }),

    until(applianceId) {
      if (applianceId === null) return null
      const maintained = registry.view(applianceId)?.maintenance?.until ?? 0
      const until = Math.max(silences.get(applianceId)?.until ?? 0, maintained)
      return until > clock() ? until : null
    },

    async set(id, until, user) {
      const appliance = registry.view(id) ?? notFound(id)
      checkUntil(until, clock())
      await db
        .insertInto('silences')
        .values({ appliance_id: id, until, name: user })
        .onConflict((conflict) => conflict.column('appliance_id').doUpdateSet({ until, name: user }))
        .execute()
      silences.set(id, { until, user })
      tell()
      return { appliance: { id, name: appliance.name }, until, user }
    },

    async end(id) {
      await db.deleteFrom('silences').where('appliance_id', '=', id).execute()
      silences.delete(id)
      tell()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
