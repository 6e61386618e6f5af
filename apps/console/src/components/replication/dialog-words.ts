// What people read in the dialogs of relationships.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

const whoIsLate = 'Who is further behind is late: here, on the overview, and as an alert.'

export const words = {
  start: {
    title: (volume: string) => said`Start a session of ${volume}`,
    description: 'What changed since the last session is sent to the replica; the first one sends everything.',
    submit: 'Start',
    snapshot: 'Snapshot',
    newSnapshot: 'A new one, made now',
    snapshotOf: (name: string, made: string) => said`${name}, ${made}`,
    nameThere: 'Name on the replica',
    nameThereHelp: 'Left empty: the same name as here.',
    done: (volume: string) => said`A session of ${volume} is queued`,
    toSession: (id: string) => `See session ${id}`,
  },
  cancel: {
    title: (volume: string) => said`Cancel the session of ${volume}?`,
    description:
      'What was sent of this snapshot is thrown away on the partner. The replica stays at the last complete one.',
    submit: 'Cancel session',
    noneRuns: 'No session is known to be under way.',
    isSending: 'It is sending now.',
    isWaiting: 'It is waiting for its turn.',
    done: (volume: string) => said`The session of ${volume} is canceled`,
  },
  deleteOne: {
    /** `replica`, `appliance`: undefined where this console does not know the name; so beneath. */
    replicaGoes(replica: string | undefined, appliance: string | undefined) {
      if (replica === undefined)
        return appliance === undefined
          ? 'the replica on the partner, with all of its snapshots'
          : said`the replica on ${appliance}, with all of its snapshots`
      return appliance === undefined
        ? said`the replica volume ${replica} on the partner, with all of its snapshots`
        : said`the replica volume ${replica} on ${appliance}, with all of its snapshots`
    },
    keep: 'Keep the replica',
    keepHelp(replica: string | undefined, appliance: string | undefined) {
      if (replica === undefined)
        return appliance === undefined
          ? 'The replica on the partner stays, as a volume of its own. It can be taken up again later.'
          : said`The replica on ${appliance} stays, as a volume of its own. It can be taken up again later.`
      return appliance === undefined
        ? said`${replica} on the partner stays, as a volume of its own. It can be taken up again later.`
        : said`${replica} on ${appliance} stays, as a volume of its own. It can be taken up again later.`
    },
    note: (volume: string) => said`The volume ${volume} itself stays as it is.`,
    done: (volume: string) => said`${volume} is replicated no more`,
  },
  target: {
    amount: 'A replica is late after',
    amountWrong: 'Enter a time from a minute to a year.',
    unit: 'Unit',
    units: {
      days: 'days',
      hours: 'hours',
      minutes: 'minutes',
    },
    target: 'Target',
    submit: 'Save',
  },
  usualTarget: {
    title: 'Lag target of all relationships',
    /** `others`: relationships that have a target of their own. */
    description: (others: number) =>
      others === 0
        ? whoIsLate
        : plural(others, {
            one: `${whoIsLate} One relationship has a target of its own, which stays.`,
            other: `${whoIsLate} # relationships have targets of their own, which stay.`,
          }),
    done: (target: string) => `Replicas are late after ${target}`,
  },
  ownTarget: {
    title: (volume: string) => said`Lag target of ${volume}`,
    description: 'How old the newest complete state on the replica may become before it counts as late.',
    usual: 'As all',
    usualNow: (target: string) => `${target} now. When that changes, so does this.`,
    own: 'Its own',
    ownHelp: 'For a volume that matters more, or less, than others.',
    asAll: 'as all',
    done: (volume: string, target: string) => said`The replica of ${volume} is late after ${target}`,
    doneAsAll: (volume: string) => said`${volume} has the same lag target as all`,
  },
}
