import { consoleCall } from '../../api/calls.ts'
import {
  allOfFleet,
  present,
  useFleet,
  type FleetRow,
  type ListedResource,
  type UnreadRows as Unread,
} from '../../api/fleet.ts'
import { paths } from '../../paths.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { answers } from '@vsnap/console-api/appliance.ts'
import type { FleetAppliance } from '@vsnap/console-api/fleet.ts'
import { Alert, Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { useSearchParams } from 'react-router'
import type { ListCalls } from '../ListApi.tsx'
import { PageLink } from '../PageLink.tsx'
import { applianceOf, useGrouping } from './grouping.ts'
import { QueryTable, type QueryTableProps } from './QueryTable.tsx'
import type { Column } from './table-rows.ts'
import { UnreadRows } from './UnreadRows.tsx'
import { words } from './words.tsx'

/** Resources whose objects have a name. */
type NamedResource = Exclude<ListedResource, 'partner' | 'relationship' | 'session'>

type FleetTableProps<R extends NamedResource> = Omit<
  QueryTableProps<FleetRow<R>>,
  | 'query'
  | 'rowKey'
  | 'rowName'
  | 'notice'
  | 'total'
  | 'everything'
  | 'calls'
  | 'viewed'
  | 'hasLabels'
  | 'grouping'
  | 'counts'
  | 'groupable'
> & { readonly resource: R }

/** The calls behind a list of the fleet: to the console, and to each appliance. */
export const fleetCalls = (resource: ListedResource, filters: Parameters<typeof present>[0]): ListCalls => ({
  resource,
  own: consoleCall('fleetList', { params: { resource }, query: present(filters) }),
})

/** The list of a resource across the fleet, or of the appliance that the masthead's filter names. */
export function FleetTable<R extends NamedResource>({ resource, ...table }: FleetTableProps<R>) {
  const [search] = useSearchParams()
  const grouping = useGrouping<FleetRow<R>>(applianceOf)
  const filters = {
    appliance: search.get('appliance') ?? undefined,
    label: search.get('label') ?? undefined,
    q: search.get('q') ?? undefined,
    sort: search.get('sort') ?? table.order,
    states: search.getAll('status'),
    group: grouping?.group,
  }
  const { data, error, refetch, isPlaceholderData } = useFleet(resource, filters)
  return (
    <QueryTable
      {...table}
      empty={
        <EmptyFleet appliances={data?.appliances ?? []} unread={data?.unread} onRetry={refetch}>
          {table.empty}
        </EmptyFleet>
      }
      {...(resource === 'disk' ? {} : { viewed: resource })}
      hasLabels
      groupable="appliance or label"
      grouping={grouping}
      counts={data?.counts}
      query={{ data: data?.items, error, refetch, isPlaceholderData }}
      rowKey={(row) => `${row.appliance.id}/${'id' in row ? row.id : row.name}`}
      rowName={(row) => words.heard.rowOf(row.name, row.appliance.name)}
      notice={
        <>
          <SilentAppliances appliances={data?.appliances ?? []} />
          <UnreadRows resource={resource} unread={data?.unread} />
        </>
      }
      {...(data ? { total: data.total } : {})}
      {...(data?.complete === false ? { everything: () => allOfFleet(resource, filters) } : {})}
      calls={fleetCalls(resource, filters)}
    />
  )
}

interface AppliancesProps {
  readonly appliances: readonly FleetAppliance[]
  /** Only this appliance (id) is shown. */
  readonly of?: string | undefined
}

const shownOf = ({ appliances, of: only }: AppliancesProps) =>
  appliances.filter(({ id }) => only === undefined || id === only)

interface EmptyFleetProps extends AppliancesProps {
  readonly unread: readonly Unread[] | undefined
  readonly onRetry: () => unknown
  readonly children: React.ReactNode
}

/**
 * What stands in place of an empty list. Where no appliance answers nobody knows whether there is something, and where
 * rows could not be read there is: those are no empty lists.
 */
export function EmptyFleet({ unread = [], onRetry, children, ...of }: EmptyFleetProps) {
  if (unread.some(({ appliance }) => of.of === undefined || appliance.id === of.of)) return null
  const shown = shownOf(of)
  if (shown.length === 0 || !shown.every(isSilent)) return children
  return (
    <EmptyState titleText={words.nothingKnown.title} headingLevel="h2" icon={SearchIcon} variant="sm">
      <EmptyStateBody>{words.nothingKnown.text}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="secondary" onClick={() => void onRetry()}>
            {words.tryAgain}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

/** The column that says which appliance a row belongs to. */
export function applianceColumn<Row extends { appliance: { id: string; name: string } }>(): Column<Row> {
  return {
    key: 'appliance',
    header: words.appliance,
    cell: ({ appliance }) => (
      <PageLink to={paths.appliance(appliance.id)} className="vs-name">
        {appliance.name}
      </PageLink>
    ),
    value: ({ appliance }) => appliance.name,
  }
}

// One that is not initialised answers; it just has nothing yet. Of one in maintenance its error says whether it does.
const isSilent = ({ state, error }: FleetAppliance): boolean =>
  !answers(state) && (state !== 'maintenance' || error !== null)

/** Says which appliances do not answer, and how old their rows are. */
export function SilentAppliances(of: AppliancesProps) {
  const shown = shownOf(of)
  const silent = shown.filter(isSilent)
  if (silent.length === 0) return null
  const reads = silent.map(({ read_at: readAt }) => readAt).filter((time) => time !== null)
  return (
    <Alert variant="warning" isInline title={silence(silent.length, shown.length, reads)}>
      {silent.map(({ id, name, error }) => (
        <div key={id}>
          <PageLink to={paths.appliance(id)} className="vs-name">
            {name}
          </PageLink>
          {error ? `: ${error.message}` : ''}
        </div>
      ))}
    </Alert>
  )
}

/** How many of all do not answer, and since when; `reads`: when they were read last (epoch seconds). */
function silence(count: number, all: number, reads: readonly number[]): React.ReactNode {
  const { silent } = words
  if (reads.length === 0)
    return all === 1 ? silent.theOneUnread : count === 1 ? silent.oneUnread(all) : silent.someUnread(count, all)
  const lastRead = <RelativeTime value={Math.min(...reads)} />
  return all === 1
    ? silent.theOne(lastRead)
    : count === 1
      ? silent.one(all, lastRead)
      : silent.some(count, all, lastRead)
}
