import { vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { ActionButton, PageActions } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { Initiators } from '../../components/Initiators.tsx'
import { IscsiCard } from '../../components/IscsiCard.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StaleNotice } from '../../components/StaleNotice.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import {
  Alert,
  Card,
  CardBody,
  CardTitle,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Title,
} from '@patternfly/react-core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { hostActions } from './host-actions.ts'
import { nameOfLun, type Lun } from './lun.ts'
import { words } from './words.tsx'

const { page, lunList } = words

const HostDialogs = lazy(() => import('./HostDialogs.tsx'))
const LunBulk = lazy(() => import('./LunBulk.tsx'))

/** So many rows need no filter. */
const few = 10

const columnsOf = (applianceId: string): readonly Column<Lun>[] => [
  { key: 'lun', header: lunList.lun, cell: ({ lun }) => lun ?? '?', value: ({ lun }) => lun },
  {
    key: 'volume',
    header: lunList.volume,
    cell: ({ volumeId, volume }) => (
      <PageLink to={paths.volume(applianceId, volumeId)} className="vs-name">
        {volume?.name ?? volumeId}
      </PageLink>
    ),
    value: ({ volume }) => volume?.name,
  },
  {
    key: 'volume_type',
    header: lunList.kind,
    cell: ({ volume }) => volume?.volume_type ?? '',
    value: ({ volume }) => volume?.volume_type,
  },
  {
    key: 'size_total',
    header: lunList.size,
    cell: ({ volume }) => <Bytes value={volume?.size_total} />,
    value: ({ volume }) => volume?.size_total,
    align: 'end',
  },
]

/** One host: its initiators, and the LUNs that it sees. */
export default function HostPage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'hostView', view),
    refetchInterval: refreshEvery,
  })
  const { data: host, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const { data: volumes, refetch } = useQuery(vsnap(applianceId, 'volumeList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  const navigate = useNavigate()
  const columns = useMemo(() => columnsOf(applianceId), [applianceId])
  // Deleted by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'delete') throw error
  const luns = (host.mapped_luns ?? []).map(({ lun, vol_id: volumeId }): Lun => ({
    appliance,
    host,
    lun,
    volumeId: volumeId ?? '',
    volume: volumes?.volumes.find((volume) => volume.id === volumeId),
  }))
  const isBlind = luns.length > 0 && (host.iqns ?? []).length === 0
  const map = {
    label: words.actions.map,
    to: paths.hostMap({ appliance: applianceId, host: id }),
    refusal: refusal('hostMap'),
  }
  return (
    <>
      <PageHeader
        title={host.name}
        trail={[{ text: words.hosts, to: paths.hosts() }]}
        aside={
          <PageLink to={paths.appliance(applianceId)} className="vs-name">
            {appliance.name}
          </PageLink>
        }
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('hostView', view)} />
            <PageActions
              name={host.name}
              actions={hostActions({ applianceId, hostId: id, refusal, open: (name) => dialog.open(name) })}
            />
          </>
        }
      />
      <StaleNotice read={read} />
      <div className="vs-stack">
        {isBlind && (
          <Alert variant="warning" isInline title={page.blind.title}>
            {page.blind.text}
          </Alert>
        )}
        <div className="vs-cards">
          <Card component="section">
            <CardTitle component="h2">{page.host}</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{
                  [page.initiators]: <Initiators iqns={host.iqns} />,
                  [page.id]: <CopyId value={host.id} what="host id" />,
                  [page.created]: <RelativeTime value={host.time_created} />,
                  [page.changed]: <RelativeTime value={host.time_updated} />,
                }}
              />
            </CardBody>
          </Card>
          <IscsiCard appliance={appliance} />
        </div>
        <section className="vs-stack">
          <div className="vs-header">
            <Title headingLevel="h2" size="lg">
              {lunList.title}
            </Title>
            {luns.length > 0 && <ActionButton action={map} />}
          </div>
          <QueryTable
            name="host-luns"
            label={lunList.title}
            query={{ data: luns, error: null, refetch }}
            columns={columns}
            rowKey={({ volumeId }) => volumeId}
            rowName={nameOfLun}
            isPlain={luns.length <= few}
            actions={({ volumeId }) => [
              {
                label: words.actions.unmap,
                onSelect: () => dialog.open('unmap', volumeId),
                refusal: refusal('hostUnmap'),
                danger: true,
              },
            ]}
            bulk={LunBulk}
            empty={
              <EmptyState titleText={lunList.empty.title} headingLevel="h3" variant="sm">
                <EmptyStateBody>{lunList.empty.text}</EmptyStateBody>
                <EmptyStateFooter>
                  <EmptyStateActions>
                    <ActionButton action={map} />
                  </EmptyStateActions>
                </EmptyStateFooter>
              </EmptyState>
            }
          />
        </section>
      </div>
      <Suspense>
        {dialog.name && (
          <HostDialogs
            applianceId={applianceId}
            hostId={id}
            dialog={dialog}
            onDeleted={() => navigate(paths.hosts({ appliance: applianceId }), { replace: true })}
          />
        )}
      </Suspense>
    </>
  )
}
