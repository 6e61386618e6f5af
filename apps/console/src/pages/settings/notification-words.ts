// What people read of how, and when, somebody is told.
import { said } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'
import type { MailSettings, NotificationSchedule } from '@vsnap/console-api/notification.ts'

const conjunction = new Intl.ListFormat(locale)

/** How mail is sent, in a sentence. */
export function mailWords({ host, port, security, username, from, to: recipients }: MailSettings): string {
  const server = `${host}:${port}`
  const to = conjunction.format(recipients)
  return username === null
    ? {
        tls: `From ${from} to ${to}, by ${server} with TLS.`,
        starttls: `From ${from} to ${to}, by ${server} with STARTTLS.`,
        none: `From ${from} to ${to}, by ${server} unencrypted.`,
      }[security]
    : {
        tls: said`From ${from} to ${to}, by ${server} with TLS, as ${username}.`,
        starttls: said`From ${from} to ${to}, by ${server} with STARTTLS, as ${username}.`,
        none: said`From ${from} to ${to}, by ${server} unencrypted, as ${username}.`,
      }[security]
}

function quietWords(quiet: NotificationSchedule['quiet_hours']): string {
  if (!quiet) return 'At any hour.'
  return quiet.critical
    ? `Nothing from ${quiet.from} to ${quiet.to}, except for what is critical.`
    : `Nothing from ${quiet.from} to ${quiet.to}.`
}

/** When somebody is told, in sentences. */
export const scheduleWords = ({ quiet_hours: quiet, report_at: at, time_zone: zone }: NotificationSchedule): string =>
  [quietWords(quiet), at === null ? 'No daily report.' : `The daily report at ${at}.`, `Times of ${zone}.`].join(' ')
