import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import { words } from './words.tsx'

const meanings: Readonly<Record<string, Meaning>> = {
  PENDING: 'idle',
  ACTIVE: 'busy',
  COMPLETED: 'good',
  FAILED: 'danger',
}

/** The status of a session in the appliance's own word. */
export function SessionState({ status }: { status: string | null | undefined }) {
  return <StateLabel meaning={meanings[status ?? ''] ?? 'unknown'}>{status ?? words.sessions.statusUnknown}</StateLabel>
}
