import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { mountLine, serviceHost, uncPath } from '../../components/mount-line.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import type { Host } from '@vsnap/vsnap-api/host.ts'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import {
  Alert,
  Card,
  CardBody,
  CardTitle,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Label,
  LabelGroup,
  Skeleton,
} from '@patternfly/react-core'
import { BanIcon } from '@patternfly/react-icons'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ShareLink } from './related.tsx'

interface Props {
  readonly applianceId: string
  readonly volume: Volume
  readonly appliance: Appliance
}

/** Who reaches the volume: by its share, or hosts that see it as a LUN. */
export function AccessTab(props: Props) {
  if (props.volume.volume_type !== 'filesystem') return <HostAccess {...props} />
  const { share_id: share } = props.volume
  return share == null ? <NotShared {...props} /> : <ShareAccess {...props} shareId={share} />
}

function NotShared({ applianceId, volume }: Props) {
  const refusal = useRefusal()
  return (
    <EmptyState titleText="Not shared" headingLevel="h2" icon={BanIcon} variant="sm">
      <EmptyStateBody>No client reaches this filesystem: it has no NFS or SMB share.</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ActionButton
            action={{
              label: 'Create share',
              to: paths.shareCreate({ appliance: applianceId, volume: volume.id }),
              refusal: refusal('shareCreate'),
            }}
          />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

function ShareAccess({ applianceId, appliance, shareId }: Props & { shareId: string }) {
  const { data: share, error } = useQuery(vsnap(applianceId, 'shareView', { params: { id: shareId } }))
  const { data: network, isPending } = useQuery(vsnap(applianceId, 'networkList'))
  if (error && !share) return <ErrorAlert error={error} />
  if (!share || isPending) return <Skeleton height="12rem" screenreaderText="Loading" />
  const isSmb = share.share_type === 'smb'
  const host = serviceHost(appliance.url, network?.networks, isSmb ? 'smb' : 'nfs')
  return (
    <div className="vs-cards">
      <Card component="section">
        <CardTitle component="h2">{isSmb ? 'SMB share' : 'NFS share'}</CardTitle>
        <CardBody>
          <Facts
            columns={1}
            items={{
              Name: <ShareLink applianceId={applianceId} id={share.id} />,
              ...(isSmb ? {} : clients(share)),
              Id: <CopyId value={share.id} what="share id" />,
              Created: <RelativeTime value={share.time_created} />,
            }}
          />
        </CardBody>
      </Card>
      <Card component="section">
        <CardTitle component="h2">On a client</CardTitle>
        <CardBody>
          <Facts
            columns={1}
            items={{
              ...(isSmb ? { Windows: <CopyId value={uncPath(share, host)} what="path" whole /> } : {}),
              [isSmb ? 'Linux' : 'Mount, as root']: <CopyId value={mountLine(share, host)} what="mount line" whole />,
            }}
          />
        </CardBody>
      </Card>
    </div>
  )
}

function clients({ share_options: options }: Share): Record<string, React.ReactNode> {
  const hosts = options?.allowed_hosts ?? []
  return {
    Access: options?.read_only ? 'read only' : 'read and write',
    'Allowed hosts':
      hosts.length === 0 ? (
        <Alert variant="warning" isInline isPlain title="Nobody can reach this share: it allows no hosts." />
      ) : (
        <LabelGroup aria-label="Allowed hosts" numLabels={12}>
          {hosts.map((host) => (
            <Label key={host} isCompact>
              {host}
            </Label>
          ))}
        </LabelGroup>
      ),
  }
}

interface Mapping {
  readonly id: string
  readonly host: Host | undefined
  /** The number under which the host sees the volume. */
  readonly lun: number | undefined
}

const columns = (applianceId: string): readonly Column<Mapping>[] => [
  {
    key: 'name',
    header: 'Host',
    cell: ({ id, host }) => (
      <PageLink to={paths.host(applianceId, id)} className="vs-name">
        {host?.name ?? `host ${id}`}
      </PageLink>
    ),
    value: ({ host }) => host?.name,
  },
  { key: 'lun', header: 'LUN', cell: ({ lun }) => lun ?? <Nothing />, value: ({ lun }) => lun },
  {
    key: 'iqns',
    header: 'Initiators',
    cell: ({ host }) =>
      host?.iqns && host.iqns.length > 0 ? (
        <ul>
          {host.iqns.map((iqn) => (
            <li key={iqn}>
              <code className="vs-code vs-break">{iqn}</code>
            </li>
          ))}
        </ul>
      ) : (
        <Nothing why="no initiator: the host cannot log in" />
      ),
    value: ({ host }) => host?.iqns?.join(' '),
  },
]

function combine(results: readonly UseQueryResult<Host, ApiError>[]) {
  return {
    hosts: results.map(({ data }) => data),
    isPending: results.some(({ isPending }) => isPending),
    error: results.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => Promise.all(results.map(({ refetch }) => refetch())),
  }
}

function HostAccess({ applianceId, volume, appliance }: Props) {
  const refusal = useRefusal()
  const ids = volume.host_ids ?? []
  const map = {
    label: 'Map to hosts',
    to: paths.hostMap({ appliance: applianceId, volume: volume.id }),
    refusal: refusal('hostMap'),
  }
  const found = useQueries({
    queries: ids.map((id) => vsnap(applianceId, 'hostView', { params: { id } })),
    combine,
  })
  const { data: targets } = useQuery(vsnap(applianceId, 'targetList'))
  const { data: network } = useQuery(vsnap(applianceId, 'networkList'))
  const rows = ids.map((id): Mapping => {
    const host = found.hosts.find((other) => other?.id === id)
    return { id, host, lun: host?.mapped_luns?.find(({ vol_id: mapped }) => mapped === volume.id)?.lun }
  })
  if (ids.length === 0) {
    return (
      <EmptyState titleText="Mapped to no host" headingLevel="h2" icon={BanIcon} variant="sm">
        <EmptyStateBody>No host sees this {volume.volume_type} as a disk.</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <ActionButton action={map} />
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    )
  }
  return (
    <div className="vs-stack">
      <QueryTable
        name="volume-hosts"
        label="Hosts"
        query={{
          data: found.isPending || (found.error && found.hosts.every((host) => !host)) ? undefined : rows,
          error: found.error,
          refetch: found.refetch,
        }}
        columns={columns(applianceId)}
        rowKey={({ id }) => id}
        rowName={({ id, host }) => host?.name ?? id}
        toolbar={<ActionButton action={map} />}
        empty={null}
      />
      <div className="vs-cards">
        <Card component="section">
          <CardTitle component="h2">On a host</CardTitle>
          <CardBody>
            <Facts
              columns={1}
              items={{
                Portal: (
                  <CopyId
                    value={`${serviceHost(appliance.url, network?.networks, 'iscsi')}:3260`}
                    what="portal"
                    whole
                  />
                ),
                Target: targets?.targets.length ? (
                  <ul>
                    {targets.targets.map(({ wwn }) => (
                      <li key={wwn}>
                        <CopyId value={wwn} what="target" whole />
                      </li>
                    ))}
                  </ul>
                ) : (
                  <Nothing />
                ),
                Serial: volume.serial ? <CopyId value={volume.serial} what="serial" whole /> : <Nothing />,
              }}
            />
          </CardBody>
        </Card>
      </div>
    </div>
  )
}
