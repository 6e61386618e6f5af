import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import {
  applianceStateWord as stateWord,
  type Appliance,
  type ApplianceState as State,
} from '@vsnap/console-api/appliance.ts'

const meanings: Readonly<Record<State, Meaning>> = {
  online: 'good',
  slow: 'warning',
  maintenance: 'idle',
  'not-initialised': 'idle',
  unreachable: 'danger',
  'credentials-rejected': 'danger',
  'certificate-changed': 'danger',
}

export function ApplianceState({ appliance }: { appliance: Pick<Appliance, 'state' | 'init_status'> }) {
  const word = stateWord(appliance)
  return <StateLabel meaning={word === 'Initialising' ? 'busy' : meanings[appliance.state]}>{word}</StateLabel>
}
