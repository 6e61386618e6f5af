import { lagTargetText } from '@vsnap/console-api/lag-target.ts'
import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { useNow } from '../../ui/use-now.ts'
import { lagOf, lagText, protectionOf, type Protection, type Relation } from './relations.ts'
import { words } from './words.tsx'

/** What a protection means. */
export const protectionMeanings: Readonly<Record<Protection, Meaning>> = {
  current: 'good',
  late: 'warning',
  never: 'warning',
  failed: 'danger',
}
export const protectionWords: Readonly<Record<Protection, string>> = words.protection

const now = () => Math.floor(Date.now() / 1000)

/** How well a replica protects. */
export const protectionNow = (relation: Relation): Protection => protectionOf(relation, now())

/** The same in a word. */
export const protectionWord = (relation: Relation): string => protectionWords[protectionNow(relation)]

/** What goes on, in a word. */
export const runningWord = ({ running }: Relation): string | undefined =>
  running && (running.status === 'ACTIVE' ? words.running.sending : words.running.queued)

/** Whose word it is, when not both sides answer. */
export const silentWord = ({ silent }: Relation): string | undefined => silent && words.silent[silent]

/** How far the replica is behind now, in seconds; undefined while nothing was sent. */
export const lagNow = (relation: Relation): number | undefined => lagOf(relation, now())

/** How far the replica is behind, and how far it may be. */
export function Lag({ relation }: { relation: Relation }) {
  const lag = useNow((time) => lagOf(relation, time))
  return (
    <span className="vs-number">
      {words.lag.ofTarget(
        lag === undefined ? <Nothing why={words.lag.nothingSent} /> : lagText(lag),
        lagTargetText(relation.target),
        (text) => (
          <span className="vs-subtle">{text}</span>
        ),
      )}
    </span>
  )
}

/** What lists are ordered by: how far it is behind, or (nothing was sent yet) how long it has been there. */
export const lagValue = (relation: Relation): number | undefined =>
  lagNow(relation) ?? (relation.created == null ? undefined : now() - relation.created)

/** The word, what goes on, and whose word it is when not both sides answer. */
export function ProtectionState({ relation }: { relation: Relation }) {
  const protection = useNow((time) => protectionOf(relation, time))
  return (
    <span>
      <StateLabel meaning={protectionMeanings[protection]}>{protectionWords[protection]}</StateLabel>
      {relation.running && <span className="vs-subtle">, {runningWord(relation)}</span>}
      {relation.silent && <div className="vs-subtle">{silentWord(relation)}</div>}
    </span>
  )
}
