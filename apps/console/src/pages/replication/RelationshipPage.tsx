import { plain, said } from '../../ui/isolated.ts'
import { vsnapCall } from '../../api/calls.ts'
import { useRefusal } from '../../api/person.ts'
import { refreshEvery, vsnap } from '../../api/queries.ts'
import { PageActions } from '../../components/actions.tsx'
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
import { words } from './words.tsx'

const { relationship: page } = words

/** One relationship: both ends, how far behind, and its sessions. */
export default function RelationshipPage() {
  const { applianceId = '', id = '' } = useParams()
  const { data, error, refetch } = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  const navigate = useNavigate()
  const relation = useAllSessions(data?.find((each) => each.id === id))
  const trail = [{ text: words.replication, to: paths.replication() }]
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
        <PageHeader title={page.title} trail={trail} />
        <Skeleton height="16rem" screenreaderText={words.loading} />
      </>
    )
  }
  const { primary, replica, lastSuccess } = relation
  const title = said`${primary.volumeName ?? id} → ${replica.volumeName ?? words.unknownReplica}`
  return (
    <>
      <PageHeader
        title={title}
        trail={trail}
        aside={<ProtectionState relation={relation} />}
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('relationshipView', { params: { id } })} />
            <PageActions
              name={plain(title)}
              actions={relationActions(relation, { refusal, open: (name) => dialog.open(name, id) })}
            />
          </>
        }
      />
      <div className="vs-stack">
        {relation.silent && (
          <Alert variant="warning" isInline title={page.silent[relation.silent].title}>
            {page.silent[relation.silent].text}
          </Alert>
        )}
        <div className="vs-cards">
          <Card component="section">
            <CardTitle component="h2">{page.ends}</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  [page.volume]: <EndOf end={primary} />,
                  [page.replica]: <EndOf end={replica} />,
                  [page.id]: <CopyId value={id} what="relationship id" />,
                  [page.created]: <RelativeTime value={relation.created} />,
                }}
              />
            </CardBody>
          </Card>
          <Card component="section">
            <CardTitle component="h2">{page.protection}</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  [page.lag]: (
                    <>
                      <Lag relation={relation} />
                      {relation.hasOwnTarget && <span className="vs-subtle">, {page.ownTarget}</span>}
                    </>
                  ),
                  [page.lastSuccess]:
                    relation.succeeded !== undefined ? (
                      <RelativeTime value={lastSuccess?.time_ended ?? relation.succeeded} />
                    ) : (
                      <Nothing why={page.neverSucceeded} />
                    ),
                  [page.snapshot]: (
                    <span className="vs-name">{lastSuccess?.local_snap_name ?? <Nothing why={page.noSnapshot} />}</span>
                  ),
                  [page.sent]: <Bytes value={lastSuccess?.size_sent} />,
                  [page.sessions]: <Trend sessions={relation.sessions} />,
                }}
              />
            </CardBody>
          </Card>
        </div>
        <section className="vs-stack">
          <Title headingLevel="h2" size="lg">
            {page.sessions}
          </Title>
          <QueryTable
            name="relationship-sessions"
            label={page.sessions}
            query={{ data: relation.sessions, error: null, refetch }}
            columns={sessionColumns}
            rowKey={(row) => row.id}
            rowName={(row) => page.heard.session(row.id)}
            empty={<EmptyState titleText={page.noSession} headingLevel="h3" variant="sm" />}
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
