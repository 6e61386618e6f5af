import type { AlertRule } from '@vsnap/console-api/alert-rule.ts'
import { ApiError, invalidParameter } from '@vsnap/contract/error.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import { ruleOf, rules } from './rules.ts'
import type { Rule } from './rule.ts'

/** Which rules are on, and from where on they count. */
export interface RuleSettings {
  list(): Full<AlertRule>[]
  isOn(rule: Rule): boolean
  /** 0 for a rule that has none. */
  thresholdOf(rule: Rule): number
  /** `threshold` undefined: as it is; null: the usual one. @throws ApiError 404 NotFoundError, 400 InvalidParameterError */
  set(name: string, change: { enabled: boolean; threshold?: number | null | undefined }): Promise<Full<AlertRule>>
  onChange(listener: () => void): void
}

export async function openRuleSettings(db: Kysely<Database>): Promise<RuleSettings> {
  const rows = await db.selectFrom('alert_rules').selectAll().execute()
  const set = new Map(rows.map((row) => [row.name, { enabled: row.enabled === 1, threshold: row.threshold }]))
  const listeners: (() => void)[] = []

  const isOn = (rule: Rule) => set.get(rule.name)?.enabled ?? rule.isOff !== true
  const thresholdOf = (rule: Rule) => set.get(rule.name)?.threshold ?? rule.threshold?.usual ?? 0
  const viewOf = (rule: Rule): Full<AlertRule> => ({
    name: rule.name,
    label: rule.label,
    severity: rule.severity,
    enabled: isOn(rule),
    usually_enabled: rule.isOff !== true,
    threshold: rule.threshold ? { ...rule.threshold, value: thresholdOf(rule) } : null,
  })

  return {
    list: () => rules.map(viewOf),
    isOn,
    thresholdOf,
    async set(name, change) {
      const rule = ruleOf(name)
      if (!rule) throw new ApiError(404, 'NotFoundError', `There is no rule named ${name}.`)
      const { enabled } = change
      const threshold = change.threshold === undefined ? (set.get(name)?.threshold ?? null) : change.threshold
      if (threshold !== null) check(rule, threshold)
      await db
        .insertInto('alert_rules')
        .values({ name, enabled: Number(enabled), threshold })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ enabled: Number(enabled), threshold }))
        .execute()
      set.set(name, { enabled, threshold })
      for (const listener of listeners) listener()
      return viewOf(rule)
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

function check({ threshold: limits }: Rule, value: number): void {
  if (limits && value >= limits.least && value <= limits.most) return
  throw invalidParameter(
    limits ? `Give a threshold from ${limits.least} to ${limits.most}.` : 'This rule has no threshold.',
    'threshold',
  )
}
