import { fleet, type FleetRow } from '../../api/fleet.ts'
import { useOperation } from '../../api/operations.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn, SilentAppliances } from '../../components/table/FleetTable.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { toast } from '../../components/toasts.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useRelationships } from '../../components/replication/use-relationships.ts'

type PartnerRow = FleetRow<'partner'>

const addressOf = ({ address, api_port: port }: PartnerRow) => `${address ?? '?'}:${port ?? 8900}`

function columnsOf(appliances: readonly Appliance[]): readonly Column<PartnerRow>[] {
  const known = ({ id }: PartnerRow) => appliances.find(({ system_id: system }) => system === id)
  return [
    {
      key: 'partner',
      header: 'Partner',
      cell: (row) => {
        const appliance = known(row)
        return appliance ? (
          <PageLink to={paths.appliance(appliance.id)} className="vs-name">
            {appliance.name}
          </PageLink>
        ) : (
          <span className="vs-subtle">not in this console</span>
        )
      },
      value: (row) => known(row)?.name ?? '',
    },
    { ...applianceColumn<PartnerRow>(), header: 'Of appliance' },
    {
      key: 'address',
      header: 'Address there',
      cell: (row) => {
        const url = known(row)?.url
        const elsewhere = url !== undefined && new URL(url).host !== addressOf(row)
        return (
          <>
            <code className="vs-code">{addressOf(row)}</code>
            {elsewhere && (
              <div className="vs-subtle">the console reaches this system at {url.replace(/^https:\/\//, '')}</div>
            )}
          </>
        )
      },
      value: addressOf,
    },
    {
      key: 'id',
      header: 'System id',
      cell: ({ id }) => <CopyId value={id} what="system id" />,
      value: ({ id }) => id,
    },
    {
      key: 'time_created',
      header: 'Added',
      cell: (row) => <RelativeTime value={row.time_created} />,
      value: (row) => row.time_created,
    },
  ]
}

/** Which appliances know each other, and under which addresses. */
export function PartnersTab({ appliance }: { appliance: string | undefined }) {
  const { data, error, refetch } = useQuery(fleet('partner', { appliance }))
  const { data: registry } = useQuery(bff('applianceList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  const columns = useMemo(() => columnsOf(registry?.appliances ?? []), [registry])
  const keyOf = (row: PartnerRow) => `${row.appliance.id}/${row.id}`
  const chosen = data?.items.find((row) => keyOf(row) === dialog.on)
  const add = { label: 'Add partner', to: paths.partnerAdd({ appliance }), refusal: refusal('partnerCreate') }
  return (
    <>
      <QueryTable
        name="partners"
        label="Partners"
        query={{ data: data?.items, error, refetch }}
        columns={columns}
        rowKey={keyOf}
        rowName={(row) => `${addressOf(row)} of ${row.appliance.name}`}
        actions={(row) => [
          {
            label: 'Remove partner',
            onSelect: () => dialog.open('remove', keyOf(row)),
            refusal: refusal('partnerDelete'),
            danger: true,
          },
        ]}
        notice={<SilentAppliances appliances={data?.appliances ?? []} />}
        empty={
          <EmptyState titleText="No partners yet" headingLevel="h2" variant="sm">
            <EmptyStateBody>
              Two appliances have to know each other before one can keep copies of the other’s volumes.
            </EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton variant="primary" action={add} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
      {dialog.name === 'remove' && chosen && <RemovePartner partner={chosen} onClose={dialog.close} />}
    </>
  )
}

function RemovePartner({ partner, onClose }: { partner: PartnerRow; onClose: () => void }) {
  const remove = useOperation(partner.appliance.id, 'partnerDelete')
  const { data: relations } = useRelationships()
  const between = relations?.filter(({ primary, replica }) => {
    const ends = [primary, replica]
    return (
      ends.some(({ appliance }) => appliance?.id === partner.appliance.id) &&
      ends.some(({ systemId }) => systemId === partner.id)
    )
  })
  const count = between?.length ?? 0
  return (
    <ConfirmDelete
      what="partner"
      verb="Remove"
      name={partner.address ?? partner.id}
      consequences={
        between && (count === 0 ? [] : [`${count} ${count === 1 ? 'relationship' : 'relationships'} between the two`])
      }
      note={`${partner.appliance.name} and the partner forget each other. Volumes stay on both.`}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: partner.id } })
        toast({ title: `${partner.appliance.name} has forgotten the partner` })
        onClose()
      }}
    />
  )
}
