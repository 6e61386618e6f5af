import { useConsoleOperation } from '../../api/operations.ts'
import { roleRefusal, usePerson } from '../../api/person.ts'
import { bff, pollEvery } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { SettingsList, type Setting } from '../../components/SettingsList.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { channels, type Channel, type WebhookSettings } from '@vsnap/console-api/notification.ts'
import { EmptyState, EmptyStateBody, Skeleton, Title } from '@patternfly/react-core'
import { LockIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { MessagesTable } from './MessagesTable.tsx'
import { mailWords, scheduleWords } from './notification-words.ts'
import { words } from './words.ts'

const { notifications } = words

const MailForm = lazy(() => import('./mail-form.tsx').then((module) => ({ default: module.MailForm })))
const WebhookForm = lazy(() => import('./webhook-form.tsx').then((module) => ({ default: module.WebhookForm })))
const RemoveChannel = lazy(() => import('./channel-remove.tsx').then((module) => ({ default: module.RemoveChannel })))
const ScheduleForm = lazy(() => import('./schedule-form.tsx').then((module) => ({ default: module.ScheduleForm })))

type Dialog = ReturnType<typeof useDialog>

/** How people hear of alerts when nobody looks. Only an admin may see it. */
export function NotificationsTab() {
  const refused = roleRefusal(usePerson(), 'notificationView')
  return refused === undefined ? (
    <Notifications />
  ) : (
    <EmptyState titleText={notifications.adminsOnly} headingLevel="h2" icon={LockIcon}>
      <EmptyStateBody>{refused}</EmptyStateBody>
    </EmptyState>
  )
}

function Notifications() {
  const { data, error } = useQuery({ ...bff('notificationView'), refetchInterval: pollEvery })
  const dialog = useDialog()
  const mail = useChannel('mail', data?.mail != null, dialog)
  const webhook = useChannel('webhook', data?.webhook != null, dialog)
  const removed = channels.find((channel) => dialog.name === 'remove' && dialog.on === channel && data?.[channel])
  if (!data)
    return error ? (
      <ErrorAlert error={error} />
    ) : (
      <Skeleton height="16rem" screenreaderText={notifications.heard.loading} />
    )
  const settings: Setting[] = [
    ...mail(data.mail ? mailWords(data.mail) : notifications.noMail),
    ...webhook(data.webhook ? webhookText(data.webhook) : notifications.noWebhook),
    {
      title: notifications.when,
      text: scheduleWords(data.schedule),
      action: { label: notifications.changeTimes, onSelect: () => dialog.open('schedule') },
    },
  ]
  return (
    <div className="vs-stack">
      <SettingsList settings={settings} />
      <Title headingLevel="h2" size="lg">
        {notifications.messages}
      </Title>
      <MessagesTable />
      <Suspense>
        {dialog.name === 'mail' && <MailForm mail={data.mail} onClose={dialog.close} />}
        {dialog.name === 'webhook' && <WebhookForm webhook={data.webhook} onClose={dialog.close} />}
        {removed && <RemoveChannel channel={removed} onClose={dialog.close} />}
        {dialog.name === 'schedule' && <ScheduleForm schedule={data.schedule} onClose={dialog.close} />}
      </Suspense>
    </div>
  )
}

const webhookText = ({ url, has_secret: isSigned }: WebhookSettings): string =>
  isSigned ? notifications.signedWebhook(url) : notifications.unsignedWebhook(url)

/** The lines of one way: how it is, and, once it is set up, whether it works, and its end. */
function useChannel(channel: Channel, isSetUp: boolean, dialog: Dialog): (text: string) => Setting[] {
  const test = useConsoleOperation(channel === 'mail' ? 'mailTest' : 'webhookTest')
  const of = notifications.of[channel]
  const change = () => {
    // What the other side answered was about what is changed now.
    test.reset()
    dialog.open(channel)
  }
  return (text) => [
    { title: of.title, text, action: { label: isSetUp ? of.change : of.setUp, onSelect: change } },
    ...(isSetUp
      ? [
          {
            title: of.arrives,
            text: test.isPending ? (
              notifications.isBeingSent
            ) : test.error ? (
              <ErrorAlert error={test.error} />
            ) : test.data ? (
              <output>{notifications.taken(test.data.answer)}</output>
            ) : (
              notifications.testHelp
            ),
            action: { label: of.test, onSelect: () => test.mutate({ body: { action: 'test' } }) },
          },
          {
            title: of.end,
            text: notifications.endHelp,
            action: { label: of.remove, danger: true, onSelect: () => dialog.open('remove', channel) },
          },
        ]
      : []),
  ]
}
