// What people read of relationships and of their sessions, wherever they are shown.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

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
    minutes: (count: number) => `${figure(count)} min`,
    hours: (count: number) => `${figure(count)} h`,
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
    /** `appliance`: undefined when it is not in this console; so beneath. */
    replicaOn: (appliance: string | undefined) =>
      appliance === undefined ? 'Replica on another system' : said`Replica on ${appliance}`,
    copiedFrom: (appliance: string | undefined) =>
      appliance === undefined ? 'Copied from another system' : said`Copied from ${appliance}`,
    heard: {
      actionsOfReplica: (appliance: string | undefined) =>
        appliance === undefined ? 'Actions of the replica on another system' : `Actions of the replica on ${appliance}`,
      actionsOfOrigin: (appliance: string | undefined) =>
        appliance === undefined ? 'Actions of the copy from another system' : `Actions of the copy from ${appliance}`,
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
    message: 'Message',
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
      plural(sessions, {
        one: (count) => `${count} session, ${figure(failed)} failed`,
        other: (count) => `${count} sessions, ${figure(failed)} failed`,
      }),
  },
}
