import type { notificationEndpoints } from '@vsnap/console-api/notification.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Notifications } from '../notifications/notifications.ts'
import type { RouteContext } from './context.ts'

/** How people hear of alerts. */
export function notificationHandlers(
  notifications: Notifications,
): Handlers<typeof notificationEndpoints, RouteContext> {
  const { settings } = notifications
  return {
    notificationView: () => ({ mail: settings.mail(), webhook: settings.webhook(), schedule: settings.schedule() }),
    mailSet: ({ body }) => settings.setMail(body),
    async mailRemove() {
      await settings.remove('mail')
      return {}
    },
    mailTest: async () => ({ answer: await notifications.test('mail') }),
    webhookSet: ({ body }) => settings.setWebhook(body),
    async webhookRemove() {
      await settings.remove('webhook')
      return {}
    },
    webhookTest: async () => ({ answer: await notifications.test('webhook') }),
    notificationScheduleSet: ({ body }) => settings.setSchedule(body),
    messageList: () => notifications.messages(),
  }
}
