import type { Alert, Attention } from '@vsnap/console-api/alert.ts'
import type { NoticeKind } from '@vsnap/console-api/notification.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Write } from '../database/batch.ts'
import type { Database } from '../database/schema.ts'
import type { Events } from '../events/events.ts'
import { alertOf, byWorst, type Row, rowOf } from './alert-rows.ts'
import { type Current, look } from './look.ts'
import type { RuleSettings } from './rule-settings.ts'
import type { Subjects } from './rule.ts'
import { checkUntil, type Silences } from './silences.ts'
import { createSteadiness } from './steadiness.ts'

/** What needs a person: at once on the overview, as an alert once it was so for long enough. */
export interface Alerts {
  /** What is so now and nobody wants to be spared, the worst first. */
  attention(): readonly Full<Attention>[]
  /** Open ones, the worst first; then the last that were cleared. */
  list(): Promise<Full<Alert>[]>
  /** @throws ApiError 404 NotFoundError */
  acknowledge(id: string, user: string): Promise<Full<Alert>>
  /** Until then (epoch seconds) nobody hears of it; null: as ever. @throws ApiError 404 NotFoundError, 400 InvalidParameterError */
  snooze(id: string, until: number | null, user: string): Promise<Full<Alert>>
  /**
   * Looks at everything: raises what is new, clears what is over. Nothing is raised twice, also after a restart. Whoever is to be
   * told has a notice that is on the disk together with what it tells.
   */
  evaluate(subjects: Subjects): Promise<void>
  /** Calls `listener` when there are notices that were not there before. */
  onNotice(listener: () => void): void
}

export interface AlertsDependencies {
  readonly db: Kysely<Database>
  readonly events: Events
  readonly settings: RuleSettings
  readonly silences: Silences
  readonly clock: Clock
  /** Seconds that something has to be over before its alert is cleared. */
  readonly settle?: number | undefined
}

/** Alerts that are kept once they are cleared. */
const keep = 500

