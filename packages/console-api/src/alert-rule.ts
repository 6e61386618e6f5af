import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { severities } from './alert.ts'

/** From where on something counts: a whole number of `unit`, within limits. `usual`: until somebody sets another one. */
export const ruleThreshold = open({
  value: z.int(),
  usual: z.int(),
  unit: z.enum(['minutes', 'hours', 'days', 'percent', 'times']),
  least: z.int(),
  most: z.int(),
})
export type RuleThreshold = z.output<typeof ruleThreshold>

/** What the console looks out for. `label`: in a few words, with `…` where the threshold goes. */
export const alertRule = open({
  name: z.string(),
  label: z.string(),
  severity: z.enum(severities),
  enabled: z.boolean(),
  usually_enabled: z.boolean(),
  threshold: ruleThreshold.nullable(),
})
export type AlertRule = z.output<typeof alertRule>

export const alertRuleEndpoints = defineEndpoints({
  alertRuleList: {
    method: 'GET',
    path: '/alert-rules',
    title: 'List alert rules',
    role: 'viewer',
    result: open({ rules: z.array(alertRule), total: z.int() }),
  },
  /** `threshold` absent: as it is; null: the usual one. 400 outside its limits, or when the rule has none. An alert of a rule that is turned off is cleared. */
  alertRuleUpdate: {
    method: 'PUT',
    path: '/alert-rules/:name',
    title: 'Set alert rule',
    role: 'admin',
    params: z.object({ name: z.string().min(1).max(64) }),
    body: z.strictObject({ enabled: z.boolean(), threshold: z.int('expected a whole number').nullable().optional() }),
    result: alertRule,
    changes: ['alert-rule', 'alert'],
  },
})
