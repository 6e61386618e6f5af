// What people read of what the console looks out for, and from where on.
import { figure, plural } from '../../ui/plural.ts'
import type { AlertRule, RuleThreshold } from '@vsnap/console-api/alert-rule.ts'

const amounts: Readonly<Record<RuleThreshold['unit'], (value: number) => string>> = {
  minutes: (value) => (value === 0 ? 'at once' : plural(value, { one: '# minute', other: '# minutes' })),
  hours: (value) => plural(value, { one: '# hour', other: '# hours' }),
  days: (value) => plural(value, { one: '# day', other: '# days' }),
  times: (value) => plural(value, { one: '# time', other: '# times' }),
  percent: (value) => `${figure(value)} %`,
}

/** `2 minutes`, `90 %`, `2 times`. */
export const thresholdText = ({ unit }: RuleThreshold, value: number): string => amounts[unit](value)

/** What a rule looks out for, with its threshold as it is: `A pool is more than 90 % used`. */
export const ruleText = ({ label, threshold }: AlertRule): string =>
  label.replace('…', threshold ? figure(threshold.value) : '')
