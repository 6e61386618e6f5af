import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/** Ways on which somebody is told of alerts. */
export const channels = ['mail', 'webhook'] as const
export type Channel = (typeof channels)[number]

/** What a message tells of an alert: it is there; it still is, after it was snoozed; it is over. */
export const noticeKinds = ['raised', 'again', 'cleared'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** `waiting`: to be sent, or to be tried again. `failed`: given up. */
export const messageStates = ['waiting', 'sent', 'failed'] as const
export type MessageState = (typeof messageStates)[number]

/** `tls` from the first byte on, `starttls` before anything is said that matters, `none`: readable by whoever listens. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof mailSecurities)[number]

const host = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$|^[0-9A-Fa-f:]+$/,
    'expected a name or an address of a mail server',
  )
  .max(253)
const address = z.email('expected an e-mail address').max(320)
const port = z.int().min(1, 'expected a port').max(65_535, 'expected a port')
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time, 07:30')
const webAddress = z
  .url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' })
  .max(2048)
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'expected no user name or password in the address')
const timeZone = z.string().max(64).refine(isTimeZone, 'expected the name of a time zone, Europe/Berlin')

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const mail = {
  host,
  port,
  security: z.enum(mailSecurities),
  /** Null: the mail server wants to know nobody. */
  username: z.string().min(1).max(256).nullable(),
  from: address,
  to: z.array(address).min(1, 'expected somebody to send to').max(50),
  /** Certificates (PEM) that vouch for the mail server, when no public authority does. */
  ca: z.string().max(65_536).nullable(),
}
const quietHours = { from: clockTime, to: clockTime, critical: z.boolean() }

/** How mail is sent; never the password. */
export const mailSettings = open({ ...mail, has_password: z.boolean() })
export type MailSettings = z.output<typeof mailSettings>

/** Where JSON is posted to; never the secret that it is signed with. */
export const webhookSettings = open({ url: z.string(), has_secret: z.boolean() })
export type WebhookSettings = z.output<typeof webhookSettings>

/** When somebody is told. `quiet_hours.critical`: what is critical is told at any hour. */
const schedule = {
  time_zone: timeZone,
  /** The address of this console in messages, as people reach it; null: as it listens. */
  address: webAddress.nullable(),
  quiet_hours: z.strictObject(quietHours).nullable(),
  /** When the daily report goes out by mail; null: never. */
  report_at: clockTime.nullable(),
}
export const notificationSchedule = open({ ...schedule, quiet_hours: open(quietHours).nullable() })
export type NotificationSchedule = z.output<typeof notificationSchedule>

/** A message as it was sent, or is to be. Times in epoch seconds; `error`: why it did not arrive, the last time. */
export const message = open({
  id: z.string(),
  channel: z.enum(channels),
  subject: z.string(),
  state: z.enum(messageStates),
  attempts: z.int(),
  error: z.string().nullable(),
  time_created: z.int(),
  time_ended: z.int().nullable(),
})
export type Message = z.output<typeof message>

/** The other side has taken it: in its own words, where it has some. */
const tried = open({ answer: z.string() })
const action = z.strictObject({ action: z.literal('test') })
const changes = ['notification'] as const

/**
 * How people hear of alerts when nobody looks. A test that does not arrive answers 502 MessageNotDelivered, with what the other
 * side said. Addresses of the inside are welcome, loopback too: that is where most mail servers are, and only an admin sets them.
 */
export const notificationEndpoints = defineEndpoints({
  notificationView: {
    method: 'GET',
    path: '/notifications',
    title: 'View notifications',
    role: 'admin',
    result: open({
      mail: mailSettings.nullable(),
      webhook: webhookSettings.nullable(),
      schedule: notificationSchedule,
    }),
  },
  /** `password` absent: as it is, as long as host, port and user name are. 400 for a password without encryption to another machine. */
  mailSet: {
    method: 'PUT',
    path: '/notifications/mail',
    title: 'Set up mail',
    role: 'admin',
    body: z.strictObject({ ...mail, password: z.string().min(1).max(1024).optional() }),
    result: mailSettings,
    changes,
  },
  mailRemove: {
    method: 'DELETE',
    path: '/notifications/mail',
    title: 'Send no mail',
    role: 'admin',
    result: open({}),
    changes,
  },
  mailTest: {
    method: 'POST',
    path: '/notifications/mail',
    title: 'Send test mail',
    role: 'admin',
    body: action,
    result: tried,
    changes,
    timeout: 60_000,
  },
  /** `secret` absent: as it is, as long as the address is the same. Signed as Standard Webhooks has it (`webhook-id`, `webhook-timestamp`, `webhook-signature`). */
  webhookSet: {
    method: 'PUT',
    path: '/notifications/webhook',
    title: 'Set up webhook',
    role: 'admin',
    body: z.strictObject({
      url: webAddress,
      secret: z.string().min(16, 'expected at least 16 characters').max(256).optional(),
    }),
    result: webhookSettings,
    changes,
  },
  webhookRemove: {
    method: 'DELETE',
    path: '/notifications/webhook',
    title: 'Call no webhook',
    role: 'admin',
    result: open({}),
    changes,
  },
  webhookTest: {
    method: 'POST',
    path: '/notifications/webhook',
    title: 'Call webhook to test it',
    role: 'admin',
    body: action,
    result: tried,
    changes,
    timeout: 60_000,
  },
  notificationScheduleSet: {
    method: 'PUT',
    path: '/notifications/schedule',
    title: 'Set when messages are sent',
    role: 'admin',
    body: z.strictObject(schedule),
    result: notificationSchedule,
    changes,
  },
  /** The last ones, newest first. */
  messageList: {
    method: 'GET',
    path: '/notifications/messages',
    title: 'List messages',
    role: 'admin',
    result: open({ messages: z.array(message), total: z.int() }),
  },
})
