import { isGoing } from '../../api/plans.ts'
import type { Plan, PlanAction, PlanState } from '@vsnap/console-api/plan.ts'
import type { Action } from '../../components/actions.tsx'

interface Context {
  readonly refusal: string | undefined
  readonly isBusy: boolean
  readonly run: (action: PlanAction) => void
}

/** What can be done with a plan as it stands; what cannot says why. */
export function actionsOf(plan: Plan, { refusal, isBusy, run }: Context): Action[] {
  const has = (...states: PlanState[]) => plan.steps.some(({ state }) => states.includes(state))
  const why: Readonly<Record<PlanAction, string | undefined>> = {
    retry: isGoing(plan.state)
      ? 'It is still running.'
      : has('failed', 'unknown', 'cancelled')
        ? undefined
        : 'No step is left to be done.',
    skip: isGoing(plan.state) ? 'It is still running.' : has('failed', 'unknown') ? undefined : 'No step has failed.',
    undo: isGoing(plan.state)
      ? 'It is still running.'
      : plan.steps.some(({ state, undo }) => state === 'succeeded' && undo !== null)
        ? undefined
        : 'Nothing that it did can be undone safely.',
    cancel: isGoing(plan.state) ? undefined : 'It has ended.',
  }
  const labels: Readonly<Record<PlanAction, string>> = {
    retry: 'Retry',
    skip: 'Skip what failed',
    undo: 'Undo what was made',
    cancel: 'Cancel what waits',
  }
  return (Object.keys(labels) as PlanAction[]).map((action) => ({
    label: labels[action],
    onSelect: () => run(action),
    refusal: refusal ?? (isBusy ? 'The last action is still being carried out.' : why[action]),
    danger: action === 'undo',
  }))
}
