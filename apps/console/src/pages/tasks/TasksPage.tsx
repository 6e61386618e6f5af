import { consoleCall } from '../../api/calls.ts'
import { isGoing } from '../../api/plans.ts'
import { bff } from '../../api/queries.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { PlanState, planWord, planWords, shownState } from '../../components/PlanState.tsx'
import { useLabelled } from '../../components/table/grouping.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { paths } from '../../paths.ts'
import { setApart } from '../../ui/isolated.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { PlanSummary } from '@vsnap/console-api/plan.ts'
import { EmptyState, EmptyStateBody } from '@patternfly/react-core'
import { ListIcon } from '@patternfly/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { StepProgress } from './StepProgress.tsx'
import { words } from './words.tsx'

const columns: readonly Column<PlanSummary>[] = [
  {
    key: 'title',
    header: words.list.task,
    cell: ({ id, title }) => (
      <PageLink to={paths.task(id)} className="vs-name">
        {setApart(title)}
      </PageLink>
    ),
    value: ({ title }) => title,
  },
  {
    key: 'state',
    header: words.list.state,
    cell: (plan) => <PlanState state={shownState(plan)} />,
    value: (plan) => planWord(shownState(plan)),
  },
  {
    key: 'progress',
    header: words.list.steps,
    cell: (plan) => <StepProgress plan={plan} />,
    value: ({ total }) => total,
  },
  {
    key: 'appliances',
    header: words.list.appliances,
    cell: ({ appliances }) =>
      appliances.length > 3
        ? words.list.appliancesOf(appliances.length)
        : appliances.map(({ id, name }) => (
            <div key={id}>
              <PageLink to={paths.appliance(id)} className="vs-name">
                {name}
              </PageLink>
            </div>
          )),
    value: ({ appliances }) => appliances.map(({ name }) => name).join(', '),
  },
  {
    key: 'user',
    header: words.list.by,
    cell: ({ user }) => <span className="vs-name">{user}</span>,
    value: ({ user }) => user,
  },
  {
    key: 'time_created',
    header: words.list.begun,
    cell: (plan) => <RelativeTime value={plan.time_created} />,
    value: (plan) => plan.time_created,
  },
  {
    key: 'time_ended',
    header: words.list.ended,
    cell: (plan) => <RelativeTime value={plan.time_ended} />,
    value: (plan) => plan.time_ended,
  },
]

const states = { label: words.list.state, of: shownState, words: planWords }

/** What the console's server does, has done, and could not do: many calls at once, whether or not somebody looks. */
export default function TasksPage() {
  const { data, error, refetch } = useQuery({
    ...bff('planList', { query: { limit: 1000 } }),
    refetchInterval: (query) => (query.state.data?.plans.some(({ state }) => isGoing(state)) === true ? 2_000 : 15_000),
  })
  const labelled = useLabelled()
  const plans = useMemo(
    () => data?.plans.filter(({ appliances }) => !labelled || appliances.some(({ id }) => labelled.has(id))),
    [data, labelled],
  )
  return (
    <>
      <PageHeader title={words.tasks} />
      <QueryTable
        name="tasks"
        label={words.tasks}
        query={{ data: plans, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        states={states}
        hasLabels
        calls={{ own: consoleCall('planList', {}) }}
        empty={
          <EmptyState titleText={words.list.empty.title} headingLevel="h2" icon={ListIcon}>
            <EmptyStateBody>{words.list.empty.text}</EmptyStateBody>
          </EmptyState>
        }
        // Of more than are here nobody knows how many have the label.
        {...(data && (!labelled || data.total > data.plans.length) ? { total: data.total } : {})}
      />
    </>
  )
}
