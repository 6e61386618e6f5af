import { StateLabel, type Meaning } from '../ui/StateLabel.tsx'
import { isGoing } from '../api/plans.ts'
import type { Plan, PlanStep, PlanSummary } from '@vsnap/console-api/plan.ts'
import { words } from './words.tsx'

/** The states of plans and steps as people are told of them: the API's, and what else it says of some of them. */
export type ShownState = keyof typeof words.planStates

const meanings: Readonly<Record<ShownState, Meaning>> = {
  queued: 'idle',
  running: 'busy',
  waiting: 'busy',
  succeeded: 'good',
  failed: 'danger',
  unknown: 'warning',
  cancelled: 'idle',
  undone: 'idle',
  undoing: 'busy',
  partlyUndone: 'warning',
  partlyDone: 'idle',
  skipped: 'idle',
  notUndone: 'warning',
}

/** What a plan has come to. One of which steps were left out on purpose has not simply succeeded. */
export function shownState({ state, undoing, counts }: Pick<PlanSummary, 'state' | 'undoing' | 'counts'>): ShownState {
  if (undoing && isGoing(state)) return 'undoing'
  if (undoing && state === 'failed') return 'partlyUndone'
  return state === 'succeeded' && (counts.cancelled ?? 0) > 0 ? 'partlyDone' : state
}

/** What a step has come to, in a plan that may have been taken back. */
export function shownStepState({ state, error }: Pick<PlanStep, 'state' | 'error'>, { undoing }: Plan): ShownState {
  if (undoing && state === 'succeeded' && error) return 'notUndone'
  return state === 'cancelled' && isLeftForGood(error) ? 'skipped' : state
}

/** Somebody has left it out, or what it needs: it is not tried again. */
export const isLeftForGood = (error: PlanStep['error']): boolean =>
  error?.type === 'Skipped' || error?.type === 'NeedsSkipped'

/** The state of a plan or of a step, in a word. */
export const planWords = words.planStates
export const planWord = (state: ShownState): string => planWords[state]

export function PlanState({ state }: { state: ShownState }) {
  return <StateLabel meaning={meanings[state]}>{planWord(state)}</StateLabel>
}
