import type { FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { Initiators } from '../../components/Initiators.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn, FleetTable } from '../../components/table/FleetTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { DesktopIcon } from '@patternfly/react-icons'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { hostActions } from './host-actions.ts'
import { words } from './words.tsx'

const { list } = words

const HostBulk = lazy(() => import('./HostBulk.tsx'))
const HostDialogs = lazy(() => import('./HostDialogs.tsx'))
const CreateHost = lazy(() => import('./host-form.tsx').then((module) => ({ default: module.CreateHost })))

type HostRow = FleetRow<'host'>

const columns: readonly Column<HostRow>[] = [
  {
    key: 'name',
    header: list.name,
    cell: ({ appliance, id, name }) => (
      <PageLink to={paths.host(appliance.id, id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  applianceColumn(),
  {
    key: 'iqns',
    header: list.initiators,
    cell: ({ iqns }) => <Initiators iqns={iqns} />,
    value: ({ iqns }) => iqns?.join(' '),
  },
  {
    key: 'time_created',
    header: list.created,
    cell: (row) => <RelativeTime value={row.time_created} />,
    value: (row) => row.time_created,
  },
]

/** Every storage client of the fleet that sees LUNs. */
export default function HostsPage() {
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  const refusal = useRefusal()
  const dialog = useDialog()
  const [onAppliance = '', onHost] = dialog.on?.split('/') ?? []
  const create = { label: words.actions.create, onSelect: () => dialog.open('create'), refusal: refusal('hostCreate') }
  return (
    <>
      <PageHeader title={words.hosts} actions={<ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="host"
        name="hosts"
        label={words.hosts}
        columns={columns}
        bulk={HostBulk}
        actions={(row) =>
          hostActions({
            applianceId: row.appliance.id,
            hostId: row.id,
            refusal,
            open: (name) => dialog.open(name, `${row.appliance.id}/${row.id}`),
          })
        }
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={DesktopIcon}>
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
        {dialog.name === 'create' && <CreateHost appliance={appliance} onClose={dialog.close} />}
        {dialog.name && onHost && <HostDialogs applianceId={onAppliance} hostId={onHost} dialog={dialog} />}
      </Suspense>
    </>
  )
}
