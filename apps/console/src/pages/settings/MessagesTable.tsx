import { bff, pollEvery } from '../../api/queries.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Message } from '@vsnap/console-api/notification.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'

const words = { sent: 'Sent', waiting: 'Waiting', failed: 'Given up' } as const
const stateWord = ({ state }: Message) => words[state]
const meanings = { sent: 'good', waiting: 'busy', failed: 'danger' } as const

const columns: readonly Column<Message>[] = [
  {
    key: 'subject',
    header: 'Message',
    cell: ({ subject, error }) => (
      <>
        <div className="vs-break">{subject}</div>
        {error !== null && <div className="vs-aside vs-break">{error}</div>}
      </>
    ),
    value: ({ subject }) => subject,
  },
  { key: 'channel', header: 'By', cell: ({ channel }) => channel, value: ({ channel }) => channel },
  {
    key: 'state',
    header: 'State',
    cell: (message) => (
      <StateLabel meaning={message.state === 'waiting' && message.attempts > 0 ? 'warning' : meanings[message.state]}>
        {stateWord(message)}
      </StateLabel>
    ),
    value: stateWord,
  },
  { key: 'attempts', header: 'Tries', cell: ({ attempts }) => attempts, value: ({ attempts }) => attempts },
  {
    key: 'time_created',
    header: 'Made',
    cell: ({ time_created: time }) => <RelativeTime value={time} />,
    value: ({ time_created: time }) => time,
  },
]

/** What was sent, what waits, and what nobody took. */
export function MessagesTable() {
  const { data, error, refetch } = useQuery({ ...bff('messageList'), refetchInterval: pollEvery })
  return (
    <QueryTable
      name="messages"
      label="Messages"
      query={{ data: data?.messages, error, refetch }}
      columns={columns}
      order="-time_created"
      rowKey={({ id }) => id}
      rowName={({ subject }) => subject}
      states={{ label: 'State', of: stateWord }}
      empty={
        <EmptyState titleText="No message yet" headingLevel="h3" variant="sm">
          <EmptyStateBody>
            Once mail or a webhook is set up, what is sent stands here, and what did not arrive.
          </EmptyStateBody>
        </EmptyState>
      }
    />
  )
}
