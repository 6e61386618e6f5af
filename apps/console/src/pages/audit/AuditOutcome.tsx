import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import type { AuditState } from '@vsnap/console-api/audit.ts'
import { words } from './words.ts'

const meanings: Readonly<Record<AuditState, Meaning>> = {
  sent: 'busy',
  done: 'good',
  refused: 'warning',
  unknown: 'unknown',
}

/** How a change ended, in a word. */
export const outcomeWord = (state: AuditState) => words.outcomes[state]

export function AuditOutcome({ state }: { state: AuditState }) {
  return <StateLabel meaning={meanings[state]}>{outcomeWord(state)}</StateLabel>
}
