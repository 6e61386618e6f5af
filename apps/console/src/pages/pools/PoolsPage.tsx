import { fleet, type FleetRow } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn, FleetTable } from '../../components/table/FleetTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { DatabaseIcon, ServerIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { poolActions } from './pool-actions.ts'
import { PoolState, poolStateWord } from './PoolState.tsx'

// Forms load when one is opened.
const PoolBulk = lazy(() => import('./PoolBulk.tsx'))
const PoolDialogs = lazy(() => import('./PoolDialogs.tsx'))

type PoolRow = FleetRow<'pool'>

const columns: readonly Column<PoolRow>[] = [
  {
    key: 'name',
    header: 'Name',
    cell: ({ appliance, id, name }) => (
      <PageLink to={paths.pool(appliance.id, id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  applianceColumn(),
  { key: 'status', header: 'State', cell: (pool) => <PoolState pool={pool} />, value: poolStateWord },
  {
    key: 'size_used',
    header: 'Used',
    cell: ({ size_used: used, size_total: total }) => <UsageBar used={used} of={total} />,
    value: ({ size_used: used, size_total: total }) => (used == null || !total ? null : used / total),
  },
  {
    key: 'size_free',
    header: 'Free',
    cell: ({ size_free: free }) => <Bytes value={free} />,
    value: ({ size_free: free }) => free,
    align: 'end',
  },
  {
    key: 'size_total',
    header: 'Size',
    cell: ({ size_total: total }) => <Bytes value={total} />,
    value: ({ size_total: total }) => total,
    align: 'end',
    optional: true,
  },
  {
    key: 'pool_type',
    header: 'Type',
    cell: ({ pool_type: type }) => type ?? <Nothing />,
    value: ({ pool_type: type }) => type,
  },
  {
    key: 'time_created',
    header: 'Created',
    cell: ({ time_created: time }) => <RelativeTime value={time} />,
    value: ({ time_created: time }) => time,
  },
  { key: 'id', header: 'Id', cell: ({ id }) => id, value: ({ id }) => id, optional: true },
]

const states = { label: 'State', of: ({ status }: PoolRow) => status ?? 'unknown' }

export default function PoolsPage() {
  const [search] = useSearchParams()
  const applianceId = search.get('appliance') ?? undefined
  const { data: pools } = useQuery(fleet('pool', { appliance: applianceId }))
  const { data: appliances } = useQuery(bff('applianceList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  const [onAppliance = '', onPool] = dialog.on?.split('/') ?? []
  const row = pools?.items.find(({ appliance, id }) => appliance.id === onAppliance && id === onPool)
  const create = {
    label: 'Create pool',
    to: paths.poolCreate({ appliance: applianceId }),
    refusal: refusal('poolCreate'),
  }
  const add = { label: 'Add appliance', to: paths.applianceAdd(), refusal: refusal('applianceCreate') }
  const isBare = appliances?.total === 0
  return (
    <>
      <PageHeader title="Pools" actions={<ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="pool"
        name="pools"
        label="Pools"
        columns={columns}
        states={states}
        bulk={PoolBulk}
        actions={(pool) =>
          Object.values(
            poolActions(pool, {
              applianceId: pool.appliance.id,
              refusal,
              open: (name) => dialog.open(name, `${pool.appliance.id}/${pool.id}`),
            }),
          )
        }
        empty={
          <EmptyState
            titleText={isBare ? 'No appliance yet' : 'No pool yet'}
            headingLevel="h2"
            icon={isBare ? ServerIcon : DatabaseIcon}
          >
            <EmptyStateBody>
              {isBare
                ? 'Pools are made of the disks of an appliance. Add the first appliance by its address, user name and password.'
                : 'A pool joins disks of one appliance into protected space, from which volumes take theirs.'}
            </EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton variant="primary" action={isBare ? add : create} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name && row && <PoolDialogs applianceId={onAppliance} poolId={row.id} dialog={dialog} />}
      </Suspense>
    </>
  )
}
