import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Logger } from 'pino'
import type { AppliancesTable, Database } from '../database/schema.ts'
import { alreadyRegistered } from './errors.ts'
import type { Identity } from './status.ts'
import type { Vault } from './vault.ts'

export type ApplianceRow = Selectable<AppliancesTable>

/** An appliance as it is kept; the password goes in and never comes out. */
export interface ApplianceRecord extends Omit<
  Insertable<AppliancesTable>,
  'password_sealed' | 'time_created' | 'time_updated' | 'labels' | 'notes' | `maintenance_${string}`
> {
  readonly password: string
}

/** How people tell an appliance apart, and what they should know of it. */
export interface Description {
  readonly labels?: readonly string[] | undefined
  readonly notes?: string | undefined
}

/** Work on an appliance that somebody announces; `until` in epoch seconds. */
export interface Work {
  readonly until: number
  readonly by: string
  readonly reason: string
}

/** The appliances in the database. What changes one answers what of its row is another now. */
export interface Records {
  all(): Promise<readonly ApplianceRow[]>
  /** null: it was sealed with another key. */
  passwordOf(row: ApplianceRow): string | null
  /** @throws ApiError 409 AlreadyRegistered */
  insert(record: ApplianceRecord): Promise<ApplianceRow>
  /** @throws ApiError 409 AlreadyRegistered */
  update(id: string, change: Partial<Omit<ApplianceRecord, 'id'>>): Promise<Partial<ApplianceRow>>
  describe(id: string, what: Description): Promise<Partial<ApplianceRow>>
  maintain(id: string, work: Work | null): Promise<Partial<ApplianceRow>>
  /** Only a memory of what the appliance will say again: nothing waits for it. */
  remember(id: string, found: Identity): void
  remove(id: string): Promise<void>
}

export function openRecords(db: Kysely<Database>, vault: Vault, log: Logger): Records {
  const write = (id: string, change: Partial<ApplianceRow>) =>
    db.updateTable('appliances').set(change).where('id', '=', id).execute()

  return {
    all: () => db.selectFrom('appliances').selectAll().execute(),

    passwordOf({ id, password_sealed }) {
      try {
        return vault.open(password_sealed, id)
      } catch {
        log.error({ appliance: id }, 'the password of an appliance cannot be opened with this key')
        return null
      }
    },

    async insert({ password, ...record }) {
      const now = Math.floor(Date.now() / 1000)
      const row: ApplianceRow = {
        fingerprint: null,
        system_id: null,
        init_status: null,
        vsnap_version: null,
        maintenance_until: null,
        maintenance_by: null,
        maintenance_reason: null,
        labels: null,
        notes: null,
        ...record,
        password_sealed: vault.seal(password, record.id),
        time_created: now,
        time_updated: now,
      }
      await refuseKnownSystem(row, () => db.insertInto('appliances').values(row).execute())
      return row
    },

    async update(id, { password, ...change }) {
      const sealed = password === undefined ? {} : { password_sealed: vault.seal(password, id) }
      const changed = { ...change, ...sealed, time_updated: Math.floor(Date.now() / 1000) }
      await refuseKnownSystem({ id, ...change }, () => write(id, changed))
      return changed
    },

    async describe(id, { labels, notes }) {
      const changed = {
        ...(labels && { labels: JSON.stringify([...new Set(labels)].sort()) }),
        ...(notes !== undefined && { notes }),
      }
      await write(id, changed)
      return changed
    },

    async maintain(id, work) {
      const changed = {
        maintenance_until: work?.until ?? null,
        maintenance_by: work?.by ?? null,
        maintenance_reason: work?.reason ?? null,
      }
      await write(id, changed)
      return changed
    },

    remember(id, found) {
      write(id, found).catch((error: unknown) =>
        log.error({ err: error, appliance: id }, 'not kept: what an appliance said'),
      )
    },

    async remove(id) {
      await db.deleteFrom('appliances').where('id', '=', id).execute()
    },
  }

  /** Two people may add the same system at once: the database lets one of them win. */
  async function refuseKnownSystem<T>(
    row: { id: string; system_id?: string | null | undefined },
    write: () => Promise<T>,
  ): Promise<T> {
    try {
      return await write()
    } catch (error) {
      const first = row.system_id
        ? await db
            .selectFrom('appliances')
            .select(['id', 'name'])
            .where('system_id', '=', row.system_id)
            .executeTakeFirst()
        : undefined
      throw first && first.id !== row.id ? alreadyRegistered(first) : error
    }
  }
}
