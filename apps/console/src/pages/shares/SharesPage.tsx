import { fleet, type FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn, FleetTable } from '../../components/table/FleetTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { ShareAltIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { shareActions } from './share-actions.ts'

const ShareBulk = lazy(() => import('./ShareBulk.tsx'))
const ShareDialogs = lazy(() => import('./ShareDialogs.tsx'))

type ShareRow = FleetRow<'share'>
const typeOf = ({ share_type: type }: ShareRow) => type?.toUpperCase() ?? 'unknown'

function columnsOf(volumeName: (row: ShareRow) => string | undefined): readonly Column<ShareRow>[] {
  return [
    {
      key: 'name',
      header: 'Name for clients',
      cell: ({ appliance, id, name }) => (
        <PageLink to={paths.share(appliance.id, id)} className="vs-name">
          {name}
        </PageLink>
      ),
      value: ({ name }) => name,
    },
    { key: 'share_type', header: 'Type', cell: typeOf, value: typeOf },
    {
      key: 'vol_id',
      header: 'Volume',
      cell: (row) =>
        row.vol_id == null ? (
          <Nothing />
        ) : (
          <PageLink to={paths.volume(row.appliance.id, row.vol_id, { tab: 'access' })} className="vs-name">
            {volumeName(row) ?? row.vol_id}
          </PageLink>
        ),
      value: volumeName,
    },
    applianceColumn(),
    {
      key: 'time_created',
      header: 'Created',
      cell: (row) => <RelativeTime value={row.time_created} />,
      value: (row) => row.time_created,
    },
  ]
}

/** Every share of the fleet. */
export default function SharesPage() {
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  const { data: volumes } = useQuery(fleet('volume', { appliance }))
  const columns = useMemo(() => {
    const names = new Map(volumes?.items.map((volume) => [`${volume.appliance.id}/${volume.id}`, volume.name]))
    return columnsOf((row) => names.get(`${row.appliance.id}/${row.vol_id ?? ''}`))
  }, [volumes])
  const refusal = useRefusal()
  const dialog = useDialog()
  const [onAppliance = '', onShare] = dialog.on?.split('/') ?? []
  const create = { label: 'Create share', to: paths.shareCreate({ appliance }), refusal: refusal('shareCreate') }
  return (
    <>
      <PageHeader title="Shares" actions={<ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="share"
        name="shares"
        label="Shares"
        columns={columns}
        states={{ label: 'Type', of: typeOf }}
        bulk={ShareBulk}
        actions={(row) => shareActions({ refusal, open: (name) => dialog.open(name, `${row.appliance.id}/${row.id}`) })}
        empty={
          <EmptyState titleText="No share yet" headingLevel="h2" icon={ShareAltIcon}>
            <EmptyStateBody>A share makes a filesystem reachable for clients, by NFS or by SMB.</EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton variant="primary" action={create} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name && onShare && <ShareDialogs applianceId={onAppliance} shareId={onShare} dialog={dialog} />}
      </Suspense>
    </>
  )
}
