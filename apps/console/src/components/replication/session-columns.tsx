import { paths } from '../../paths.ts'
import { PageLink } from '../PageLink.tsx'
import type { Column } from '../table/table-rows.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { formatBytes } from '../../ui/bytes.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { durationText } from '../../ui/duration.ts'
import { useNow } from '../../ui/use-now.ts'
import type { Session } from '@vsnap/vsnap-api/session.ts'
import { Fragment } from 'react'
import type { SessionRow } from './relations.ts'
import { SessionState } from './SessionState.tsx'
import { words } from './words.tsx'

const { sessions } = words

/** Names are broken between their parts, when there is too little room for them. */
function breakable(text: string) {
  return text.split(/(?<=[_.:])(?=[^\s_.:])/).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts have no other name
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}

/** What is said of a session, wherever sessions are listed. */
export const sessionColumns: readonly Column<SessionRow>[] = [
  {
    key: 'id',
    header: sessions.id,
    cell: ({ appliance, id }) => <PageLink to={paths.session(appliance.id, id)}>{id}</PageLink>,
    value: ({ id }) => Number(id),
  },
  {
    key: 'status',
    header: sessions.status,
    cell: ({ status, message }) => (
      <>
        <SessionState status={status} />
        {message != null && <div className="vs-subtle vs-break">{breakable(message)}</div>}
      </>
    ),
    value: ({ status, message }) => `${status ?? ''} ${message ?? ''}`,
    inFile: [
      { key: 'status', header: sessions.status, value: ({ status }) => status },
      { key: 'message', header: sessions.message, value: ({ message }) => message },
    ],
  },
  {
    key: 'local_snap_name',
    header: sessions.snapshot,
    cell: ({ local_snap_name: name }) => (
      <div className="vs-snapshot-name">{name == null ? <Nothing /> : breakable(name)}</div>
    ),
    value: ({ local_snap_name: name }) => name,
  },
  {
    key: 'size_sent',
    header: sessions.sent,
    cell: (session) => <Sent session={session} />,
    value: ({ size_sent: size }) => size,
  },
  {
    key: 'time_queued',
    header: sessions.queued,
    cell: ({ time_queued: time }) => <RelativeTime value={time} />,
    value: ({ time_queued: time }) => time,
  },
  {
    key: 'duration',
    header: sessions.took,
    cell: (session) => <Took session={session} />,
    value: ({ time_started: from, time_ended: to }) => (from == null || to == null ? null : to - from),
  },
  {
    key: 'repl_address',
    header: sessions.sentTo,
    cell: ({ repl_address: address }) => address ?? <Nothing />,
    value: ({ repl_address: address }) => address,
    optional: true,
  },
]

/** How much was sent, and how fast while it is. */
export function Sent({
  session: { size_sent: size, time_started: from, time_ended: to, status },
}: {
  session: Session
}) {
  const rate = useNow((now) =>
    size == null || from == null
      ? undefined
      : sessions.rate(formatBytes(Math.round(size / Math.max(1, (to ?? now) - from)))),
  )
  return (
    <>
      <Bytes value={size} />
      {status === 'ACTIVE' && rate !== undefined && <div className="vs-subtle vs-number">{rate}</div>}
    </>
  )
}

/** How long it took, or takes so far. */
export function Took({ session: { time_started: from, time_ended: to } }: { session: Session }) {
  const text = useNow((now) => (from == null ? undefined : durationText(from, to ?? now)))
  if (text === undefined) return <Nothing why={sessions.notStarted} />
  return <span className="vs-number">{to == null ? sessions.soFar(text) : text}</span>
}
