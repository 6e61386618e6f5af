import { fleet } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn, EmptyFleet, fleetCalls, SilentAppliances } from '../../components/table/FleetTable.tsx'
import { UnreadRows } from '../../components/table/UnreadRows.tsx'
import { applianceOf, useGrouping } from '../../components/table/grouping.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { PartnerCheck } from '@vsnap/console-api/partner-check.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { LinkIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { addressOf, checkOf, knownAs, type PartnerRow, troubleOf } from './partners.ts'
import { usePartnerChecks } from './use-partner-checks.ts'
import { words } from './words.tsx'

const { partners: list, actions } = words

const RemovePartner = lazy(() => import('./RemovePartner.tsx'))

function columnsOf(
  appliances: readonly Appliance[],
  partners: readonly PartnerRow[],
  checks: readonly PartnerCheck[],
): readonly Column<PartnerRow>[] {
  const known = (row: PartnerRow) => knownAs(row, appliances)
  return [
    {
      key: 'partner',
      header: list.partner,
      cell: (row) => {
        const appliance = known(row)
        const trouble = troubleOf(row, { appliances, partners, checks })
        return (
          <div>
            <PageLink to={paths.partner(row.appliance.id, row.id)} className="vs-name">
              {appliance?.name ?? addressOf(row)}
            </PageLink>
            {!appliance && <div className="vs-subtle">{list.notHere}</div>}
            {trouble !== undefined && (
              <>
                <div>
                  <StateLabel meaning="warning">{list.needsAttention}</StateLabel>
                </div>
                <div className="vs-subtle vs-break">{trouble}</div>
              </>
            )}
          </div>
        )
      },
      value: (row) => known(row)?.name ?? '',
    },
    { ...applianceColumn<PartnerRow>(), header: list.appliance },
    {
      key: 'address',
      header: list.address,
      cell: (row) => {
        const url = known(row)?.url
        const elsewhere = url !== undefined && new URL(url).host !== addressOf(row)
        return (
          <>
            <code className="vs-code">{addressOf(row)}</code>
            {elsewhere && <div className="vs-subtle">{list.reachedAt(url.replace(/^https:\/\//, ''))}</div>}
            {checkOf(row, checks)?.found === 'nobody' && <div className="vs-subtle">{list.notReached}</div>}
          </>
        )
      },
      value: addressOf,
    },
    {
      key: 'id',
      header: list.systemId,
      cell: ({ id }) => <CopyId value={id} what="system id" />,
      value: ({ id }) => id,
    },
    {
      key: 'time_created',
      header: list.added,
      cell: (row) => <RelativeTime value={row.time_created} />,
      value: (row) => row.time_created,
    },
  ]
}

/** Which appliances know each other, and under which addresses. */
export function PartnersTab({ appliance }: { appliance: string | undefined }) {
  const [search] = useSearchParams()
  const label = search.get('label') ?? undefined
  const { data, error, refetch } = useQuery(fleet('partner', { appliance, label }))
  const grouping = useGrouping<PartnerRow>(applianceOf)
  const { data: registry } = useQuery(bff('applianceList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  const checks = usePartnerChecks()
  const columns = useMemo(
    () => columnsOf(registry?.appliances ?? [], data?.items ?? [], checks ?? []),
    [registry, data, checks],
  )
  const keyOf = (row: PartnerRow) => `${row.appliance.id}/${row.id}`
  const chosen = data?.items.find((row) => keyOf(row) === dialog.on)
  const add = { label: actions.addPartner, to: paths.partnerAdd({ appliance }), refusal: refusal('partnerCreate') }
  return (
    <>
      <QueryTable
        name="partners"
        label={words.tabs.partners}
        query={{ data: data?.items, error, refetch }}
        columns={columns}
        hasLabels
        groupable="appliance or label"
        grouping={grouping}
        calls={fleetCalls('partner', { appliance, label })}
        rowKey={keyOf}
        rowName={(row) => list.heard.nameOf(addressOf(row), row.appliance.name)}
        actions={(row) => [
          {
            label: actions.removePartner,
            onSelect: () => dialog.open('remove', keyOf(row)),
            refusal: refusal('partnerDelete'),
            danger: true,
          },
        ]}
        notice={
          <>
            <SilentAppliances appliances={data?.appliances ?? []} />
            <UnreadRows resource="partner" unread={data?.unread} />
          </>
        }
        empty={
          <EmptyFleet appliances={data?.appliances ?? []} unread={data?.unread} onRetry={refetch}>
            <EmptyState titleText={list.empty.title} headingLevel="h2" icon={LinkIcon} variant="sm">
              <EmptyStateBody>{list.empty.text}</EmptyStateBody>
              <EmptyStateFooter>
                <EmptyStateActions>
                  <ActionButton variant="primary" action={add} />
                </EmptyStateActions>
              </EmptyStateFooter>
            </EmptyState>
          </EmptyFleet>
        }
      />
      <Suspense>
        {dialog.name === 'remove' && chosen && <RemovePartner partner={chosen} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}
