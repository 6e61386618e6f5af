import type { MailSecurity, MailSettings, NotificationSchedule } from '@vsnap/console-api/notification.ts'

const securities: Readonly<Record<MailSecurity, string>> = {
  tls: 'with TLS',
  starttls: 'with STARTTLS',
  none: 'unencrypted',
}

/** How mail is sent, in a sentence. */
export const mailWords = ({ host, port, security, username, from, to }: MailSettings): string =>
  `From ${from} to ${to.join(', ')}, by ${host}:${port} ${securities[security]}${username === null ? '' : `, as ${username}`}.`

/** When somebody is told, in sentences. */
export function scheduleWords({ quiet_hours: quiet, report_at: at, time_zone: zone }: NotificationSchedule): string {
  const hours = quiet
    ? `Nothing from ${quiet.from} to ${quiet.to}${quiet.critical ? ', except for what is critical' : ''}.`
    : 'At any hour.'
  const report = at === null ? 'No daily report.' : `The daily report at ${at}.`
  return `${hours} ${report} Times of ${zone}.`
}
