import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import type { Appliance, ApplianceState as State } from '@vsnap/console-api/appliance.ts'

const states: Readonly<Record<State, { word: string; meaning: Meaning }>> = {
  online: { word: 'Online', meaning: 'good' },
  slow: { word: 'Slow', meaning: 'warning' },
  maintenance: { word: 'Maintenance', meaning: 'idle' },
  'not-initialised': { word: 'Not initialised', meaning: 'idle' },
  unreachable: { word: 'Does not answer', meaning: 'danger' },
  'credentials-rejected': { word: 'Credentials rejected', meaning: 'danger' },
  'certificate-changed': { word: 'Certificate changed', meaning: 'danger' },
}

/** The state of an appliance in a word; while it initialises, that. */
export function stateWord({ state, init_status: initStatus }: Pick<Appliance, 'state' | 'init_status'>): string {
  return state === 'not-initialised' && initStatus === 'Initializing' ? 'Initialising' : states[state].word
}

export function ApplianceState({ appliance }: { appliance: Pick<Appliance, 'state' | 'init_status'> }) {
  const word = stateWord(appliance)
  return <StateLabel meaning={word === 'Initialising' ? 'busy' : states[appliance.state].meaning}>{word}</StateLabel>
}
