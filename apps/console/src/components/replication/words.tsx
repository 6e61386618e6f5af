// What people read of relationships and of their sessions, wherever they are shown.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  /** Of a volume, at either end. */
  end: {
    unknownVolume: 'a volume',
    on: (appliance: string) => said`on ${appliance}`,
    onUnknown: 'on an unknown system',
    onForeign: (systemId: React.ReactNode) => <>on a system that this console does not know {systemId}</>,
  },
  protection: {
    current: 'Current',
    late: 'Late',
    never: 'Never synced',
    failed: 'Failed',
  },
  /** What goes on beside that. */
  running: {
    sending: 'sending',
    queued: 'queued',
  },
  /** Whose word it is, by the side that says nothing. */
  silent: {
    primary: 'what the replica’s side knows',
    replica: 'what the volume’s side knows',
    both: 'as it was last known',
  },
  lag: {
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => plural(count, { one: '# day', other: '# days' }),
    ofTarget: (lag: React.ReactNode, target: string, aside: (text: string) => React.ReactNode) => (
      <>
        {lag}
        {aside(` of ${target}`)}
      </>
    ),
    nothingSent: 'nothing was sent yet',
  },
  card: {
    replicaOn: (appliance: string) => said`Replica on ${appliance}`,
    copiedFrom: (appliance: string) => said`Copied from ${appliance}`,
    /** In the place of an appliance’s name. */
    elsewhere: 'another system',
    heard: {
      actionsOfReplica: (appliance: string) => `Actions of the replica on ${appliance}`,
      actionsOfOrigin: (appliance: string) => `Actions of the copy from ${appliance}`,
    },
    volume: 'Volume',
    replica: 'Replica',
    role: 'This volume',
    isPrimary: 'is the primary',
    isReplica: 'is the replica',
    protection: 'Protection',
    lag: 'Lag, target',
    lastSuccess: 'Last success',
    neverSucceeded: 'never',
    sessions: 'Sessions',
    relationship: 'Relationship',
    unknownReplica: 'replica',
  },
  actions: {
    start: 'Start session',
    cancel: 'Cancel session',
    setTarget: 'Set lag target',
    delete: 'Delete relationship',
  },
  refusals: {
    away: 'The appliance of the volume does not answer, is not in this console, or has forgotten the relationship.',
    runs: 'A session is running or queued already.',
    noneRuns: 'No session is running.',
    bothAway: 'Neither of its appliances answers.',
  },
  sessions: {
    id: 'Session',
    status: 'Status',
    statusUnknown: 'none yet',
    snapshot: 'Snapshot',
    sent: 'Sent',
    rate: (bytes: string) => `${bytes}/s`,
    queued: 'Queued',
    took: 'Took',
    soFar: (duration: string) => `${duration} so far`,
    notStarted: 'not started',
    sentTo: 'Sent to',
  },
  trend: {
    none: 'none lately',
    counts: (sessions: number, failed: number) =>
      plural(sessions, { one: `# session, ${failed} failed`, other: `# sessions, ${failed} failed` }),
  },
  /** Where a replica’s snapshots were made, in the place of an appliance’s name. */
  unknownHome: 'the other system',
}
