import type { ConsoleApi } from '@vsnap/console-api/api.ts'
import type { Channel, MailSettings, NotificationSchedule, WebhookSettings } from '@vsnap/console-api/notification.ts'
import { invalidParameter } from '@vsnap/contract/error.ts'
import type { Full, Input } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import { isIP } from 'node:net'
import type { Vault } from '../appliances/vault.ts'
import type { Database } from '../database/schema.ts'

type MailChange = Input<ConsoleApi['mailSet']>['body']
type WebhookChange = Input<ConsoleApi['webhookSet']>['body']

/** As it is kept: the secret is sealed, for the place that it is meant for alone. */
type KeptMail = Omit<MailChange, 'password'> & { readonly sealed: string | null }
interface KeptWebhook {
  readonly url: string
  readonly sealed: string | null
}

/** How messages are sent. Secrets go in, and come out only to be used. */
export interface DeliverySettings {
  mail(): Full<MailSettings> | null
  webhook(): Full<WebhookSettings> | null
  schedule(): Full<NotificationSchedule>
  /** The ways that are set up. */
  channels(): Channel[]
  /** Null when there is none, or its key is another one. Never log it, never answer it. */
  secret(channel: Channel): string | null
  /** @throws ApiError 400 InvalidParameterError */
  setMail(change: MailChange): Promise<Full<MailSettings>>
  setWebhook(change: WebhookChange): Promise<Full<WebhookSettings>>
  setSchedule(change: Full<NotificationSchedule>): Promise<Full<NotificationSchedule>>
  remove(channel: Channel): Promise<void>
}

const keys = { mail: 'mail', webhook: 'webhook', schedule: 'notification-schedule' } as const
type Key = (typeof keys)[keyof typeof keys]

export async function openDeliverySettings(db: Kysely<Database>, vault: Vault): Promise<DeliverySettings> {
  const rows = await db.selectFrom('settings').selectAll().execute()
  const kept = new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
  const write = async (key: Key, value: unknown) => {
    const text = JSON.stringify(value)
    await db
      .insertInto('settings')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
      .execute()
    kept.set(key, value)
  }
  const mail = () => kept.get(keys.mail) as KeptMail | undefined
  const webhook = () => kept.get(keys.webhook) as KeptWebhook | undefined
  const schedule = () => ({
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    address: null,
    quiet_hours: null,
    report_at: null,
    ...(kept.get(keys.schedule) as Full<NotificationSchedule> | undefined),
  })
  const mailView = ({ sealed, ...shown }: KeptMail): Full<MailSettings> => ({ ...shown, has_password: sealed !== null })
  const webhookView = ({ url, sealed }: KeptWebhook): Full<WebhookSettings> => ({ url, has_secret: sealed !== null })

  return {
    mail: () => {
      const set = mail()
      return set ? mailView(set) : null
    },
    webhook: () => {
      const set = webhook()
      return set ? webhookView(set) : null
    },
    schedule,
    channels: () => [...(mail() ? (['mail'] as const) : []), ...(webhook() ? (['webhook'] as const) : [])],

    secret(channel) {
      const [set, owner] = channel === 'mail' ? [mail(), mailOwner(mail())] : [webhook(), webhook()?.url ?? '']
      if (!set || set.sealed === null) return null
      try {
        return vault.open(set.sealed, owner)
      } catch {
        return null
      }
    },

    async setMail({ password, ...change }) {
      const before = mail()
      const isSame = before !== undefined && mailOwner(before) === mailOwner(change)
      // A password that was given to one mail server is not sent to another one.
      const sealed =
        change.username === null
          ? null
          : password !== undefined
            ? vault.seal(password, mailOwner(change))
            : isSame
              ? before.sealed
              : null
      if (change.username !== null && sealed === null)
        throw invalidParameter(
          'Give the password of this account. The one from before was for another place.',
          'password',
        )
      if (sealed !== null && change.security === 'none' && !isLoopback(change.host))
        throw invalidParameter(
          'Without encryption the password could be read on its way. Choose TLS or STARTTLS, or send without an account.',
          'security',
        )
      const next = { ...change, sealed }
      await write(keys.mail, next)
      return mailView(next)
    },

    async setWebhook({ url, secret }) {
      const before = webhook()
      const sealed = secret !== undefined ? vault.seal(secret, url) : before?.url === url ? before.sealed : null
      await write(keys.webhook, { url, sealed })
      return webhookView({ url, sealed })
    },

    async setSchedule(change) {
      const { quiet_hours: quiet } = change
      if (quiet && quiet.from === quiet.to)
        throw invalidParameter('Quiet hours begin and end at another time.', 'quiet_hours')
      await write(keys.schedule, change)
      return schedule()
    },

    async remove(channel) {
      await db.deleteFrom('settings').where('key', '=', keys[channel]).execute()
      kept.delete(keys[channel])
    },
  }
}

/** What a password of a mail server belongs to. */
const mailOwner = (set: Pick<KeptMail, 'host' | 'port' | 'username'> | undefined) =>
  set ? `smtp ${set.host}:${set.port} ${set.username}` : ''

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
