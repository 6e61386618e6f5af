import { planProgress } from '@vsnap/console-api/plan.rules.ts'
import type { PlanSummary } from '@vsnap/console-api/plan.ts'
import { words } from './words.tsx'

const { progress } = words

type Progress = Pick<PlanSummary, 'undoing'> & { readonly counts: Partial<PlanSummary['counts']> }

/**
 * How many steps of a plan are done, or taken back, and how many went wrong or were left out: the bar is what is said
 * first. `whole`: also how many are left.
 */
export function StepProgress({ plan, whole }: { plan: Progress; whole?: true }) {
  const { done, of, failed, left, leftOut } = planProgress(plan)
  const facts = [
    plan.undoing ? progress.undone(done, of) : progress.done(done, of),
    failed > 0 && progress.wrong(failed),
    leftOut > 0 && progress.leftOut(leftOut),
    whole && left > 0 && progress.toGo(left),
  ].filter((fact) => typeof fact === 'string')
  return (
    <span className="vs-usage">
      <span className={`vs-usage-bar ${failed > 0 ? 'vs-danger' : 'vs-normal'}`} aria-hidden="true">
        <progress value={of === 0 ? 0 : done / of} />
      </span>
      <span className="vs-usage-text vs-number">{facts.join(', ')}</span>
    </span>
  )
}
