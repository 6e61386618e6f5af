import { lockDirectory } from '@vsnap/data-directory/lock.ts'
import { sql } from 'kysely'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { isIPv6 } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import { answerClientError } from './http.ts'
import { createEnrolment } from './appliances/enrolment.ts'
import { openRegistry } from './appliances/registry.ts'
import { createVault, secretKey } from './appliances/vault.ts'
import { startWatch } from './appliances/watch.ts'
import { openAudit } from './audit/audit.ts'
import { machineClock, type Clock } from './clock.ts'
import type { Configuration } from './configuration.ts'
import { openDatabase } from './database/open.ts'
import { startCollector } from './collector/collector.ts'
import { openModel } from './collector/model.ts'
import { createEvents } from './events/events.ts'
import { createEventStreams } from './events/stream.ts'
import { openInsight } from './insight.ts'
import { dailyReport } from './fleet/report.ts'
import { openNotifications, type NotifyPatience } from './notifications/notifications.ts'
import { openPlans, type PlanPatience } from './plans/open.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createAgents } from './proxy/agents.ts'
import { createApplianceCalls } from './proxy/appliance-calls.ts'
import { createAttempts } from './sessions/attempts.ts'
import { sessionCookie } from './sessions/cookie.ts'
import { ensureFirstAdmin, type FirstAdmin } from './sessions/first-admin.ts'
import { openPeople } from './sessions/people.ts'
import { openSessions } from './sessions/sessions.ts'
import { openTokens } from './sessions/tokens.ts'
import { openViews } from './fleet/views.ts'

export interface RunningConsole {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  readonly firstAdmin: FirstAdmin
  /** Takes no more requests, lets those under way end (10 s at most), writes what is to be kept. */
  stop(): Promise<void>
}

const patience = 10_000

/** Milliseconds; what is absent is as usual: connect 5 s, answer 30 s, a row of a fleet's list 4 s. */
export interface Patience {
  readonly connect?: number
  readonly answer?: number
  readonly fleet?: number
  readonly plans?: PlanPatience
  readonly notify?: NotifyPatience
  /** For alerts and messages; the machine's when absent. */
  readonly clock?: Clock
  /** False: lists are read only when somebody looks at them. */
  readonly background?: boolean
  /** Times as long as usual between two looks at an appliance, and two reads of a list. */
  readonly pace?: number
}

/**
 * Opens everything and listens. The port is taken first, so that a second start by mistake changes nothing.
 * @throws Error that says what is in the way
 */
export async function startConsole(
  configuration: Configuration,
  log: Logger,
  waits: Patience = {},
): Promise<RunningConsole> {
  const { data, tls, lifetime, alertsSettle: settle } = configuration
  const secure = tls !== undefined
  mkdirSync(data, { recursive: true })
  // Nobody else on this machine has any business in there.
  chmodSync(data, 0o700)

  let listener: RequestListener = (_req, res) => void res.writeHead(503, { 'Retry-After': '1' }).end()
  const server = makeServer((req, res) => listener(req, res), tls)
  const url = await listen(server, configuration, secure)
  let unlock: (() => void) | undefined
  try {
    // Two would read every appliance twice, and carry out each plan and send each alert twice.
    const release = (unlock = lockDirectory(data, 'console'))
    const db = await openDatabase({ url: configuration.databaseUrl, data })
    const people = openPeople(db)
    const firstAdmin = await ensureFirstAdmin(people, configuration.adminPassword, configuration.resetAdmin)
    const sessions = await openSessions(db, lifetime)
    if (configuration.resetAdmin) await sessions.endAll('admin')
    const tokens = await openTokens(db)
    const audit = await openAudit(db, log)
    const vault = createVault(secretKey(data, configuration.secretKey))
    const registry = await openRegistry(db, vault, log, waits.answer)
    const agents = createAgents(registry, waits.connect)
    const watch = startWatch(registry, waits.pace)
    const events = createEvents()
    const model = await openModel(db)
    const collector = startCollector({
      registry,
      agents,
      model,
      events,
      log,
      answerWithin: waits.answer,
      deadline: waits.fleet,
      background: waits.background,
      pace: waits.pace,
    })
    const { clock = machineClock } = waits
    const insight = await openInsight({ db, log, registry, collector, events, agents, data, clock, settle })
    const notifications = await openNotifications({
      ...insight,
      db,
      log,
      vault,
      clock,
      url,
      waits: { settle: Math.ceil(settle / 3), ...waits.notify },
    })
    insight.watch(() => notifications.undelivered())
    const calls = createApplianceCalls({
      registry,
      audit,
      agents,
      onChange: (id, changes, isFollowed) => void collector.changed(id, changes, isFollowed),
      answerWithin: waits.answer,
    })
    const plans = await openPlans({
      db,
      log,
      registry,
      calls,
      actorOf: async (name) => tokens.person(name) ?? (await people.person(name)),
      audit,
      vault,
      waits: waits.plans ?? {},
    })
    const report = () => dailyReport({ ...insight, db, registry, audit, plans: plans.plans }, clock())
    notifications.reportFrom(report)
    const cookie = sessionCookie(secure, lifetime.absolute)
    const streams = createEventStreams(events, sessions, cookie)
    const metrics = createMetrics({ registry, collector, model, agents, db, ...insight })
    listener = createApp({
      plans: plans.plans,
      agents,
      calls,
      db,
      model,
      collector,
      streams,
      metrics,
      ...insight,
      notifications,
      report,
      log,
      audit,
      people,
      sessions,
      tokens,
      views: await openViews(db, events),
      registry,
      watch,
      secure,
      attempts: createAttempts(),
      cookie,
      enrolment: createEnrolment(registry),
      static: configuration.static,
      ready: async () => void (await sql`select 1`.execute(db)),
    })

    return {
      url,
      firstAdmin,
      async stop() {
        watch.stop()
        streams.close()
        // What they wait for may be a call of minutes: after the start it is found out what became of it.
        await Promise.all([close(server), Promise.race([plans.stop(), after(patience, undefined, { ref: false })])])
        await collector.stop()
        await insight.stop()
        await notifications.stop()
        agents.close()
        await sessions.close()
        await tokens.close()
        await db.destroy()
        release()
      },
    }
  } catch (error) {
    unlock?.()
    server.close()
    throw error
  }
}

function makeServer(listener: RequestListener, tls: Configuration['tls']): Server {
  // Longer than the keep-alive of whatever may stand before it, so that it never closes a connection under a request.
  const options = { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 60_000 }
  const server = tls
    ? createTlsServer(
        { ...options, cert: readFileSync(tls.cert), key: readFileSync(tls.key), minVersion: 'TLSv1.2' },
        listener,
      )
    : createServer(options, listener)
  return server.on('clientError', answerClientError)
}

function listen(server: Server, { host, port }: Configuration, secure: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Something listens on ${host}:${port} already. Choose another --port, or stop it.`)
          : error,
      )
    })
    server.listen({ host, port }, () => {
      const { port: taken } = server.address() as AddressInfo
      resolve(`${secure ? 'https' : 'http'}://${isIPv6(host) ? `[${host}]` : host}:${taken}`)
    })
  })
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(timer)
}
