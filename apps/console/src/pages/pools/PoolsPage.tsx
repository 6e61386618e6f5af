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
import { words } from './words.ts'

const { list } = words

// Forms load when one is opened.
const PoolBulk = lazy(() => import('./PoolBulk.tsx'))
const PoolDialogs = lazy(() => import('./PoolDialogs.tsx'))

type PoolRow = FleetRow<'pool'>

const columns: readonly Column<PoolRow>[] = [
  {
    key: 'name',
    header: list.name,
    cell: ({ appliance, id, name }) => (
      <PageLink to={paths.pool(appliance.id, id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  applianceColumn(),
  { key: 'status', header: list.state, cell: (pool) => <PoolState pool={pool} />, value: poolStateWord },
  {
    key: 'size_used',
    header: list.used,
    cell: ({ size_used: used, size_total: total }) => <UsageBar used={used} of={total} />,
    value: ({ size_used: used, size_total: total }) => (used == null || !total ? null : used / total),
    inFile: [
      { key: 'size_used', header: list.used, value: ({ size_used: used }) => used },
      { key: 'size_total', header: list.size, value: ({ size_total: total }) => total },
    ],
  },
  {
    key: 'size_free',
    header: list.free,
    cell: ({ size_free: free }) => <Bytes value={free} />,
    value: ({ size_free: free }) => free,
    align: 'end',
  },
  {
    key: 'size_total',
    header: list.size,
    cell: ({ size_total: total }) => <Bytes value={total} />,
    value: ({ size_total: total }) => total,
    align: 'end',
    optional: true,
  },
  {
    key: 'pool_type',
    header: list.type,
    cell: ({ pool_type: type }) => type ?? <Nothing />,
    value: ({ pool_type: type }) => type,
  },
  {
    key: 'time_created',
    header: list.created,
    cell: ({ time_created: time }) => <RelativeTime value={time} />,
    value: ({ time_created: time }) => time,
  },
  { key: 'id', header: list.id, cell: ({ id }) => id, value: ({ id }) => id, optional: true },
]

const states = { label: list.state, of: ({ status }: PoolRow) => status ?? words.stateUnknown }

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
    label: words.actions.create,
    to: paths.poolCreate({ appliance: applianceId }),
    refusal: refusal('poolCreate'),
  }
  const add = { label: words.actions.addAppliance, to: paths.applianceAdd(), refusal: refusal('applianceCreate') }
  const isBare = appliances?.total === 0
  const empty = isBare ? list.noAppliance : list.empty
  return (
    <>
      <PageHeader title={words.pools} actions={<ActionButton variant="primary" action={create} />} />
      <FleetTable
        resource="pool"
        name="pools"
        label={words.pools}
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
          <EmptyState titleText={empty.title} headingLevel="h2" icon={isBare ? ServerIcon : DatabaseIcon}>
            <EmptyStateBody>{empty.text}</EmptyStateBody>
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
