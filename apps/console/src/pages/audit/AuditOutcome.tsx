import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import type { AuditState } from '@vsnap/console-api/audit.ts'

const outcomes: Readonly<Record<AuditState, { word: string; meaning: Meaning }>> = {
  sent: { word: 'Under way', meaning: 'busy' },
  done: { word: 'Done', meaning: 'good' },
  refused: { word: 'Refused', meaning: 'warning' },
  unknown: { word: 'Unknown', meaning: 'unknown' },
}

/** How a change ended, in a word. */
export const outcomeWord = (state: AuditState) => outcomes[state].word

export function AuditOutcome({ state }: { state: AuditState }) {
  return <StateLabel meaning={outcomes[state].meaning}>{outcomes[state].word}</StateLabel>
}
