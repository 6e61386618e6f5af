import { consoleCall } from '../../api/calls.ts'
import { unprotected } from '../../api/fleet.ts'
import { useRefusal } from '../../api/person.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { applianceColumn } from '../../components/table/FleetTable.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { CheckCircleIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { UnprotectedVolume } from './UnprotectedBulk.tsx'
import { words } from './words.tsx'

const UnprotectedBulk = lazy(() => import('./UnprotectedBulk.tsx'))

const columns: readonly Column<UnprotectedVolume>[] = [
  {
    key: 'name',
    header: words.unprotected.volume,
    cell: ({ appliance, id, name }) => (
      <PageLink to={paths.volume(appliance.id, id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  applianceColumn(),
  {
    key: 'newest',
    header: words.unprotected.newest,
    cell: ({ newest }) =>
      newest === null ? <Nothing why={words.unprotected.noSnapshot} /> : <RelativeTime value={newest} />,
    value: ({ newest }) => newest,
  },
]

/** The volumes behind a number of the overview: each with the one thing that protects it. */
export default function UnprotectedPage() {
  const without = useParams().without === 'snapshot' ? 'snapshot' : 'relationship'
  const label = useSearchParams()[0].get('label')
  const { data, error, refetch } = useQuery(unprotected(without, label))
  const refusal = useRefusal()
  const { title, none } = words.unprotected.without[without]
  return (
    <>
      <PageHeader title={title} trail={[{ text: words.title, to: paths.home() }]} />
      <QueryTable<UnprotectedVolume>
        name={`unprotected-${without}`}
        label={title}
        query={{ data: data?.volumes, error, refetch }}
        columns={columns}
        bulk={UnprotectedBulk}
        hasLabels
        calls={{
          own: consoleCall('fleetUnprotected', {
            params: { without },
            ...(label === null ? {} : { query: { label } }),
          }),
        }}
        rowKey={({ appliance, id }) => `${appliance.id}/${id}`}
        rowName={({ appliance, name }) => words.unprotected.heard.nameOn(name, appliance.name)}
        actions={({ appliance, id }) => [
          without === 'snapshot'
            ? {
                label: words.unprotected.actions.createSnapshot,
                to: paths.volume(appliance.id, id, { do: 'snapshot' }),
                refusal: refusal('snapshotCreate'),
              }
            : {
                label: words.unprotected.actions.replicate,
                to: paths.replicate({ appliance: appliance.id, volume: id }),
                refusal: refusal('relationshipCreate'),
              },
        ]}
        empty={
          <EmptyState titleText={words.unprotected.allProtected} headingLevel="h2" icon={CheckCircleIcon}>
            <EmptyStateBody>{none}</EmptyStateBody>
          </EmptyState>
        }
      />
    </>
  )
}
