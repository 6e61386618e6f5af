import { shownState } from '../../components/PlanState.tsx'
import type { Plan } from '@vsnap/console-api/plan.ts'
import { Alert } from '@patternfly/react-core'
import { words } from './words.tsx'

const { page } = words

/** What somebody has to know, or to decide, about a plan that did not simply end well. */
export function TaskNotice({ plan }: { plan: Plan }) {
  const state = shownState(plan)
  const kept = (isWanted: (type: string) => boolean) =>
    plan.steps.filter((step) => step.state === 'succeeded' && step.error && isWanted(step.error.type)).length
  if (state === 'partlyUndone') {
    return (
      <Alert variant="warning" isInline title={page.partlyUndone.title(kept((type) => type !== 'NotUndoable'))}>
        {page.partlyUndone.text}
      </Alert>
    )
  }
  if (state === 'undone') {
    const count = kept(() => true)
    return count === 0 ? null : (
      <Alert variant="info" isInline title={page.keptSteps.title(count)}>
        {page.keptSteps.text}
      </Alert>
    )
  }
  if (state !== 'failed' && state !== 'unknown') return null
  return (
    <Alert
      variant={state === 'failed' ? 'danger' : 'warning'}
      isInline
      title={plan.steps.find((step) => step.state === state)?.error?.message ?? page.stepFailed}
    >
      {page.explanations[state]}
    </Alert>
  )
}
