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
import { exactTime } from '../../ui/time.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { CameraIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useRowActions } from './use-row-actions.ts'
import { words } from './words.ts'

const { list } = words

const CreateSnapshot = lazy(() =>
  import('../../components/dialogs/CreateSnapshot.tsx').then((module) => ({ default: module.CreateSnapshot })),
)
const DeleteSnapshot = lazy(() =>
  import('../../components/dialogs/DeleteSnapshot.tsx').then((module) => ({ default: module.DeleteSnapshot })),
)

const SnapshotBulk = lazy(() => import('./SnapshotBulk.tsx'))

type SnapshotRow = FleetRow<'snapshot'>

function columnsOf(volumeName: (row: SnapshotRow) => string | undefined): readonly Column<SnapshotRow>[] {
  return [
    {
      key: 'name',
      header: list.name,
      cell: ({ appliance, id, name }) => (
        <PageLink to={paths.snapshot(appliance.id, id)} className="vs-name">
          {name}
        </PageLink>
      ),
      value: ({ name }) => name,
    },
    {
      key: 'parent_id',
      header: list.volume,
      cell: (row) =>
        row.parent_id == null ? (
          <Nothing />
        ) : (
          <PageLink to={paths.volume(row.appliance.id, row.parent_id, { tab: 'snapshots' })} className="vs-name">
            {volumeName(row) ?? row.parent_id}
          </PageLink>
        ),
      value: volumeName,
    },
    applianceColumn(),
    {
      key: 'time_created',
      header: list.created,
      cell: (row) => (
        <>
          <RelativeTime value={row.time_created} />{' '}
          {row.time_created != null && <span className="vs-aside vs-number">{exactTime(row.time_created)}</span>}
        </>
      ),
      value: (row) => row.time_created,
    },
    { key: 'id', header: list.id, cell: ({ id }) => id, value: ({ id }) => id, optional: true },
  ]
}

/** Every snapshot of the fleet, the newest first until the person sorts them. */
export default function SnapshotsPage() {
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  const { data: volumes } = useQuery(fleet('volume', { appliance }))
  const columns = useMemo(() => {
    const names = new Map(volumes?.items.map(({ appliance, id, name }) => [`${appliance.id}/${id}`, name]))
    return columnsOf((row) => names.get(`${row.appliance.id}/${row.parent_id ?? ''}`))
  }, [volumes])
  const refusal = useRefusal()
  const dialog = useDialog()
  const [onAppliance = '', onSnapshot] = dialog.on?.split('/') ?? []
  const create = {
    label: words.actions.create,
    onSelect: () => dialog.open('create'),
    refusal: refusal('snapshotCreate'),
  }
  return (
    <>
      <PageHeader title={words.snapshots} actions={<ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="snapshot"
        name="snapshots"
        label={words.snapshots}
        columns={columns}
        order="-time_created"
        bulk={SnapshotBulk}
        useActions={useRowActions}
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={CameraIcon}>
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
        {dialog.name === 'create' && <CreateSnapshot applianceId={appliance} onClose={dialog.close} />}
        {dialog.name === 'delete' && onSnapshot && (
          <DeleteSnapshot applianceId={onAppliance} snapshotId={onSnapshot} onClose={dialog.close} />
        )}
      </Suspense>
    </>
  )
}
