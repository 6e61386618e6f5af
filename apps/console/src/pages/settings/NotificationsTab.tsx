import { useConsoleOperation } from '../../api/operations.ts'
import { roleRefusal, usePerson } from '../../api/person.ts'
import { bff, pollEvery } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { SettingsList, type Setting } from '../../components/SettingsList.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { channels, type Channel } from '@vsnap/console-api/notification.ts'
import { EmptyState, EmptyStateBody, Skeleton, Title } from '@patternfly/react-core'
import { LockIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { MessagesTable } from './MessagesTable.tsx'
import { mailWords, scheduleWords } from './notification-words.ts'

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
    <EmptyState titleText="Only an admin sees where messages go" headingLevel="h2" icon={LockIcon}>
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
  if (!data) return error ? <ErrorAlert error={error} /> : <Skeleton height="16rem" screenreaderText="Loading" />
  const settings: Setting[] = [
    ...mail(
      'E-mail',
      data.mail
        ? mailWords(data.mail)
        : 'None is sent. An alert, and its end, can be told to people who do not look here.',
    ),
    ...webhook(
      'Webhook',
      data.webhook
        ? `JSON is posted to ${data.webhook.url}, ${data.webhook.has_secret ? 'signed' : 'not signed: give it a secret, so that the receiver knows who sends'}.`
        : 'None is called. Another program can be told in JSON, signed as Standard Webhooks describes it.',
    ),
    {
      title: 'When',
      text: scheduleWords(data.schedule),
      action: { label: 'Change times', onSelect: () => dialog.open('schedule') },
    },
  ]
  return (
    <div className="vs-stack">
      <SettingsList settings={settings} />
      <Title headingLevel="h2" size="lg">
        Messages
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

const words = {
  mail: { test: 'Send test mail', arrives: 'Does mail arrive?', end: 'Send no mail any more' },
  webhook: { test: 'Send test call', arrives: 'Does the webhook answer?', end: 'Call no webhook any more' },
} as const

/** The lines of one way: how it is, and, once it is set up, whether it works, and its end. */
function useChannel(channel: Channel, isSetUp: boolean, dialog: Dialog): (title: string, text: string) => Setting[] {
  const test = useConsoleOperation(channel === 'mail' ? 'mailTest' : 'webhookTest')
  const said = words[channel]
  const change = () => {
    // What the other side answered was about what is changed now.
    test.reset()
    dialog.open(channel)
  }
  return (title, text) => [
    { title, text, action: { label: `${isSetUp ? 'Change' : 'Set up'} ${channel}`, onSelect: change } },
    ...(isSetUp
      ? [
          {
            title: said.arrives,
            text: test.isPending ? (
              'It is being sent …'
            ) : test.error ? (
              <ErrorAlert error={test.error} />
            ) : test.data ? (
              <output>It was taken: {test.data.answer}</output>
            ) : (
              'A test goes out at once, and this says what the other side answered.'
            ),
            action: { label: said.test, onSelect: () => test.mutate({ body: { action: 'test' } }) },
          },
          {
            title: said.end,
            text: 'What is set up is forgotten, with its password or secret. What waits is not sent.',
            action: { label: `Remove ${channel}`, danger: true, onSelect: () => dialog.open('remove', channel) },
          },
        ]
      : []),
  ]
}
