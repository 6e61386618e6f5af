import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import type { VolumeSummary } from '@vsnap/vsnap-api/volume.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { VolumeIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { words } from './page-words.tsx'

const { volumes: tab } = words

const kindOf = ({ volume_type: kind, is_clone: isClone }: VolumeSummary) => {
  const known = kind ?? tab.kindUnknown
  return isClone === true ? tab.clone(known) : known
}

const columnsOf = (applianceId: string): readonly Column<VolumeSummary>[] => [
  {
    key: 'name',
    header: tab.name,
    cell: ({ id, name }) => (
      <PageLink to={paths.volume(applianceId, id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  { key: 'volume_type', header: tab.kind, cell: kindOf, value: kindOf },
  {
    key: 'size_used',
    header: tab.used,
    cell: ({ volume_type: kind, size_used: used, size_total: total }) =>
      kind === 'filebackedlun' ? <Nothing why={tab.usedWithParent} /> : <UsageBar used={used} of={total} />,
    value: ({ size_used: used }) => used,
    inFile: [
      { key: 'size_used', header: tab.used, value: ({ size_used: used }) => used },
      { key: 'size_total', header: tab.sizeOrLimit, value: ({ size_total: total }) => total },
    ],
  },
  {
    key: 'time_created',
    header: tab.created,
    cell: ({ time_created: time }) => <RelativeTime value={time} />,
    value: ({ time_created: time }) => time,
  },
]

/** The volumes of a pool. */
export function VolumesTab({ applianceId, pool }: { applianceId: string; pool: Pool }) {
  const { data, error, refetch } = useQuery(vsnap(applianceId, 'volumeList'))
  const refusal = useRefusal()
  const columns = useMemo(() => columnsOf(applianceId), [applianceId])
  const create = {
    label: tab.create,
    to: paths.volumeCreate({ appliance: applianceId, pool: pool.id }),
    refusal: refusal('volumeCreate'),
  }
  return (
    <QueryTable
      name="pool-volumes"
      label={tab.title}
      query={{ data: data?.volumes.filter((volume) => volume.pool_id === pool.id), error, refetch }}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      states={{ label: tab.kind, of: kindOf }}
      toolbar={<ActionButton action={create} />}
      empty={
        <EmptyState titleText={tab.empty.title} headingLevel="h2" icon={VolumeIcon} variant="sm">
          <EmptyStateBody>{tab.empty.text}</EmptyStateBody>
          <EmptyStateFooter>
            <EmptyStateActions>
              <ActionButton variant="primary" action={create} />
            </EmptyStateActions>
          </EmptyStateFooter>
        </EmptyState>
      }
    />
  )
}
