import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'

const meanings: Readonly<Record<string, Meaning>> = {
  PENDING: 'idle',
  ACTIVE: 'busy',
  COMPLETED: 'good',
  FAILED: 'danger',
}

/** The status of a session in the appliance's own word. */
export function SessionState({ status }: { status: string | null | undefined }) {
  return <StateLabel meaning={meanings[status ?? ''] ?? 'unknown'}>{status ?? 'none yet'}</StateLabel>
}
