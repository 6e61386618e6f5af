import { isGoing, planQuery } from '../api/plans.ts'
import { bff, queryClient } from '../api/queries.ts'
import { PageLink } from '../components/PageLink.tsx'
import { shownState, type ShownState } from '../components/PlanState.tsx'
import { dismissToasts, toast } from '../components/toasts.tsx'
import { paths } from '../paths.ts'
import { setApart } from '../ui/isolated.ts'
import { planProgress } from '@vsnap/console-api/plan.rules.ts'
import type { PlanSummary } from '@vsnap/console-api/plan.ts'
import { Spinner } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { words } from './words.tsx'

const { tasks } = words
const endings: Partial<Record<ShownState, (task: string) => string>> = tasks.ended

/** How often the masthead looks for tasks (milliseconds), while one runs and while none does. */
const [lively, calm] = [2_000, 15_000]
const newest = bff('planList', { query: { limit: 50 } })

/** How many tasks run, in the masthead; one that ends says so, wherever the person is by then. */
export function RunningTasks() {
  const { data, dataUpdatedAt } = useQuery({
    ...newest,
    refetchInterval: (query) => (query.state.data?.plans.some(({ state }) => isGoing(state)) === true ? lively : calm),
  })
  useEndings(data?.plans)
  const running = data?.plans.filter(({ state }) => isGoing(state)) ?? []
  const [only] = running
  // Its own page looks more often: while that is open, both say the same.
  const page = useQuery({ ...planQuery(only?.id ?? ''), enabled: false })
  if (!only) return null
  const { done, of } = planProgress(page.data && page.dataUpdatedAt > dataUpdatedAt ? page.data : only)
  return (
    <PageLink to={running.length === 1 ? paths.task(only.id) : paths.tasks()} className="vs-state">
      <Spinner size="sm" aria-hidden="true" />
      <span>
        {running.length === 1 && only.total > 1
          ? tasks.oneRunning(done, of, (text) => <span className="vs-number">{text}</span>)
          : tasks.running(running.length)}
      </span>
    </PageLink>
  )
}

/** A toast for each task that ran when the page looked before, and has ended since. What it changed is read again. */
function useEndings(plans: readonly PlanSummary[] | undefined) {
  const before = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (!plans) return
    for (const plan of plans) {
      const { id, title, state } = plan
      // What was said of one that was taken up again is no longer so.
      if (isGoing(state)) dismissToasts(paths.task(id))
      const now = shownState(plan)
      const ending = endings[now]
      if (!before.current.has(id) || !ending) continue
      const isGood = now === 'succeeded' || now === 'undone'
      const isMeant = now === 'cancelled' || now === 'partlyDone'
      toast({
        variant: isGood ? 'success' : isMeant ? 'info' : now === 'partlyUndone' ? 'warning' : 'danger',
        title: ending(setApart(title)),
        link: { to: paths.task(id), text: tasks.see },
      })
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'planList' })
    }
    before.current = new Set(plans.filter(({ state }) => isGoing(state)).map(({ id }) => id))
  }, [plans])
}
