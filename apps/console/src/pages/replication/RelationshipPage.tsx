import { plain, said } from '../../ui/isolated.ts'
import { vsnapCall } from '../../api/calls.ts'
import { useRefusal } from '../../api/person.ts'
import { refreshEvery, vsnap } from '../../api/queries.ts'
import { ActionMenu } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Alert, Card, CardBody, CardTitle, EmptyState, Skeleton, Title } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { EndOf } from '../../components/replication/Ends.tsx'
import { Lag, ProtectionState } from '../../components/replication/ProtectionState.tsx'
import { RelationDialog } from '../../components/replication/RelationDialog.tsx'
import { relationActions } from '../../components/replication/relation-actions.ts'
import { sessionColumns } from '../../components/replication/session-columns.tsx'
import { Trend } from '../../components/replication/Trend.tsx'
import { useAllSessions, useRelationships } from '../../components/replication/use-relationships.ts'

/** One relationship: both ends, how far behind, and its sessions. */
export default function RelationshipPage() {
  const { applianceId = '', id = '' } = useParams()
  const { data, error, refetch } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  const navigate = useNavigate()
  const relation = useAllSessions(data?.find((each) => each.id === id))
  const trail = [{ text: 'Replication', to: paths.replication() }]
  // Neither end is known to have it: its appliance says whether it is gone, or nothing at all.
  const asked = useQuery({
    ...vsnap(applianceId, 'relationshipView', { params: { id } }),
    enabled: data !== undefined && !relation,
    refetchInterval: refreshEvery,
  })
  if (!relation) {
    const failed = data ? asked.error : error
    if (failed) throw failed
    return (
      <>
        <PageHeader title="Relationship" trail={trail} />
        <Skeleton height="16rem" screenreaderText="Loading" />
      </>
    )
  }
  const { primary, replica, lastSuccess } = relation
  const title = said`${primary.volumeName ?? id} → ${replica.volumeName ?? 'replica'}`
  return (
    <>
      <PageHeader
        title={title}
        trail={trail}
        aside={<ProtectionState relation={relation} />}
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('relationshipView', { params: { id } })} />
            <ActionMenu
              label={`Actions of ${plain(title)}`}
              toggle="Actions"
              actions={relationActions(relation, { refusal, open: (name) => dialog.open(name, id) })}
            />
          </>
        }
      />
      <div className="vs-stack">
        {relation.silent && (
          <Alert
            variant="warning"
            isInline
            title={
              relation.silent === 'both'
                ? 'Neither appliance says anything of it now'
                : `The ${relation.silent === 'primary' ? 'volume' : 'replica'}’s appliance says nothing of it: it does not answer, is not in this console, or has forgotten it`
            }
          >
            {relation.silent === 'both'
              ? 'What they last said is shown.'
              : 'What the other side knows is shown, and what this one last said.'}
          </Alert>
        )}
        <div className="vs-cards">
          <Card component="section">
            <CardTitle component="h2">Ends</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  Volume: <EndOf end={primary} />,
                  Replica: <EndOf end={replica} />,
                  Id: <CopyId value={id} what="relationship id" />,
                  Created: <RelativeTime value={relation.created} />,
                }}
              />
            </CardBody>
          </Card>
          <Card component="section">
            <CardTitle component="h2">Protection</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  'Lag, target': (
                    <>
                      <Lag relation={relation} />
                      {relation.hasOwnTarget && <span className="vs-subtle">, a target of its own</span>}
                    </>
                  ),
                  'Last success':
                    relation.succeeded !== undefined ? (
                      <RelativeTime value={lastSuccess?.time_ended ?? relation.succeeded} />
                    ) : (
                      <Nothing why="never" />
                    ),
                  Snapshot: <span className="vs-name">{lastSuccess?.local_snap_name ?? <Nothing why="none" />}</span>,
                  Sent: <Bytes value={lastSuccess?.size_sent} />,
                  Sessions: <Trend sessions={relation.sessions} />,
                }}
              />
            </CardBody>
          </Card>
        </div>
        <section className="vs-stack">
          <Title headingLevel="h2" size="lg">
            Sessions
          </Title>
          <QueryTable
            name="relationship-sessions"
            label="Sessions"
            query={{ data: relation.sessions, error: null, refetch }}
            columns={sessionColumns}
            rowKey={(row) => row.id}
            rowName={(row) => `session ${row.id}`}
            empty={<EmptyState titleText="No session yet" headingLevel="h3" variant="sm" />}
          />
        </section>
      </div>
      <RelationDialog
        name={dialog.name}
        relation={relation}
        onClose={dialog.close}
        onDeleted={() => navigate(paths.replication(), { replace: true })}
      />
    </>
  )
}
