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
  const { state, init_status: status } = appliance
  const isBusy = state === 'not-initialised' && status === 'Initializing'
  return <StateLabel meaning={isBusy ? 'busy' : meanings[state]}>{stateWord(appliance)}</StateLabel>
}
