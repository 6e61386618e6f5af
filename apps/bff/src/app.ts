import { alertEndpoints } from '@vsnap/console-api/alert.ts'
import { alertRuleEndpoints } from '@vsnap/console-api/alert-rule.ts'
import { applianceEndpoints } from '@vsnap/console-api/appliance.ts'
import { auditEndpoints } from '@vsnap/console-api/audit.ts'
import { fleetEndpoints } from '@vsnap/console-api/fleet.ts'
import { historyEndpoints } from '@vsnap/console-api/history.ts'
import { lagTargetEndpoints } from '@vsnap/console-api/lag-target.ts'
import { partnerCheckEndpoints } from '@vsnap/console-api/partner-check.ts'
import { notificationEndpoints } from '@vsnap/console-api/notification.ts'
import { planEndpoints } from '@vsnap/console-api/plan.ts'
import { replicaEndpoints } from '@vsnap/console-api/replica.ts'
import { reportEndpoints } from '@vsnap/console-api/report.ts'
import { sessionEndpoints } from '@vsnap/console-api/session.ts'
import { systemReportEndpoints } from '@vsnap/console-api/system-report.ts'
import { tokenEndpoints } from '@vsnap/console-api/token.ts'
import { userEndpoints } from '@vsnap/console-api/user.ts'
import { viewEndpoints } from '@vsnap/console-api/view.ts'
import { jsonBody } from '@vsnap/request-body/body.ts'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Enrolment } from './appliances/enrolment.ts'
import type { Watch } from './appliances/watch.ts'
import type { EventStreams } from './events/stream.ts'
import { answerErrors, logWrites, nothingHere, requestId, securityHeaders } from './http.ts'
import type { Views } from './fleet/views.ts'
import type { Notifications } from './notifications/notifications.ts'
import { alertHandlers, alertRuleHandlers, type AlertRoutes } from './routes/alerts.ts'
import { applianceHandlers, applianceOf } from './routes/appliances.ts'
import { auditHandlers } from './routes/audit.ts'
import type { Agents } from './proxy/agents.ts'
import type { ApplianceCalls } from './proxy/appliance-calls.ts'
import { vsnapProxy } from './proxy/vsnap-proxy.ts'
import { fleetHandlers, type FleetRoutes } from './routes/fleet.ts'
import { historyHandlers, type HistoryRoutes } from './routes/history.ts'
import { lagTargetHandlers } from './routes/lag-targets.ts'
import { mount } from './routes/mount.ts'
import { notificationHandlers } from './routes/notifications.ts'
import { openApiRoute } from './routes/openapi.ts'
import { partnerCheckHandlers } from './routes/partner-checks.ts'
import { planHandlers } from './routes/plans.ts'
import { replicaHandlers } from './routes/replicas.ts'
import { reportHandlers, type ReportRoutes } from './routes/report.ts'
import { sessionHandlers } from './routes/session.ts'
import { systemReportHandlers } from './routes/system-report.ts'
import { tokenHandlers } from './routes/tokens.ts'
import { userHandlers } from './routes/users.ts'
import { viewHandlers } from './routes/views.ts'
import type { Attempts } from './sessions/attempts.ts'
import type { SessionCookie } from './sessions/cookie.ts'
import type { FleetMetrics } from './metrics/metrics.ts'
import { identify, requireLogin, requirePerson, requireToken } from './sessions/identify.ts'
import { sameOriginWrites } from './sessions/origin.ts'
import type { People } from './sessions/people.ts'
import type { Sessions } from './sessions/sessions.ts'
import type { Tokens } from './sessions/tokens.ts'
import { staticConsole } from './static.ts'

export interface AppDependencies extends FleetRoutes, AlertRoutes, HistoryRoutes, ReportRoutes {
  readonly log: Logger
  readonly people: People
  readonly sessions: Sessions
  readonly tokens: Tokens
  readonly views: Views
  readonly attempts: Attempts
  readonly cookie: SessionCookie
  readonly enrolment: Enrolment
  readonly watch: Watch
  /** Connections to appliances, shared by the proxy and the fleet's lists. */
  readonly agents: Agents
  readonly calls: ApplianceCalls
  readonly streams: EventStreams
  readonly metrics: FleetMetrics
  readonly notifications: Notifications
  /** Whether the console speaks TLS. */
  readonly secure: boolean
  /** The directory of the built console; without it only the API is served. */
  readonly static?: string | undefined
  /** Rejects while the server can't do its work. */
  readonly ready: () => Promise<void>
}

/** The console's server, in the order in which a request meets it. */
export function createApp(deps: AppDependencies): Express {
  const { log, audit, people, sessions, tokens, cookie, registry, secure } = deps

  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple')
  app.use(requestId)
  app.use(securityHeaders(secure))
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  app.get('/readyz', (_req, res) => deps.ready().then(() => void res.json({ status: 'ready' })))
  app.get('/metrics', requireToken(tokens, 'metrics'), deps.metrics.handler)

  const api = express.Router()
  api.use((_req, res, next) => (res.setHeader('Cache-Control', 'no-store'), next()))
  api.use(deps.metrics.requests)
  api.use(logWrites(log))
  api.use(sameOriginWrites(secure))
  api.use(identify(sessions, cookie, tokens))
  api.use(jsonBody({ type: () => true }))

  api.get('/openapi.json', openApiRoute(cookie.name))
  mount(api, sessionEndpoints, sessionHandlers(deps), null)
  api.use(requireLogin)
  // First, because most calls go there.
  api.use('/appliances/:applianceId/vsnap', vsnapProxy({ registry, agents: deps.agents, calls: deps.calls }))
  api.get('/events', deps.streams.handler)
  api.use(['/users', '/tokens'], requirePerson)
  mount(api, userEndpoints, userHandlers(people, sessions, tokens, deps.views), audit)
  mount(api, tokenEndpoints, tokenHandlers(tokens), audit)
  mount(api, applianceEndpoints, applianceHandlers(deps), audit, applianceOf(registry))
  mount(api, auditEndpoints, auditHandlers(audit, registry), audit)
  mount(api, fleetEndpoints, fleetHandlers(deps), null)
  mount(api, planEndpoints, planHandlers(deps.plans), audit)
  mount(api, alertEndpoints, alertHandlers(deps), audit)
  mount(api, alertRuleEndpoints, alertRuleHandlers(deps), audit)
  mount(api, notificationEndpoints, notificationHandlers(deps.notifications), audit)
  mount(api, reportEndpoints, reportHandlers(deps), null)
  mount(api, historyEndpoints, historyHandlers(deps), null)
  mount(api, lagTargetEndpoints, lagTargetHandlers(deps), audit)
  mount(api, partnerCheckEndpoints, partnerCheckHandlers(deps), null)
  mount(api, replicaEndpoints, replicaHandlers(deps), null)
  mount(api, viewEndpoints, viewHandlers(deps), audit)
  mount(api, systemReportEndpoints, systemReportHandlers(deps), null)
  api.use(nothingHere)

  app.use('/api', api)
  if (deps.static !== undefined) app.use(staticConsole(deps.static))
  app.use(nothingHere)
  app.use(answerErrors(log))
  return app
}
