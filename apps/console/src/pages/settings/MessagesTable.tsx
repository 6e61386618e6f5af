import { consoleCall } from '../../api/calls.ts'
import { bff, pollEvery } from '../../api/queries.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Message } from '@vsnap/console-api/notification.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { words } from './words.ts'

const { messages } = words

const stateWord = ({ state }: Message) => messages.states[state]
const meanings = { sent: 'good', waiting: 'busy', failed: 'danger' } as const

const columns: readonly Column<Message>[] = [
  {
    key: 'subject',
    header: messages.message,
    cell: ({ subject, error }) => (
      <>
        <div className="vs-break">{subject}</div>
        {error !== null && <div className="vs-aside vs-break">{error}</div>}
      </>
    ),
    value: ({ subject }) => subject,
  },
  { key: 'channel', header: messages.by, cell: ({ channel }) => channel, value: ({ channel }) => channel },
  {
    key: 'state',
    header: messages.state,
    cell: (message) => (
      <StateLabel meaning={message.state === 'waiting' && message.attempts > 0 ? 'warning' : meanings[message.state]}>
        {stateWord(message)}
      </StateLabel>
    ),
    value: stateWord,
  },
  { key: 'attempts', header: messages.tries, cell: ({ attempts }) => attempts, value: ({ attempts }) => attempts },
  {
    key: 'time_created',
    header: messages.made,
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
      label={messages.messages}
      query={{ data: data?.messages, error, refetch }}
      calls={{ own: consoleCall('messageList', {}) }}
      columns={columns}
      order="-time_created"
      rowKey={({ id }) => id}
      rowName={({ subject }) => subject}
      states={{ label: messages.state, of: ({ state }) => state, words: messages.states }}
      empty={
        <EmptyState titleText={messages.empty.title} headingLevel="h3" variant="sm">
          <EmptyStateBody>{messages.empty.text}</EmptyStateBody>
        </EmptyState>
      }
    />
  )
}