export async function openAlerts(deps: AlertsDependencies): Promise<Alerts> {
  const { db, events, settings, silences, clock } = deps
  const rows = await db.selectFrom('alerts').selectAll().where('time_cleared', 'is', null).execute()
  const open = new Map<string, Row>(rows.map((row) => [row.key, row]))
  const steadiness = createSteadiness(deps.settle)
  const listeners: (() => void)[] = []
  let current = new Map<string, Current>()
  let now = clock()

  const shown = (row: Row) => alertOf(row, row.time_cleared === null ? silences.until(row.appliance_id) : null)
  const isSpared = (row: Row) => row.snoozed_until !== null || silences.until(row.appliance_id) !== null
  const known = (id: string): Row => {
    const row = [...open.values()].find((one) => one.id === id)
    if (row) return row
    throw new ApiError(404, 'NotFoundError', 'There is no open alert with this id. It may have been cleared.')
  }
  const change = async (id: string, values: Partial<Row>): Promise<Full<Alert>> => {
    known(id)
    await db.updateTable('alerts').set(values).where('id', '=', id).execute()
    // It may have been changed meanwhile.
    const row = { ...known(id), ...values }
    open.set(row.key, row)
    return shown(row)
  }
  const notice =
    (kind: NoticeKind, row: Row): Write =>
    (on) =>
      on
        .insertInto('notices')
        .values({ id: randomUUID(), time: now, kind, severity: row.severity, alert: JSON.stringify(shown(row)) })
        .execute()

  /** What is new of those that are open: told now if it is not yet, or again when nobody need be spared any longer. */
  const newsOf = (row: Row, writes: Write[]): Partial<Row> | undefined => {
    const isAwake = row.snoozed_until !== null && row.snoozed_until <= now
    const awake = isAwake ? { ...row, snoozed_until: null, snoozed_by: null } : row
    const isTold = !isSpared(awake) && row.acknowledged_by === null && (row.noticed === 0 || isAwake)
    if (!isAwake && !isTold) return undefined
    if (isTold) writes.push(notice(row.noticed === 0 ? 'raised' : 'again', awake))
    const values = {
      ...(isAwake ? { snoozed_until: null, snoozed_by: null } : {}),
      ...(isTold ? { noticed: 1 } : {}),
    }
    writes.push((on) => on.updateTable('alerts').set(values).where('id', '=', row.id).execute())
    return values
  }

  return {
    attention: () =>
      [...current.values()]
        .flatMap(({ finding }) => {
          const row = open.get(finding.key)
          if (row?.snoozed_until != null || silences.until(finding.appliance?.id ?? null) !== null) return []
          return [{ ...finding, acknowledged_by: row?.acknowledged_by ?? null }]
        })
        .toSorted(byWorst),

    async list() {
      const cleared = await db
        .selectFrom('alerts')
        .selectAll()
        .where('time_cleared', 'is not', null)
        .orderBy('time_cleared', 'desc')
        .limit(keep)
        .execute()
      return [...[...open.values()].toSorted(byWorst), ...cleared].map(shown)
    },

    acknowledge: (id, user) => change(id, { acknowledged_by: user, time_acknowledged: clock() }),

    snooze(id, until, user) {
      if (until !== null) checkUntil(until, clock())
      return change(id, { snoozed_until: until, snoozed_by: until === null ? null : user })
    },

    async evaluate(subjects) {
      now = subjects.now
      const before = current
      const seen = look(subjects, settings, { current, open })
      current = seen.current
      const isUnknown = new Set(
        subjects.appliances.flatMap(({ appliance: { id, error } }) => (error?.type === 'NotAskedYet' ? [id] : [])),
      )
      const isRegistered = new Set<string | null>([null, ...subjects.appliances.map(({ appliance: { id } }) => id)])
      const isOn = new Set(settings.list().flatMap(({ name, enabled }) => (enabled ? [name] : [])))
      const writes: Write[] = []
      const after: (() => void)[] = []

      for (const { finding, after: seconds } of current.values()) {
        if (open.has(finding.key) || now - finding.since < seconds) continue
        const row = rowOf(finding)
        const told = isSpared(row) ? row : { ...row, noticed: 1 }
        writes.push((on) => on.insertInto('alerts').values(told).execute())
        if (told.noticed === 1) writes.push(notice('raised', told))
        after.push(() => open.set(told.key, told))
        steadiness.raised(told.key, now)
      }
      for (const row of open.values()) {
        const isSo = current.has(row.key) || seen.covered.has(row.key)
        // Of one that was not asked yet nobody knows; of one that somebody works on nobody asks.
        if (isUnknown.has(row.appliance_id ?? '') || subjects.maintained.has(row.appliance_id ?? '')) continue
        if (isSo || (isOn.has(row.rule) && isRegistered.has(row.appliance_id) && !steadiness.isOver(row.key, now))) {
          if (isSo) steadiness.isSo(row.key, now)
          const news = newsOf(row, writes)
          // It may have been changed meanwhile by somebody.
          if (news) after.push(() => open.set(row.key, { ...(open.get(row.key) ?? row), ...news }))
          continue
        }
        const cleared = { ...row, time_cleared: now }
        writes.push((on) => on.updateTable('alerts').set({ time_cleared: now }).where('id', '=', row.id).execute())
        if (row.noticed === 1) writes.push(notice('cleared', cleared))
        after.push(() => open.delete(row.key))
        steadiness.cleared(row.key)
      }
      if (writes.length > 0) {
        // All or nothing: what is told is what was kept.
        await db.transaction().execute(async (on) => {
          for (const write of writes) await write(on)
        })
        for (const one of after) one()
        await prune(db)
        for (const listener of listeners) listener()
      }
      const isOther =
        writes.length > 0 ||
        current.size !== before.size ||
        [...current].some(([key, { finding }]) => before.get(key)?.finding.title !== finding.title)
      if (isOther) events.tell({ appliance: null, changes: ['alert'] })
    },

    onNotice: (listener) => void listeners.push(listener),
  }
}

async function prune(db: Kysely<Database>): Promise<void> {
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
