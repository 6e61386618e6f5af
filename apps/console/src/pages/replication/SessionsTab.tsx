import { said } from '../../ui/isolated.ts'
import { useRefusal } from '../../api/person.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { EmptyFleet, fleetCalls, SilentAppliances } from '../../components/table/FleetTable.tsx'
import { UnreadRows } from '../../components/table/UnreadRows.tsx'
import { applianceOf, useGrouping, useLabelled } from '../../components/table/grouping.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { isRunning, sessionCan } from '@vsnap/vsnap-api/session.rules.ts'
import { reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { HistoryIcon } from '@patternfly/react-icons'
import { useMemo } from 'react'
import { FirstStep } from './FirstStep.tsx'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import { lastEndedOf, newestFirst, type Relation, type SessionRow } from '../../components/replication/relations.ts'
import { sessionColumns } from '../../components/replication/session-columns.tsx'
import { useRelationships, useSessions } from '../../components/replication/use-relationships.ts'
import { words } from './words.tsx'

const { sessions: list } = words

const keyOf = (row: SessionRow) => `${row.appliance.id}/${row.id}`
const states = { label: list.status, of: ({ status }: SessionRow) => status ?? list.statusUnknown }

/** What is being sent, waits, was sent, and did not work. */
export function SessionsTab({ appliance }: { appliance: string | undefined }) {
  const { data, error, refetch } = useSessions()
  const { data: relations } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  const labelled = useLabelled()
  const grouping = useGrouping<SessionRow>(applianceOf)
  const byId = useMemo(() => new Map(relations?.map((relation) => [relation.id, relation])), [relations])
  const columns = useMemo(() => columnsOf(byId), [byId])
  const rows = useMemo(
    () =>
      inOrder(
        data?.items.filter(
          ({ appliance: { id } }) =>
            (appliance === undefined || id === appliance) && (labelled === undefined || labelled.has(id)),
        ),
        byId,
      ),
    [data, appliance, labelled, byId],
  )
  const session = data?.items.find((row) => keyOf(row) === dialog.on)
  return (
    <>
      <QueryTable
        name="sessions"
        label={words.tabs.sessions}
        query={{ data: rows, error, refetch }}
        {...(data && !data.complete && appliance === undefined && !labelled ? { total: data.total } : {})}
        columns={columns}
        rowKey={keyOf}
        rowName={({ id, appliance: { name } }) => list.heard.nameOn(id, name)}
        states={states}
        hasLabels
        groupable="appliance or label"
        grouping={grouping}
        calls={fleetCalls('session', { appliance })}
        actions={(row) => [
          {
            label: words.actions.cancelSession,
            onSelect: () => dialog.open('cancel', keyOf(row)),
            refusal:
              refusal('sessionCancel') ??
              (byId.has(row.rel_id ?? '') ? reasonOf(sessionCan.cancel(row)) : list.relationshipGone),
            danger: true,
          },
        ]}
        notice={
          <>
            <SilentAppliances appliances={data?.appliances ?? []} of={appliance} />
            <UnreadRows resource="session" unread={data?.unread} of={appliance} />
          </>
        }
        empty={
          <EmptyFleet appliances={data?.appliances ?? []} unread={data?.unread} of={appliance} onRetry={refetch}>
            <EmptyState titleText={list.empty.title} headingLevel="h2" icon={HistoryIcon} variant="sm">
              <EmptyStateBody>{list.empty.text}</EmptyStateBody>
              <EmptyStateFooter>
                <EmptyStateActions>
                  {relations?.length === 0 ? (
                    <FirstStep appliance={appliance} />
                  ) : (
                    <PageLink to={paths.replication({ appliance })}>{words.tabs.relationships}</PageLink>
                  )}
                </EmptyStateActions>
              </EmptyStateFooter>
            </EmptyState>
          </EmptyFleet>
        }
      />
      <RelationDialog
        name={dialog.name}
        relation={byId.get(session?.rel_id ?? '')}
        session={session}
        onClose={dialog.close}
      />
    </>
  )
}

/** What failed and was not made good since, what is sent, what waits (whose turn is next comes first), then all others, the newest first. */
function inOrder(rows: readonly SessionRow[] | undefined, byId: ReadonlyMap<string, Relation>) {
  const rank = (row: SessionRow) => {
    if (isRunning(row)) return row.status === 'ACTIVE' ? 1 : 2
    if (row.status !== 'FAILED') return 3
    return lastEndedOf(byId.get(row.rel_id ?? '')?.sessions ?? [])?.id === row.id ? 0 : 3
  }
  return rows?.toSorted((a, b) => rank(a) - rank(b) || (a.status === 'PENDING' ? newestFirst(b, a) : newestFirst(a, b)))
}

/** Those of sessions, and the volume of each; its snapshot has too little room beside that. */
function columnsOf(byId: ReadonlyMap<string, Relation>): readonly Column<SessionRow>[] {
  const [first, ...others] = sessionColumns.map((column) =>
    column.key === 'local_snap_name' ? { ...column, optional: true } : column,
  )
  return [...(first ? [first] : []), aboutColumn(byId), ...others]
}

const directionOf = ({ primary, replica }: Relation) =>
  said`${primary.appliance?.name ?? '?'} → ${replica.appliance?.name ?? '?'}`

function aboutColumn(byId: ReadonlyMap<string, Relation>): Column<SessionRow> {
  const nameOf = ({ rel_id: id }: SessionRow) => byId.get(id ?? '')?.primary.volumeName ?? undefined
  return {
    key: 'volume',
    header: list.volume,
    cell: (row) => {
      const relation = byId.get(row.rel_id ?? '')
      return relation ? (
        <div className="vs-name">
          <div>
            <PageLink to={paths.relationship(relation.known.id, relation.id)}>{nameOf(row) ?? row.id}</PageLink>
          </div>
          <div className="vs-subtle vs-one-line" title={directionOf(relation)}>
            {directionOf(relation)}
          </div>
        </div>
      ) : (
        <Nothing why={words.relationshipGone} />
      )
    },
    value: nameOf,
    inFile: [
      { key: 'volume', header: list.volume, value: nameOf },
      { key: 'from', header: list.from, value: (row) => byId.get(row.rel_id ?? '')?.primary.appliance?.name },
      { key: 'to', header: list.to, value: (row) => byId.get(row.rel_id ?? '')?.replica.appliance?.name },
    ],
  }
}
