import { alertEndpoints } from './alert.ts'
import { alertRuleEndpoints } from './alert-rule.ts'
import { applianceEndpoints } from './appliance.ts'
import { auditEndpoints } from './audit.ts'
import { fleetEndpoints } from './fleet.ts'
import { historyEndpoints } from './history.ts'
import { lagTargetEndpoints } from './lag-target.ts'
import { partnerCheckEndpoints } from './partner-check.ts'
import { notificationEndpoints } from './notification.ts'
import { planEndpoints } from './plan.ts'
import { replicaEndpoints } from './replica.ts'
import { reportEndpoints } from './report.ts'
import { sessionEndpoints } from './session.ts'
import { systemReportEndpoints } from './system-report.ts'
import { tokenEndpoints } from './token.ts'
import { userEndpoints } from './user.ts'
import { viewEndpoints } from './view.ts'

/** The console's own API. Paths are relative to `/api`. */
export const consoleApi = {
  ...sessionEndpoints,
  ...userEndpoints,
  ...applianceEndpoints,
  ...fleetEndpoints,
  ...auditEndpoints,
  ...planEndpoints,
  ...alertEndpoints,
  ...alertRuleEndpoints,
  ...notificationEndpoints,
  ...reportEndpoints,
  ...historyEndpoints,
  ...lagTargetEndpoints,
  ...partnerCheckEndpoints,
  ...replicaEndpoints,
  ...tokenEndpoints,
  ...viewEndpoints,
  ...systemReportEndpoints,
}

export type ConsoleApi = typeof consoleApi
export type ConsoleOperation = keyof ConsoleApi
