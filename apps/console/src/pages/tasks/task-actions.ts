import { isGoing } from '../../api/plans.ts'
import { planActions, type Plan, type PlanAction, type PlanState } from '@vsnap/console-api/plan.ts'
import type { Action } from '../../components/actions.tsx'
import { words } from './words.tsx'

const { actions } = words

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
      ? actions.refused.running
      : has('failed', 'unknown', 'cancelled')
        ? undefined
        : actions.refused.nothingLeft,
    skip: isGoing(plan.state)
      ? actions.refused.running
      : has('failed', 'unknown')
        ? undefined
        : actions.refused.nothingFailed,
    undo: isGoing(plan.state)
      ? actions.refused.running
      : plan.steps.some(({ state, undo }) => state === 'succeeded' && undo !== null)
        ? undefined
        : actions.refused.nothingToUndo,
    cancel: isGoing(plan.state) ? undefined : actions.refused.ended,
  }
  return planActions.map((action) => ({
    label: actions[action],
    onSelect: () => run(action),
    refusal: refusal ?? (isBusy ? actions.refused.acting : why[action]),
    danger: action === 'undo',
  }))
}
