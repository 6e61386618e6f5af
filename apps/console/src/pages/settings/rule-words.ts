import type { AlertRule, RuleThreshold } from '@vsnap/console-api/alert-rule.ts'

/** `2 minutes`, `90 %`, `2 times`. */
export function thresholdText({ unit }: RuleThreshold, value: number): string {
  if (unit === 'percent') return `${value} %`
  if (unit === 'minutes' && value === 0) return 'at once'
  return `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`
}

/** What a rule looks out for, with its threshold as it is: `A pool is more than 90 % used`. */
export const ruleText = ({ label, threshold }: AlertRule): string =>
  label.replace('…', threshold ? String(threshold.value) : '')
