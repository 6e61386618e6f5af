import type { PlanSummary } from '@vsnap/console-api/plan.ts'

const wrong = ['failed', 'unknown'] as const

/** How many steps of a plan are done, and how many went wrong. */
export function StepProgress({ plan: { counts, total } }: { plan: Pick<PlanSummary, 'counts' | 'total'> }) {
  const done = (counts.succeeded ?? 0) + (counts.undone ?? 0) + (counts.cancelled ?? 0)
  const failed = wrong.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return (
    <span className="vs-usage">
      <span className={`vs-usage-bar ${failed > 0 ? 'vs-danger' : 'vs-normal'}`} aria-hidden="true">
        <progress value={total === 0 ? 0 : (done + failed) / total} />
      </span>
      <span className="vs-usage-text vs-number">
        {done} of {total} done{failed > 0 && `, ${failed} not`}
      </span>
    </span>
  )
}
