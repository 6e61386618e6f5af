import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { ActionButton, type Action } from '../../components/actions.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { Initiators } from '../../components/Initiators.tsx'
import { IscsiCard } from '../../components/IscsiCard.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { ShareLink } from '../../components/related.tsx'
import { ShareFacts } from '../../components/ShareFacts.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { ApiError } from '@vsnap/contract/error.ts'
import type { Host } from '@vsnap/vsnap-api/host.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Skeleton } from '@patternfly/react-core'
import { BanIcon } from '@patternfly/react-icons'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { lazy, useMemo } from 'react'
import { words } from './page-words.tsx'

const { access } = words

const MappingBulk = lazy(() => import('./MappingBulk.tsx'))

interface Props {
  readonly applianceId: string
  readonly volume: Volume
  readonly appliance: Appliance
  /** Gives access to the volume: shares it, or maps it to one more host. */
  readonly create: Action
}

/** Who reaches the volume: by its share, or hosts that see it as a LUN. */
export function AccessTab(props: Props) {
  const { volume, create } = props
  if (volume.volume_type !== 'filesystem') return <HostAccess {...props} />
  if (volume.share_id != null) return <ShareAccess {...props} shareId={volume.share_id} />
  return <NoAccess title={access.notShared.title} text={access.notShared.text} create={create} />
}

function NoAccess({ title, text, create }: { title: string; text: string; create: Action }) {
  return (
    <EmptyState titleText={title} headingLevel="h2" icon={BanIcon} variant="sm">
      <EmptyStateBody>{text}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <ActionButton action={create} />
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

function ShareAccess({ applianceId, appliance, shareId }: Props & { shareId: string }) {
  const { data: share, error } = useQuery(vsnap(applianceId, 'shareView', { params: { id: shareId } }))
  const refusal = useRefusal()
  const dialog = useDialog()
  if (error && !share) return <ErrorAlert error={error} />
  if (!share) return <Skeleton height="12rem" screenreaderText={words.loading} />
  return (
    <div className="vs-stack">
      <ShareFacts
        appliance={appliance}
        share={share}
        first={{
          [access.shareName]: <ShareLink applianceId={applianceId} id={shareId} />,
        }}
      />
      <div className="vs-actions">
        <ActionButton
          action={{
            label: access.editShare,
            onSelect: () => dialog.open('edit-share'),
            refusal: refusal('shareUpdate'),
          }}
        />
        <ActionButton
          action={{
            label: access.deleteShare,
            onSelect: () => dialog.open('delete-share'),
            refusal: refusal('volumeShareDelete'),
            danger: true,
          }}
        />
      </div>
    </div>
  )
}

export interface Mapping {
  readonly appliance: { readonly id: string; readonly name: string }
  readonly volume: { readonly id: string; readonly name: string }
  readonly id: string
  readonly host: Host | undefined
  /** The number under which the host sees the volume. */
  readonly lun: number | undefined
}

const columnsOf = (applianceId: string): readonly Column<Mapping>[] => [
  {
    key: 'name',
    header: access.host,
    cell: ({ id, host }) => (
      <PageLink to={paths.host(applianceId, id)} className="vs-name">
        {host?.name ?? access.hostById(id)}
      </PageLink>
    ),
    value: ({ host }) => host?.name,
  },
  { key: 'lun', header: access.lun, cell: ({ lun }) => lun ?? <Nothing />, value: ({ lun }) => lun },
  {
    key: 'iqns',
    header: access.initiators,
    cell: ({ host }) => (host ? <Initiators iqns={host.iqns} /> : <Nothing />),
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

function HostAccess({ applianceId, volume, appliance, create }: Props) {
  const ids = volume.host_ids ?? []
  const found = useQueries({
    queries: ids.map((id) => vsnap(applianceId, 'hostView', { params: { id } })),
    combine,
  })
  const refusal = useRefusal()
  const dialog = useDialog()
  const columns = useMemo(() => columnsOf(applianceId), [applianceId])
  const rows = ids.map((id): Mapping => {
    const host = found.hosts.find((other) => other?.id === id)
    return {
      appliance,
      volume,
      id,
      host,
      lun: host?.mapped_luns?.find(({ vol_id: mapped }) => mapped === volume.id)?.lun,
    }
  })
  if (ids.length === 0) {
    const { title, text } = access.notMapped
    const kind = volume.volume_type === 'lun' || volume.volume_type === 'filebackedlun' ? volume.volume_type : 'unknown'
    return <NoAccess title={title} text={text[kind]} create={create} />
  }
  return (
    <div className="vs-stack">
      <QueryTable
        name="volume-hosts"
        label={access.hosts}
        query={{
          data: found.isPending || (found.error && found.hosts.every((host) => !host)) ? undefined : rows,
          error: found.error,
          refetch: found.refetch,
        }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ id, host }) => host?.name ?? id}
        actions={({ id }) => [
          { label: access.editHost, to: paths.host(applianceId, id, { do: 'edit' }), refusal: refusal('hostUpdate') },
          {
            label: access.unmap,
            onSelect: () => dialog.open('unmap', id),
            refusal: refusal('hostUnmap'),
            danger: true,
          },
        ]}
        bulk={MappingBulk}
        toolbar={<ActionButton action={create} />}
        empty={null}
      />
      <div className="vs-cards">
        <IscsiCard appliance={appliance} serial={volume.serial} />
      </div>
    </div>
  )
}
