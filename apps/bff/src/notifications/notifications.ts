import type { Channel } from '@vsnap/console-api/notification.ts'
import { ApiError } from '@vsnap/contract/error.ts'
import type { Report } from '@vsnap/console-api/report.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Alerts } from '../alerts/alerts.ts'
import type { Vault } from '../appliances/vault.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { openDaily } from './daily.ts'
import { openDeliverySettings, type DeliverySettings } from './delivery-settings.ts'
import { letterOf, type Notice, payloadOf, subjectOf } from './letter.ts'
import { type Letter, sendMail } from './mail.ts'
import { NotDelivered } from './not-delivered.ts'
import { newMessageId, openOutbox, type Outbox, type Outgoing, type Send } from './outbox.ts'
import { callWebhook } from './webhook.ts'
import { isQuiet } from './when.ts'

/** Tells people of alerts when nobody looks. */
export interface Notifications {
  readonly settings: DeliverySettings
  readonly messages: Outbox['list']
  readonly undelivered: Outbox['undelivered']
  /** Sends something now, past everything that waits; what the other side answered. @throws ApiError 409 NotSetUp, 502 MessageNotDelivered */
  test(channel: Channel): Promise<string>
  /** Once a day this goes out by mail, at the hour that was chosen. */
  reportFrom(source: () => Promise<Full<Report>>): void
  stop(): Promise<void>
}

/** Seconds; absent: as usual. */
export interface NotifyPatience {
  /** Without anything new before what has happened is told, and how long it may be put off: what happens together is one message. */
  readonly settle?: number
  readonly most?: number
  /** Until the first new try. */
  readonly retry?: number
}

export interface NotificationsDependencies {
  readonly db: Kysely<Database>
  readonly log: Logger
  readonly vault: Vault
  readonly alerts: Alerts
  readonly clock: Clock
  /** Where the console listens. */
  readonly url: string
  readonly waits?: NotifyPatience | undefined
}

/** Milliseconds. */
const tick = 1_000

export async function openNotifications(deps: NotificationsDependencies): Promise<Notifications> {
  const { db, log, vault, alerts, clock, waits = {} } = deps
  // Everybody is looked at once in ten seconds; what does not answer takes a few more to be seen.
  const { settle = 20, most = 120, retry = 10 } = waits
  const settings = await openDeliverySettings(db, vault)
  const address = () => (settings.schedule().address ?? deps.url).replace(/\/+$/, '')

  const send = async ({ id, channel, content, time }: Parameters<Send>[0]): Promise<string> => {
    const [mail, webhook, secret] = [settings.mail(), settings.webhook(), settings.secret(channel)]
    if (channel === 'mail' && mail) return sendMail(mail, secret, id, JSON.parse(content) as Letter)
    if (channel === 'webhook' && webhook)
      return callWebhook(webhook.url, secretOf(webhook.has_secret, secret), { id, timestamp: time, body: content })
    throw new NotDelivered('It is not set up.')
  }
  const outbox = await openOutbox({ db, clock, send, channels: () => settings.channels(), retry })

  const daily = await openDaily({ db, clock, settings, outbox, address })

  const messageOf = (channel: Channel, notices: readonly Notice[]): Outgoing => {
    const id = newMessageId()
    const content = channel === 'mail' ? letterOf(notices, address()) : payloadOf(notices, id, clock(), address())
    return { id, channel, subject: subjectOf(notices), content: JSON.stringify(content) }
  }

  /** Makes messages of what has happened, once it has settled and somebody wants to hear. */
  const gather = async () => {
    const rows = await db.selectFrom('notices').selectAll().orderBy('time').execute()
    if (rows.length === 0) return
    const channels = settings.channels()
    const { quiet_hours: quiet } = settings.schedule()
    const isHushed = channels.length > 0 && isQuiet(settings.schedule(), clock())
    const told = isHushed ? rows.filter(({ severity }) => quiet?.critical === true && severity === 'danger') : rows
    const [first, last] = [told[0], told.at(-1)]
    if (!first || !last) return
    if (channels.length > 0 && clock() - last.time < settle && clock() - first.time < most) return
    const notices = told.map(({ kind, alert }) => ({ kind, alert: JSON.parse(alert) as Notice['alert'] }))
    // In the outbox, or still a notice, whenever the power fails.
    await db.transaction().execute(async (on) => {
      await outbox.put(
        on,
        channels.map((channel) => messageOf(channel, notices)),
      )
      for (const { id } of told) await on.deleteFrom('notices').where('id', '=', id).execute()
    })
  }

  let isStopped = false
  let working: Promise<void> | undefined
  const work = () => {
    if (isStopped || working) return
    working = gather()
      .then(() => daily.work())
      .then(() => outbox.deliver())
      .catch((error: unknown) => {
        if (!isStopped) log.error({ err: error }, 'a message could not be sent')
      })
      .finally(() => (working = undefined))
  }
  const timer = setInterval(work, tick).unref()
  alerts.onNotice(work)

  return {
    settings,
    messages: () => outbox.list(),
    undelivered: () => outbox.undelivered(),

    async test(channel) {
      if (!settings.channels().includes(channel))
        throw new ApiError(409, 'NotSetUp', 'It is not set up yet. Save where to send to first.')
      const id = newMessageId()
      try {
        return await send({ id, channel, subject: '', content: testOf(channel, id, clock(), address()), time: clock() })
      } catch (error) {
        if (!(error instanceof NotDelivered)) throw error
        throw new ApiError(502, error.name, error.message)
      }
    },

    reportFrom: (source) => daily.from(source),

    async stop() {
      isStopped = true
      clearInterval(timer)
      await working
    },
  }
}

/** Who asked for signatures is sent nothing without one. */
function secretOf(isSigned: boolean, secret: string | null): string | null {
  if (isSigned && secret === null)
    throw new NotDelivered('The secret of the webhook cannot be read with this key. Give it again.')
  return secret
}

function testOf(channel: Channel, id: string, time: number, console: string): string {
  const text = `This is a test. Alerts of ${console} arrive here.`
  const letter = { subject: 'A test of vSnap Console', text, html: `<p>${text.replaceAll('<', '&lt;')}</p>` }
  return JSON.stringify(channel === 'mail' ? letter : { type: 'test', id, time, console, summary: text })
}
