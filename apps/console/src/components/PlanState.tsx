import { StateLabel, type Meaning } from '../ui/StateLabel.tsx'
import type { PlanState as State } from '@vsnap/console-api/plan.ts'
import { words } from './words.tsx'

const meanings: Readonly<Record<State, Meaning>> = {
  queued: 'idle',
  running: 'busy',
  waiting: 'busy',
  succeeded: 'good',
  failed: 'danger',
  unknown: 'warning',
  cancelled: 'idle',
  undone: 'idle',
}

/** The state of a plan or of a step, in a word. */
export const planWords = words.planStates
export const planWord = (state: State): string => planWords[state]

export function PlanState({ state }: { state: State }) {
  return <StateLabel meaning={meanings[state]}>{planWord(state)}</StateLabel>
}
