import { consoleCall } from '../../api/calls.ts'
import { bff, refreshEvery } from '../../api/queries.ts'
import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import { useGrouping } from '../../components/table/grouping.ts'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import {
  applianceStateWord as stateWord,
  applianceStateWords as stateWords,
  shownStateOf,
  type Appliance,
} from '@vsnap/console-api/appliance.ts'
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import { ServerIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { applianceActions } from './appliance-actions.ts'
import { ApplianceState } from './ApplianceState.tsx'
import { Labels } from './Labels.tsx'
import { useLook } from './use-look.ts'
import { words } from './words.ts'

const { list } = words

// Forms load when one is opened.
const ApplianceDialogs = lazy(() => import('./ApplianceDialogs.tsx'))

const columns: readonly Column<Appliance>[] = [
  {
    key: 'name',
    header: list.name,
    cell: ({ id, name }) => (
      <PageLink to={paths.appliance(id)} className="vs-name">
        {name}
      </PageLink>
    ),
    value: ({ name }) => name,
  },
  { key: 'state', header: list.state, cell: (appliance) => <ApplianceState appliance={appliance} />, value: stateWord },
  {
    key: 'since',
    header: list.since,
    cell: ({ since }) => <RelativeTime value={since} />,
    value: ({ since }) => since,
  },
  {
    key: 'url',
    header: list.address,
    cell: ({ url }) => <span className="vs-name">{url.replace(/^https:\/\//, '')}</span>,
    value: ({ url }) => url,
  },
  {
    key: 'vsnap_version',
    header: list.version,
    cell: ({ vsnap_version: version }) => version ?? <Nothing />,
    value: ({ vsnap_version: version }) => version,
  },
  {
    key: 'labels',
    header: list.labels,
    cell: ({ labels }) => <Labels labels={labels} />,
    value: ({ labels }) => labels.join(' '),
  },
  {
    key: 'read_at',
    header: list.lastAnswer,
    cell: ({ read_at: readAt }) => <RelativeTime value={readAt} />,
    value: ({ read_at: readAt }) => readAt,
  },
  {
    key: 'username',
    header: list.user,
    cell: ({ username }) => username,
    value: ({ username }) => username,
    optional: true,
  },
  {
    key: 'time_created',
    header: list.added,
    cell: (appliance) => <RelativeTime value={appliance.time_created} />,
    value: (appliance) => appliance.time_created,
    optional: true,
  },
]

const states = { label: list.state, of: shownStateOf, words: stateWords }

export default function AppliancesPage() {
  const { data, error, refetch } = useQuery({ ...bff('applianceList'), refetchInterval: refreshEvery })
  const [search] = useSearchParams()
  const label = search.get('label')
  const grouping = useGrouping<Appliance>((appliance) => appliance)
  const found = data?.appliances.filter(({ labels }) => label === null || labels.includes(label))
  const refusal = useRefusal()
  const dialog = useDialog()
  const look = useLook()
  const add = { label: words.actions.add, to: paths.applianceAdd(), refusal: refusal('applianceCreate') }
  return (
    <>
      <PageHeader title={words.appliances} actions={<ActionButton variant="primary" action={add} />} />
      <QueryTable
        name="appliances"
        label={words.appliances}
        query={{ data: found, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        states={states}
        viewed="appliance"
        hasLabels
        groupable="label"
        // Each by itself would be no groups.
        grouping={grouping?.group === 'appliance' ? undefined : grouping}
        calls={{ own: consoleCall('applianceList', {}) }}
        actions={(appliance) =>
          applianceActions(appliance, {
            refusal,
            open: (name) => dialog.open(name, appliance.id),
            look: () => look(appliance),
          })
        }
        empty={
          <EmptyState titleText={list.empty.title} headingLevel="h2" icon={ServerIcon}>
            <EmptyStateBody>{list.empty.text}</EmptyStateBody>
            <EmptyStateFooter>
              <EmptyStateActions>
                <ActionButton variant="primary" action={add} />
              </EmptyStateActions>
            </EmptyStateFooter>
          </EmptyState>
        }
      />
      <Suspense>
        {dialog.name && (
          <ApplianceDialogs appliance={data?.appliances.find(({ id }) => id === dialog.on)} dialog={dialog} />
        )}
      </Suspense>
    </>
  )
}
