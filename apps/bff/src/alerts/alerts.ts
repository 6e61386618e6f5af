import type { Alert, Attention } from '@vsnap/console-api/alert.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Kysely, Selectable } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { AlertsTable, Database } from '../database/schema.ts'
import type { Events } from '../events/events.ts'
import { type Rule, rules, type Subject } from './rules.ts'

/** What needs a person: at once on the overview, as an alert once it was so for long enough. */
export interface Alerts {
  /** What is so now, the worst first. */
  attention(): readonly Attention[]
  /** Open ones, the worst first; then the last that were cleared. */
  list(): Promise<Alert[]>
  /** @throws ApiError 404 NotFoundError */
  acknowledge(id: string, user: string): Promise<Alert>
  /** Looks at everything: raises what is new, clears what is over. Nothing is raised twice, also after a restart. */
  evaluate(subjects: readonly Subject[], now: number): Promise<void>
}

/** Seconds that something has to be over before its alert is cleared: what flaps stays one alert. */
const clearAfter = 60
/** Alerts that are kept once they are cleared. */
const keep = 500

type Row = Selectable<AlertsTable>
/** What a rule found, and the seconds that it has to be so for an alert. */
interface Current {
  readonly found: Omit<Attention, 'acknowledged_by'>
  readonly after: number
}

export async function openAlerts(db: Kysely<Database>, events: Events): Promise<Alerts> {
  const rows = await db.selectFrom('alerts').selectAll().where('time_cleared', 'is', null).execute()
  const open = new Map<string, Row>(rows.map((row) => [row.key, row]))
  /** Since when an open alert's cause is not there any more. */
  const over = new Map<string, number>()
  let current = new Map<string, Current>()

  const raise = async ({ found }: Current) => {
    const row = rowOf(found)
    await db.insertInto('alerts').values(row).execute()
    open.set(found.key, row)
  }
  const clear = async (row: Row, now: number) => {
    await db.updateTable('alerts').set({ time_cleared: now }).where('id', '=', row.id).execute()
    open.delete(row.key)
    over.delete(row.key)
    const oldest = await db
      .selectFrom('alerts')
      .select('time_cleared')
      .where('time_cleared', 'is not', null)
      .orderBy('time_cleared', 'desc')
      .offset(keep)
      .limit(1)
      .executeTakeFirst()
    if (oldest) await db.deleteFrom('alerts').where('time_cleared', '<=', oldest.time_cleared).execute()
  }

  return {
    attention: () =>
      [...current.values()]
        .map(({ found }) => ({ ...found, acknowledged_by: open.get(found.key)?.acknowledged_by ?? null }))
        .toSorted((a, b) => worst(a) - worst(b) || a.since - b.since),

    async list() {
      const cleared = await db
        .selectFrom('alerts')
        .selectAll()
        .where('time_cleared', 'is not', null)
        .orderBy('time_cleared', 'desc')
        .limit(keep)
        .execute()
      const alerts = [...open.values()].map(alertOf).toSorted((a, b) => worst(a) - worst(b) || a.since - b.since)
      return [...alerts, ...cleared.map(alertOf)]
    },

    async acknowledge(id, user) {
      const row = [...open.values()].find((one) => one.id === id)
      if (!row)
        throw new ApiError(404, 'NotFoundError', 'There is no open alert with this id. It may have been cleared.')
      const change = { acknowledged_by: user, time_acknowledged: Math.floor(Date.now() / 1000) }
      await db.updateTable('alerts').set(change).where('id', '=', id).execute()
      const changed = { ...row, ...change }
      open.set(row.key, changed)
      return alertOf(changed)
    },

    async evaluate(subjects, now) {
      const before = current
      current = new Map(
        subjects
          .flatMap((subject) => rules.flatMap((rule) => find(rule, subject, before, open)))
          .map((one) => [one.found.key, one]),
      )
      let isOther = current.size !== before.size
      for (const one of current.values()) {
        const { key, title, since } = one.found
        over.delete(key)
        isOther ||= before.get(key)?.found.title !== title
        if (open.has(key) || now - since < one.after) continue
        await raise(one)
        isOther = true
      }
      for (const row of open.values()) {
        if (current.has(row.key)) continue
        const since = over.get(row.key) ?? now
        over.set(row.key, since)
        // One that is not registered any more is nobody's concern.
        const isGone = !subjects.some(({ appliance }) => appliance.id === row.appliance_id)
        if (now - since < clearAfter && !isGone) continue
        await clear(row, now)
        isOther = true
      }
      if (isOther) events.tell({ appliance: null, changes: ['alert'] })
    },
  }
}

function find(
  rule: Rule,
  subject: Subject,
  before: ReadonlyMap<string, Current>,
  open: ReadonlyMap<string, Row>,
): Current[] {
  const { appliance, now } = subject
  const keyOf = (objectId = '') => `${rule.name}/${appliance.id}/${objectId}`
  const isOpen = (objectId?: string) => before.has(keyOf(objectId)) || open.has(keyOf(objectId))
  return rule.find(subject, isOpen).map(({ object = null, title, text, since }) => {
    const key = keyOf(object?.id)
    const found = {
      key,
      rule: rule.name,
      severity: rule.severity,
      appliance: { id: appliance.id, name: appliance.name },
      object,
      title,
      text,
      remedy: rule.remedy,
      since: open.get(key)?.since ?? before.get(key)?.found.since ?? since ?? now,
    }
    return { found, after: rule.after }
  })
}

const worst = ({ severity, rule }: Pick<Attention, 'severity' | 'rule'>) =>
  (severity === 'danger' ? 0 : rules.length) + rules.findIndex(({ name }) => name === rule)

function rowOf({ appliance, object, ...found }: Current['found']): Row {
  return {
    ...found,
    id: randomUUID(),
    appliance_id: appliance?.id ?? null,
    appliance_name: appliance?.name ?? null,
    object: object && JSON.stringify(object),
    time_cleared: null,
    acknowledged_by: null,
    time_acknowledged: null,
  }
}

function alertOf({ appliance_id, appliance_name, object, ...row }: Row): Alert {
  return {
    ...row,
    appliance: appliance_id === null ? null : { id: appliance_id, name: appliance_name ?? appliance_id },
    object: object === null ? null : (JSON.parse(object) as Alert['object']),
  }
}
