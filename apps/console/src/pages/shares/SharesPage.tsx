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
import { words } from './words.ts'

const { list } = words

const ShareBulk = lazy(() => import('./ShareBulk.tsx'))
const ShareDialogs = lazy(() => import('./ShareDialogs.tsx'))

type ShareRow = FleetRow<'share'>
const typeOf = ({ share_type: type }: ShareRow) => type?.toUpperCase() ?? list.typeUnknown

function columnsOf(volumeName: (row: ShareRow) => string | undefined): readonly Column<ShareRow>[] {
  return [
    {
      key: 'name',
      header: list.name,
      cell: ({ appliance, id, name }) => (
        <PageLink to={paths.share(appliance.id, id)} className="vs-name">
          {name}
        </PageLink>
      ),
      value: ({ name }) => name,
    },
    { key: 'share_type', header: list.type, cell: typeOf, value: typeOf },
    {
      key: 'vol_id',
      header: list.volume,
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
      header: list.created,
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
  const create = { label: words.actions.create, to: paths.shareCreate({ appliance }), refusal: refusal('shareCreate') }
  return (
    <>
      <PageHeader title={words.shares} actions={<ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="share"
        name="shares"
        label={words.shares}
        columns={columns}
        states={{ label: list.type, of: typeOf }}
        bulk={ShareBulk}
        actions={(row) => shareActions({ refusal, open: (name) => dialog.open(name, `${row.appliance.id}/${row.id}`) })}
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={ShareAltIcon}>
            <EmptyStateBody>{list.empty.text}</EmptyStateBody>
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
