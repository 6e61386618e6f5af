import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import { useNow } from '../../ui/use-now.ts'
import { lagOf, lagText, protectionOf, type Protection, type Relation } from './relations.ts'

const states: Readonly<Record<Protection, { word: string; meaning: Meaning }>> = {
  current: { word: 'Current', meaning: 'good' },
  late: { word: 'Late', meaning: 'warning' },
  never: { word: 'Never synced', meaning: 'warning' },
  failed: { word: 'Failed', meaning: 'danger' },
}

const now = () => Math.floor(Date.now() / 1000)

/** How well a replica protects, in a word. */
export const protectionWord = (relation: Relation): string => states[protectionOf(relation, now())].word

/** The word, and how far behind the replica is. */
export function ProtectionState({ relation }: { relation: Relation }) {
  const protection = useNow((time) => protectionOf(relation, time))
  const lag = useNow((time) => lagOf(relation, time))
  return (
    <span>
      <StateLabel meaning={states[protection].meaning}>{states[protection].word}</StateLabel>
      {lag !== undefined && <span className="vs-subtle vs-number"> {lagText(lag)} behind</span>}
      {relation.running && (
        <span className="vs-subtle">, {relation.running.status === 'ACTIVE' ? 'sending' : 'queued'}</span>
      )}
      {relation.silent && (
        <div className="vs-subtle">what the {relation.silent === 'primary' ? 'replica' : 'volume'}’s side knows</div>
      )}
    </span>
  )
}
