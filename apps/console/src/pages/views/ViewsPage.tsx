import { usePerson } from '../../api/person.ts'
import { bff } from '../../api/queries.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { changeRefusal, type View, type ViewedResource } from '@vsnap/console-api/view.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'

// Forms load when one is opened.
const ViewDialogs = lazy(() => import('./ViewDialogs.tsx'))

const listNames: Readonly<Record<ViewedResource, string>> = {
  appliance: 'Appliances',
  pool: 'Pools',
  volume: 'Volumes',
  snapshot: 'Snapshots',
  share: 'Shares',
  host: 'Hosts',
}
const groupWord = ({ group }: View) => group?.replace(/^label:/, '') ?? ''
const sharedWord = ({ shared }: View) => (shared ? 'Shared' : 'Private')

function columnsOf(applianceName: (id: string) => string): readonly Column<View>[] {
  const filterText = ({ filters: { appliance, label, q, status } }: View) =>
    [appliance === null ? '' : applianceName(appliance), label ?? '', q === '' ? '' : `“${q}”`, status.join(' or ')]
      .filter((part) => part !== '')
      .join(', ')
  return [
    {
      key: 'name',
      header: 'Name',
      cell: ({ id, name }) => (
        <PageLink to={paths.view(id)} className="vs-name">
          {name}
        </PageLink>
      ),
      value: ({ name }) => name,
    },
    {
      key: 'resource',
      header: 'List',
      cell: ({ resource }) => listNames[resource],
      value: ({ resource }) => listNames[resource],
    },
    {
      key: 'filters',
      header: 'Narrowed to',
      cell: (view) => filterText(view) || <Nothing why="nothing: the whole list" />,
      value: filterText,
    },
    {
      key: 'group',
      header: 'Grouped by',
      cell: (view) => groupWord(view) || <Nothing why="not grouped" />,
      value: groupWord,
      optional: true,
    },
    { key: 'shared', header: 'Seen by', cell: sharedWord, value: sharedWord },
    {
      key: 'on_overview',
      header: 'On the overview',
      cell: ({ on_overview: isThere }) => (isThere ? 'Yes' : 'No'),
      value: ({ on_overview: isThere }) => isThere,
    },
    { key: 'owner', header: 'Of', cell: ({ owner }) => owner, value: ({ owner }) => owner },
    {
      key: 'time_created',
      header: 'Saved',
      cell: (view) => <RelativeTime value={view.time_created} />,
      value: (view) => view.time_created,
      optional: true,
    },
  ]
}

const states = { label: 'Seen by', of: sharedWord }

/** Every question that the person keeps, or others share with them. */
export default function ViewsPage() {
  const { data, error, refetch } = useQuery(bff('viewList'))
  const appliances = useQuery(bff('applianceList')).data?.appliances
  const person = usePerson()
  const dialog = useDialog()
  const chosen = data?.views.find(({ id }) => id === dialog.on)
  const columns = useMemo(
    () => columnsOf((id) => appliances?.find((one) => one.id === id)?.name ?? 'an appliance that is gone'),
    [appliances],
  )
  return (
    <>
      <PageHeader title="Views" />
      <QueryTable
        name="views"
        label="Views"
        query={{ data: data?.views, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        states={states}
        actions={(view) => {
          const refusal = changeRefusal(view, person)
          return [
            { label: 'Change name and sharing', refusal, onSelect: () => dialog.open('edit', view.id) },
            { label: 'Delete', refusal, onSelect: () => dialog.open('delete', view.id), danger: true },
          ]
        }}
        empty={
          <EmptyState titleText="No view yet" headingLevel="h2" icon={SearchIcon}>
            <EmptyStateBody>
              A view is a list as you filtered and ordered it, to come back to. Filter one, and choose Save view above
              it.
            </EmptyStateBody>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name && chosen && <ViewDialogs view={chosen} name={dialog.name} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}
