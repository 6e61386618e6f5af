import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { useNow } from '../../ui/use-now.ts'
import { lagOf, lagText, protectionOf, type Protection, type Relation } from './relations.ts'

/** The word of a protection, and what it means. */
export const protectionStates: Readonly<Record<Protection, { word: string; meaning: Meaning }>> = {
  current: { word: 'Current', meaning: 'good' },
  late: { word: 'Late', meaning: 'warning' },
  never: { word: 'Never synced', meaning: 'warning' },
  failed: { word: 'Failed', meaning: 'danger' },
}

const now = () => Math.floor(Date.now() / 1000)

/** How well a replica protects, in a word. */
export const protectionWord = (relation: Relation): string => protectionStates[protectionOf(relation, now())].word

/** How far the replica is behind, and how far it may be. */
export function Lag({ relation }: { relation: Relation }) {
  const lag = useNow((time) => lagOf(relation, time))
  return (
    <span className="vs-number">
      {lag === undefined ? <Nothing why="nothing was sent yet" /> : lagText(lag)}
      <span className="vs-subtle"> of {lagTargetText(relation.target)}</span>
    </span>
  )
}

/** What lists are ordered by: how far it is behind, or (nothing was sent yet) how long it has been there. */
export const lagValue = (relation: Relation): number | undefined =>
  lagOf(relation, now()) ?? (relation.created == null ? undefined : now() - relation.created)

/** Whose word it is, when not both sides answer. */
const silences = {
  primary: 'what the replica’s side knows',
  replica: 'what the volume’s side knows',
  both: 'as it was last known',
} as const

/** The word, and what goes on. */
export function ProtectionState({ relation }: { relation: Relation }) {
  const protection = useNow((time) => protectionOf(relation, time))
  return (
    <span>
      <StateLabel meaning={protectionStates[protection].meaning}>{protectionStates[protection].word}</StateLabel>
      {relation.running && (
        <span className="vs-subtle">, {relation.running.status === 'ACTIVE' ? 'sending' : 'queued'}</span>
      )}
      {relation.silent && <div className="vs-subtle">{silences[relation.silent]}</div>}
    </span>
  )
}
