import { vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StaleNotice } from '../../components/StaleNotice.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { EndOf } from '../../components/replication/Ends.tsx'
import { startAction } from '../../components/replication/relation-actions.ts'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import type { Relation } from '../../components/replication/relations.ts'
import { Sent, Took } from '../../components/replication/session-columns.tsx'
import { SessionState } from '../../components/replication/SessionState.tsx'
import { lively, useRelationships, useSessions } from '../../components/replication/use-relationships.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { exactTime } from '../../ui/time.ts'
import { isRunning, sessionCan } from '@vsnap/vsnap-api/session.rules.ts'
import type { Session } from '@vsnap/vsnap-api/session.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { Alert, Card, CardBody, CardTitle } from '@patternfly/react-core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { words } from './words.tsx'

const { session: page } = words

/** One session: what it sends or sent from where to where, how far it is, and why it failed. */
export default function SessionPage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'sessionView', view),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? lively : refreshEvery),
  })
  const { data: session, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const { data: relations, error: unread } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  if (errorKind(error) === 'gone') throw error
  const found = relations?.find((each) => each.id === session.rel_id)
  // What this page knows of its session is newer than what lists do.
  const isOver = found?.running?.id === id && !isRunning(session)
  const relation = found && isOver ? { ...found, running: undefined } : found
  const again = relation && startAction(relation, { refusal, open: dialog.open })
  const cancel: Action = {
    label: words.actions.cancelSession,
    onSelect: () => dialog.open('cancel'),
    refusal: refusal('sessionCancel') ?? reasonOf(sessionCan.cancel(session)),
    danger: true,
  }
  return (
    <>
      <PageHeader
        title={page.title(id)}
        trail={[
          { text: words.replication, to: paths.replication() },
          { text: words.tabs.sessions, to: paths.replication({ tab: 'sessions' }) },
        ]}
        aside={
          <>
            <SessionState status={session.status} />
            <PageLink to={paths.appliance(applianceId)} className="vs-name">
              {appliance.name}
            </PageLink>
          </>
        }
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('sessionView', view)} />
            {isRunning(session) ? <ActionButton action={cancel} /> : again && <ActionButton action={again} />}
          </>
        }
      />
      <StaleNotice read={read} />
      <div className="vs-stack">
        {session.status === 'FAILED' && (
          <Alert variant="danger" isInline title={session.message === 'Canceled' ? page.canceled : page.failed}>
            {session.message != null && session.message !== 'Canceled' && <p>{session.message}</p>}
            <p>{page.whatIsThere}</p>
          </Alert>
        )}
        <div className="vs-cards">
          <Card component="section">
            <CardTitle component="h2">{page.session}</CardTitle>
            <CardBody>
              <Facts columns={1} items={progressOf(session, <Queue session={session} applianceId={applianceId} />)} />
            </CardBody>
          </Card>
          <Card component="section">
            <CardTitle component="h2">{page.ends}</CardTitle>
            <CardBody>
              <Facts columns={1} items={endsOf(session, applianceId, relation, relations ? undefined : unread)} />
            </CardBody>
          </Card>
        </div>
      </div>
      <RelationDialog name={dialog.name} relation={relation} session={session} onClose={dialog.close} />
    </>
  )
}

function When({ time }: { time: number | null | undefined }) {
  return (
    <>
      <RelativeTime value={time} />
      {time != null && <span className="vs-subtle">, {exactTime(time)}</span>}
    </>
  )
}

function progressOf(session: Session, queue: React.ReactNode): Record<string, React.ReactNode> {
  return {
    [page.sent]: <Sent session={session} />,
    ...(session.status === 'FAILED' ? {} : { [page.message]: session.message ?? <Nothing why={page.noMessage} /> }),
    ...(session.status === 'PENDING' ? { [page.waitsFor]: queue } : {}),
    [page.queued]: <When time={session.time_queued} />,
    [page.started]: <When time={session.time_started} />,
    [page.ended]: <When time={session.time_ended} />,
    [page.took]: <Took session={session} />,
    [page.id]: <CopyId value={session.id} what="session id" />,
  }
}

/** What a session waits for: those of its appliance that are sent, or were queued before it. */
function Queue({ session, applianceId }: { session: Session; applianceId: string }) {
  const { data } = useSessions()
  const before = data?.items.filter(
    (other) =>
      other.appliance.id === applianceId &&
      isRunning(other) &&
      other.id !== session.id &&
      (other.status === 'ACTIVE' || Number(other.id) < Number(session.id)),
  )
  if (!before) return <Nothing why={page.looking} />
  if (before.length === 0) return page.waitsForNothing
  return page.waitsForOthers(before.length)
}

function endsOf(
  session: Session,
  applianceId: string,
  relation: Relation | undefined,
  /** Why nobody knows the relationship; null while it is looked for. */
  unread: Error | null | undefined,
): Record<string, React.ReactNode> {
  const { local_snap_id: local, remote_snap_id: remote } = session
  const there = relation?.replica.appliance?.id
  const snapshot = (where: string | undefined, id: string | null | undefined, name: string | null | undefined) =>
    id == null && name == null ? (
      <Nothing why={page.noSnapshot} />
    ) : where === undefined || id == null ? (
      <span className="vs-name">{name ?? id}</span>
    ) : (
      <PageLink to={paths.snapshot(where, id)} className="vs-name">
        {name ?? id}
      </PageLink>
    )
  return {
    [page.relationship]: relation ? (
      <PageLink to={paths.relationship(relation.known.id, relation.id)} className="vs-name">
        <bdi>{relation.primary.volumeName ?? relation.id}</bdi> →{' '}
        <bdi>{relation.replica.volumeName ?? words.unknownReplica}</bdi>
      </PageLink>
    ) : unread === undefined ? (
      <Nothing why={words.relationshipGone} />
    ) : (
      <Unread error={unread} />
    ),
    ...(relation ? { [page.from]: <EndOf end={relation.primary} />, [page.to]: <EndOf end={relation.replica} /> } : {}),
    [page.snapshot]: snapshot(applianceId, local, session.local_snap_name),
    [page.onReplica]: snapshot(there, remote, session.remote_snap_name),
    [page.sentTo]: session.repl_address ?? <Nothing why={page.sentToUnknown} />,
  }
}
