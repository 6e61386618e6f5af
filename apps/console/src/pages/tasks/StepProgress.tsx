import { progressOf } from '../../api/plans.ts'
import type { PlanSummary } from '@vsnap/console-api/plan.ts'
import { words } from './words.tsx'

const { progress } = words

interface Progress {
  readonly counts: Partial<PlanSummary['counts']>
  readonly total: number
}

/** How many steps of a plan are done, and how many went wrong or were given up. `whole`: also how many are left. */
export function StepProgress({ plan, whole }: { plan: Progress; whole?: true }) {
  const { total, counts } = plan
  const { done, failed } = progressOf(plan)
  const { undone = 0, cancelled = 0 } = counts
  const left = total - done - failed
  const facts = [
    progress.done(done - undone - cancelled, total),
    failed > 0 && progress.wrong(failed),
    undone > 0 && progress.undone(undone),
    cancelled > 0 && progress.cancelled(cancelled),
    whole && left > 0 && progress.toGo(left),
  ].filter((fact) => typeof fact === 'string')
  return (
    <span className="vs-usage">
      <span className={`vs-usage-bar ${failed > 0 ? 'vs-danger' : 'vs-normal'}`} aria-hidden="true">
        <progress value={total === 0 ? 0 : (done + failed) / total} />
      </span>
      <span className="vs-usage-text vs-number">{facts.join(', ')}</span>
    </span>
  )
}
