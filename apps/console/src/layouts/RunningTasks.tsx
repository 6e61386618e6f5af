import { isGoing, progressOf } from '../api/plans.ts'
import { bff, queryClient } from '../api/queries.ts'
import { PageLink } from '../components/PageLink.tsx'
import { toast } from '../components/toasts.tsx'
import { paths } from '../paths.ts'
import { setApart } from '../ui/isolated.ts'
import type { PlanSummary } from '@vsnap/console-api/plan.ts'
import { Spinner } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { words } from './words.tsx'

const { tasks } = words

/** How often the masthead looks for tasks (milliseconds), while one runs and while none does. */
const [lively, calm] = [2_000, 15_000]
const newest = bff('planList', { query: { limit: 50 } })

/** How many tasks run, in the masthead; one that ends says so, wherever the person is by then. */
export function RunningTasks() {
  const { data } = useQuery({
    ...newest,
    refetchInterval: (query) => (query.state.data?.plans.some(({ state }) => isGoing(state)) === true ? lively : calm),
  })
  useEndings(data?.plans)
  const running = data?.plans.filter(({ state }) => isGoing(state)) ?? []
  const [only] = running
  if (!only) return null
  return (
    <PageLink to={running.length === 1 ? paths.task(only.id) : paths.tasks()} className="vs-state">
      <Spinner size="sm" aria-hidden="true" />
      <span>
        {running.length === 1 && only.total > 1
          ? tasks.oneRunning(progressOf(only).done, only.total, (text) => <span className="vs-number">{text}</span>)
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
    for (const { id, title, state } of plans) {
      if (!before.current.has(id) || isGoing(state)) continue
      const isGood = state === 'succeeded' || state === 'undone'
      toast({
        variant: isGood ? 'success' : state === 'cancelled' ? 'info' : 'danger',
        title: tasks.ended[state](setApart(title)),
        link: { to: paths.task(id), text: tasks.see },
      })
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'planList' })
    }
    before.current = new Set(plans.filter(({ state }) => isGoing(state)).map(({ id }) => id))
  }, [plans])
}
