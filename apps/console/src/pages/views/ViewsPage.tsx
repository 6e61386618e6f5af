import { applianceStateWords } from '@vsnap/console-api/appliance.ts'
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
import { changeRefusal, type View } from '@vsnap/console-api/view.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { SearchIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import { words } from './words.ts'

const { list } = words

// Forms load when one is opened.
const ViewDialogs = lazy(() => import('./ViewDialogs.tsx'))

/** An appliance's state in a word. */
const applianceWord = (state: string) => (applianceStateWords as Readonly<Record<string, string>>)[state] ?? state

const groupWord = ({ group }: View) => group?.replace(/^label:/, '') ?? ''
const seenBy = ({ shared }: View) => (shared ? 'shared' : 'private')
const seenByWords = { shared: list.shared, private: list.private }
const sharedWord = (view: View) => seenByWords[seenBy(view)]

function columnsOf(applianceName: (id: string) => string): readonly Column<View>[] {
  const filterText = ({ resource, filters: { appliance, label, q, status } }: View) =>
    [
      appliance === null ? '' : applianceName(appliance),
      label ?? '',
      q === '' ? '' : list.containing(q),
      list.inStates(resource === 'appliance' ? status.map(applianceWord) : status),
    ]
      .filter((part) => part !== '')
      .join(', ')
  return [
    {
      key: 'name',
      header: list.name,
      cell: ({ id, name }) => (
        <PageLink to={paths.view(id)} className="vs-name">
          {name}
        </PageLink>
      ),
      value: ({ name }) => name,
    },
    {
      key: 'resource',
      header: list.list,
      cell: ({ resource }) => list.listOf[resource],
      value: ({ resource }) => list.listOf[resource],
    },
    {
      key: 'filters',
      header: list.narrowedTo,
      cell: (view) => filterText(view) || <Nothing why={list.notNarrowed} />,
      value: filterText,
    },
    {
      key: 'group',
      header: list.groupedBy,
      cell: (view) => groupWord(view) || <Nothing why={list.notGrouped} />,
      value: groupWord,
      optional: true,
    },
    { key: 'shared', header: list.seenBy, cell: sharedWord, value: sharedWord },
    {
      key: 'on_overview',
      header: list.onOverview,
      cell: ({ on_overview: isThere }) => (isThere ? list.isThere : list.isNotThere),
      value: ({ on_overview: isThere }) => isThere,
    },
    { key: 'owner', header: list.owner, cell: ({ owner }) => owner, value: ({ owner }) => owner },
    {
      key: 'time_created',
      header: list.saved,
      cell: (view) => <RelativeTime value={view.time_created} />,
      value: (view) => view.time_created,
      optional: true,
    },
  ]
}

const states = { label: list.seenBy, of: seenBy, words: seenByWords }

/** Every question that the person keeps, or others share with them. */
export default function ViewsPage() {
  const { data, error, refetch } = useQuery(bff('viewList'))
  const appliances = useQuery(bff('applianceList')).data?.appliances
  const person = usePerson()
  const dialog = useDialog()
  const chosen = data?.views.find(({ id }) => id === dialog.on)
  const columns = useMemo(
    () => columnsOf((id) => appliances?.find((one) => one.id === id)?.name ?? list.goneAppliance),
    [appliances],
  )
  return (
    <>
      <PageHeader title={words.views} />
      <QueryTable
        name="views"
        label={words.views}
        query={{ data: data?.views, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        states={states}
        actions={(view) => {
          const refusal = changeRefusal(view, person)
          return [
            { label: words.actions.edit, refusal, onSelect: () => dialog.open('edit', view.id) },
            { label: words.actions.delete, refusal, onSelect: () => dialog.open('delete', view.id), danger: true },
          ]
        }}
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={SearchIcon}>
            <EmptyStateBody>{list.empty.text}</EmptyStateBody>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name && chosen && <ViewDialogs view={chosen} name={dialog.name} onClose={dialog.close} />}
      </Suspense>
    </>
  )
}
