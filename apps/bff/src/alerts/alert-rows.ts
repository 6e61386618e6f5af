import type { Alert, Attention } from '@vsnap/console-api/alert.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Selectable } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { AlertsTable } from '../database/schema.ts'
import { rules } from './rules.ts'

/** An alert as it is kept. */
export type Row = Selectable<AlertsTable>
/** What a rule found. */
export type Finding = Omit<Full<Attention>, 'acknowledged_by'>

const ranks = new Map(rules.map(({ name }, rank) => [name, rank]))

/** The worst first: what is critical, then the order of the rules, then the oldest. */
export function byWorst(
  a: Pick<Attention, 'severity' | 'rule' | 'since'>,
  b: Pick<Attention, 'severity' | 'rule' | 'since'>,
): number {
  const rankOf = ({ severity, rule }: typeof a) =>
    (severity === 'danger' ? 0 : rules.length) + (ranks.get(rule) ?? rules.length)
  return rankOf(a) - rankOf(b) || a.since - b.since
}

/** A new alert of what was found. */
export function rowOf({ appliance, object, ...found }: Finding): Row {
  return {
    ...found,
    id: randomUUID(),
    appliance_id: appliance?.id ?? null,
    appliance_name: appliance?.name ?? null,
    object: object && JSON.stringify(object),
    time_cleared: null,
    acknowledged_by: null,
    time_acknowledged: null,
    snoozed_until: null,
    snoozed_by: null,
    noticed: 0,
  }
}

export function alertOf(row: Row, silencedUntil: number | null): Full<Alert> {
  const { appliance_id, appliance_name, object, noticed: _, ...rest } = row
  return {
    ...rest,
    appliance: appliance_id === null ? null : { id: appliance_id, name: appliance_name ?? appliance_id },
    object: object === null ? null : (JSON.parse(object) as NonNullable<Full<Alert>['object']>),
    silenced_until: silencedUntil,
  }
}
