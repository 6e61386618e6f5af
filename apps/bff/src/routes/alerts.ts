import type { alertEndpoints } from '@vsnap/console-api/alert.ts'
import type { alertRuleEndpoints } from '@vsnap/console-api/alert-rule.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Alerts } from '../alerts/alerts.ts'
import type { RuleSettings } from '../alerts/rule-settings.ts'
import type { Silences } from '../alerts/silences.ts'
import type { RouteContext } from './context.ts'

export interface AlertRoutes {
  readonly alerts: Alerts
  readonly ruleSettings: RuleSettings
  readonly silences: Silences
}

const nameOf = ({ caller }: RouteContext) => caller.user?.name ?? ''

/** What needs a person, and who wants to be spared. */
export function alertHandlers({ alerts, silences }: AlertRoutes): Handlers<typeof alertEndpoints, RouteContext> {
  return {
    async alertList() {
      const all = await alerts.list()
      return {
        alerts: all,
        total: all.length,
        open: all.filter(({ time_cleared: cleared }) => cleared === null).length,
      }
    },
    alertAcknowledge: ({ params }, context) => alerts.acknowledge(params.id, nameOf(context)),
    alertSnooze: ({ params, body }, context) => alerts.snooze(params.id, body.until, nameOf(context)),
    alertWake: ({ params }, context) => alerts.snooze(params.id, null, nameOf(context)),

    silenceList() {
      const all = silences.list()
      return { silences: all, total: all.length }
    },
    silenceSet: ({ params, body }, context) => silences.set(params.id, body.until, nameOf(context)),
    async silenceEnd({ params }) {
      await silences.end(params.id)
      return {}
    },
  }
}

/** What the console looks out for. */
export function alertRuleHandlers({ ruleSettings }: AlertRoutes): Handlers<typeof alertRuleEndpoints, RouteContext> {
  return {
    alertRuleList() {
      const rules = ruleSettings.list()
      return { rules, total: rules.length }
    },
    alertRuleUpdate: ({ params, body }) => ruleSettings.set(params.name, body),
  }
}
