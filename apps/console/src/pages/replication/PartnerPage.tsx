import { vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { ActionButton, PageActions } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StaleNotice } from '../../components/StaleNotice.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { useRelationships } from '../../components/replication/use-relationships.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Alert, Card, CardBody, CardTitle, EmptyState, EmptyStateBody, Title } from '@patternfly/react-core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useNavigate, useParams } from 'react-router'
import { addressOf, between, checkOf, knownAs, troubleOf } from './partners.ts'
import { relationColumns } from './relation-columns.tsx'
import { usePartnerChecks } from './use-partner-checks.ts'
import { words } from './words.tsx'

const { partner: page, actions } = words

const RemovePartner = lazy(() => import('./RemovePartner.tsx'))

/** One partner of one appliance: who it is, under which address it is reached, and what is replicated between the two. */
export default function PartnerPage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'partnerView', view),
    refetchInterval: refreshEvery,
  })
  const { data, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const { data: registry } = useQuery(bff('applianceList'))
  const { data: partners } = useQuery(fleet('partner'))
  const relations = useRelationships()
  const refusal = useRefusal()
  const dialog = useDialog()
  const navigate = useNavigate()
  // Removed by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'remove') throw error
  const partner = { ...data, appliance: { id: appliance.id, name: appliance.name } }
  const appliances = registry?.appliances ?? []
  const known = knownAs(partner, appliances)
  const title = known?.name ?? addressOf(partner)
  const checks = usePartnerChecks()
  const trouble =
    registry && partners && troubleOf(partner, { appliances, partners: partners.items, checks: checks ?? [] })
  const list = paths.replication({ tab: 'partners' })
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { text: words.replication, to: paths.replication() },
          { text: words.tabs.partners, to: list },
        ]}
        aside={
          <span className="vs-subtle">
            {page.of(
              <PageLink to={paths.appliance(applianceId)} className="vs-name vs-in-text">
                {appliance.name}
              </PageLink>,
            )}
          </span>
        }
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('partnerView', view)} />
            <PageActions
              name={title}
              actions={[
                {
                  label: actions.replicateTo,
                  to: paths.replicate({ appliance: applianceId, partner: id }),
                  refusal: refusal('relationshipCreate'),
                },
                {
                  label: actions.removePartner,
                  onSelect: () => dialog.open('remove'),
                  refusal: refusal('partnerDelete'),
                  danger: true,
                },
              ]}
            />
          </>
        }
      />
      <StaleNotice read={read} />
      <div className="vs-stack">
        {trouble !== undefined && (
          <Alert variant="warning" isInline title={trouble}>
            {page.mend}
          </Alert>
        )}
        <div className="vs-cards">
          <Card component="section">
            <CardTitle component="h2">{page.partner}</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  [page.appliance]: known ? (
                    <PageLink to={paths.appliance(known.id)} className="vs-name">
                      {known.name}
                    </PageLink>
                  ) : (
                    page.notHere
                  ),
                  [page.systemId]: <CopyId value={id} what="system id" />,
                  [page.seenFromIt]: known ? (
                    <PageLink to={paths.partner(known.id, appliance.system_id ?? '')} className="vs-name">
                      {page.nameOf(appliance.name, known.name)}
                    </PageLink>
                  ) : (
                    <Nothing why={page.applianceNotHere} />
                  ),
                  [page.added]: <RelativeTime value={data.time_created} />,
                  [page.changed]: <RelativeTime value={data.time_updated} />,
                }}
              />
            </CardBody>
          </Card>
          <Card component="section">
            <CardTitle component="h2">{page.address}</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  [page.from(appliance.name)]: <CopyId value={addressOf(partner)} what="address" whole />,
                  [page.fromConsole]: known ? <code className="vs-code vs-break">{known.url}</code> : <Nothing />,
                  [page.foundThere]: checks ? (
                    page.found[checkOf(partner, checks)?.found ?? 'unknown']
                  ) : (
                    <Nothing why={page.looking} />
                  ),
                  [page.sshPort]: data.ssh_port ?? <Nothing />,
                }}
              />
            </CardBody>
          </Card>
        </div>
        <section className="vs-stack">
          <Title headingLevel="h2" size="lg">
            {page.between}
          </Title>
          <QueryTable
            name="partner-relationships"
            label={page.relationships}
            query={{ ...relations, data: relations.data && between(partner, relations.data) }}
            columns={relationColumns}
            order="-lag"
            rowKey={({ id: relation }) => relation}
            rowName={({ id: relation, primary }) => primary.volumeName ?? relation}
            empty={
              <EmptyState titleText={page.nothingBetween} headingLevel="h3" variant="sm">
                <EmptyStateBody>
                  <ActionButton
                    variant="link"
                    action={{
                      label: page.replicate(appliance.name, title),
                      to: paths.replicate({ appliance: applianceId, partner: id }),
                      refusal: refusal('relationshipCreate'),
                    }}
                  />
                </EmptyStateBody>
              </EmptyState>
            }
          />
        </section>
      </div>
      <Suspense>
        {dialog.name === 'remove' && (
          <RemovePartner partner={partner} onClose={dialog.close} onRemoved={() => navigate(list, { replace: true })} />
        )}
      </Suspense>
    </>
  )
}
