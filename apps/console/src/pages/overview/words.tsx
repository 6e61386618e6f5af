// What people read on the overview, and on what it opens: the daily report, and the volumes that nothing protects.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

/** What runs now; something does. */
function running(sessions: number, tasks: number): string {
  if (sessions === 0) return plural(tasks, { one: '# task running', other: '# tasks running' })
  if (tasks === 0) return plural(sessions, { one: '# session running', other: '# sessions running' })
  return plural(sessions, {
    one: (n) => plural(tasks, { one: `${n} session · # task running`, other: `${n} session · # tasks running` }),
    other: (n) => plural(tasks, { one: `${n} sessions · # task running`, other: `${n} sessions · # tasks running` }),
  })
}

export const words = {
  title: 'Overview',
  answerOf: (answering: number, all: number) =>
    plural(answering, {
      one: (n) => plural(all, { one: `${n} of # appliance answers`, other: `${n} of # appliances answers` }),
      other: (n) => plural(all, { one: `${n} of # appliance answers`, other: `${n} of # appliances answer` }),
    }),
  page: {
    /** All of them do. */
    answer: (count: number) => plural(count, { one: 'The appliance answers', other: 'All # appliances answer' }),
    addAppliance: 'Add appliance',
    report: 'Daily report',
    empty: {
      title: 'No appliance yet',
      text: 'Here will stand what is wrong on any of your vSnap servers, what fills up, and what is not protected. Add the first one by its address, user name and password.',
    },
  },
  attention: {
    title: 'Needs attention',
    shownOf: (shown: number, all: number) => `${figure(shown)} of ${figure(all)}`,
    nothing: 'Nothing needs attention.',
    heard: {
      severities: {
        danger: 'Critical',
        warning: 'Warning',
      },
    },
    since: (time: React.ReactNode) => <>Since {time}.</>,
    lookedAfter: (person: string) => said`${person} looks after it.`,
  },
  capacity: {
    title: 'Capacity',
    used: (used: string, total: string) => `${used} of ${total} used`,
    usedExactly: (used: string, total: string) => `${used} of ${total}`,
    growth: (bytes: string) => `${bytes} a day`,
    noPool: (link: (text: string) => React.ReactNode) => (
      <>No pool yet. {link('Create a pool')} to have space for volumes.</>
    ),
    heard: {
      used: (part: string) => `${part} of the fleet used`,
      pools: 'Fullest pools',
    },
  },
  protection: {
    title: 'Protection',
    volumes: (count: number) => plural(count, { one: '# volume', other: '# volumes' }),
    noVolume: (link: (text: string) => React.ReactNode) => (
      <>No volume yet. {link('Create a volume')} to keep backups in.</>
    ),
    withoutSnapshot: 'without a snapshot in 24 h',
    withoutReplica: 'without a replica',
    behind: 'replicas behind their target',
    noReplica: 'replicas behind: there is none',
    /** The numbers, each with what it counts. */
    heard: {
      withoutSnapshot: (count: number) => plural(count, { other: '# without a snapshot in 24 h' }),
      withoutReplica: (count: number) => plural(count, { other: '# without a replica' }),
      behind: (count: number) =>
        plural(count, { one: '# replica behind its target', other: '# replicas behind their target' }),
      noReplica: (count: number) => plural(count, { other: '# replicas behind: there is none' }),
    },
  },
  activity: {
    title: 'Going on',
    running,
    nothingRuns: 'Nothing runs now',
    heard: {
      running: 'Running now',
    },
    taskBy: (person: string) => said`task by ${person}`,
    stepsOf: (done: number, all: number) =>
      plural(all, { one: `${figure(done)} of # step`, other: `${figure(done)} of # steps` }),
    replicatesFrom: (appliance: React.ReactNode) => <>replicates from {appliance}</>,
    nothingSent: 'nothing sent yet',
    nothingSentSince: (time: React.ReactNode) => <>nothing sent yet since {time}</>,
    sentSince: (size: React.ReactNode, time: React.ReactNode) => (
      <>
        {size} since {time}
      </>
    ),
    lastChanges: 'Last changes',
    noChange: 'Nothing was changed yet.',
    changedBy: (change: string, person: string) => said`${change} by ${person}`,
  },
  views: {
    title: 'Views',
    toAll: 'All views',
    heard: {
      /** A view, after how many it shows. */
      count: (count: number, view: string) => `${figure(count)} ${view}`,
    },
  },
  report: {
    title: 'Daily report',
    period: (since: string, until: string) => `${since} to ${until}`,
    more: (count: number) => plural(count, { other: 'and # more' }),
    alerts: {
      title: 'Alerts',
      none: 'None was open.',
      overSince: (time: React.ReactNode) => <>Over since {time}</>,
    },
    sessions: {
      title: 'Failed sessions',
      none: 'None failed.',
      noReplica: 'Nothing is replicated.',
      sentFrom: (session: React.ReactNode, appliance: React.ReactNode) => (
        <>
          {session} from {appliance}
        </>
      ),
    },
    changes: {
      title: 'Changes',
      none: 'Nothing was changed.',
    },
    withoutSnapshot: {
      title: 'Without a snapshot in 24 hours',
      none: 'Every volume has one.',
    },
    withoutReplica: {
      title: 'Without a replica',
      none: 'Every volume is replicated.',
    },
  },
  unprotected: {
    volume: 'Volume',
    newest: 'Newest snapshot',
    noSnapshot: 'no snapshot',
    heard: {
      nameOn: (name: string, appliance: string) => `${name} on ${appliance}`,
    },
    allProtected: 'All of them are protected',
    without: {
      snapshot: {
        title: 'Volumes without a snapshot in 24 hours',
        none: 'Every volume has a snapshot that is younger than a day.',
      },
      relationship: {
        title: 'Volumes without a replica',
        none: 'Every volume is replicated to another appliance, or is a replica itself.',
      },
    },
    actions: {
      createSnapshot: 'Create snapshot',
      createSnapshots: 'Create snapshots',
      replicate: 'Replicate',
    },
  },
}
