import { StateLabel, type Meaning } from '../ui/StateLabel.tsx'
import type { PlanState as State } from '@vsnap/console-api/plan.ts'

const states: Readonly<Record<State, { word: string; meaning: Meaning }>> = {
  queued: { word: 'Queued', meaning: 'idle' },
  running: { word: 'Running', meaning: 'busy' },
  waiting: { word: 'Waiting', meaning: 'busy' },
  succeeded: { word: 'Succeeded', meaning: 'good' },
  failed: { word: 'Failed', meaning: 'danger' },
  unknown: { word: 'Somebody must decide', meaning: 'warning' },
  cancelled: { word: 'Cancelled', meaning: 'idle' },
  undone: { word: 'Undone', meaning: 'idle' },
}

/** The state of a plan or of a step, in a word. */
export const planWord = (state: State): string => states[state].word

export function PlanState({ state }: { state: State }) {
  return <StateLabel meaning={states[state].meaning}>{planWord(state)}</StateLabel>
}
