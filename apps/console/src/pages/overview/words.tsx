// What people read on the overview, and on what it opens: the daily report, and the volumes that nothing protects.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

/** What runs now; something does. */
function running(sessions: number, tasks: number): string {
  const sessionsText = plural(sessions, { one: '# session', other: '# sessions' })
  if (sessions === 0) return plural(tasks, { one: '# task running', other: '# tasks running' })
  if (tasks === 0) return plural(sessions, { one: '# session running', other: '# sessions running' })
  return plural(tasks, { one: `${sessionsText} · # task running`, other: `${sessionsText} · # tasks running` })
}

export const words = {
  title: 'Overview',
  page: {
    /** All of them do. */
    answer: (count: number) => plural(count, { one: 'The appliance answers', other: 'All # appliances answer' }),
    answerOf: (answering: number, all: number) =>
      plural(all, { one: `${answering} of # appliance answers`, other: `${answering} of # appliances answer` }),
    addAppliance: 'Add appliance',
    report: 'Daily report',
    empty: {
      title: 'No appliance yet',
      text: 'Here will stand what is wrong on any of your vSnap servers, what fills up, and what is not protected. Add the first one by its address, user name and password.',
    },
  },
  figure: {
    heard: {
      /** `what` is what the number counts: `without a replica`. */
      number: (value: number, what: string) => `${value} ${what}`,
    },
  },
  attention: {
    title: 'Needs attention',
    shownOf: (shown: number, all: number) => `${shown} of ${all}`,
    nothing: 'Nothing needs attention.',
    heard: {
      severities: {
        danger: 'Critical',
        warning: 'Warning',
      },
    },
    since: (time: React.ReactNode) => <>Since {time}.</>,
    lookedAfter: (person: string) => `${person} looks after it.`,
  },
  capacity: {
    title: 'Capacity',
    used: (used: string, total: string) => `${used} of ${total} used`,
    usedExactly: (used: string, total: string) => `${used} of ${total}`,
    growth: (bytes: string) => `${bytes} a day`,
    noPool: (createPool: React.ReactNode) => <>No pool yet. {createPool} to have space for volumes.</>,
    createPool: 'Create a pool',
    heard: {
      used: (part: string) => `${part} of the fleet used`,
      pools: 'Fullest pools',
    },
  },
  protection: {
    title: 'Protection',
    volumes: (count: number) => plural(count, { one: '# volume', other: '# volumes' }),
    noVolume: (createVolume: React.ReactNode) => <>No volume yet. {createVolume} to keep backups in.</>,
    createVolume: 'Create a volume',
    withoutSnapshot: 'without a snapshot in 24 h',
    withoutReplica: 'without a replica',
    behind: 'replicas behind their target',
    noReplica: 'replicas behind: there is none',
  },
  activity: {
    title: 'Going on',
    running,
    nothingRuns: 'Nothing runs now',
    heard: {
      running: 'Running now',
    },
    taskBy: (person: string) => `task by ${person}`,
    stepsOf: (done: number, all: number) => plural(all, { one: `${done} of # step`, other: `${done} of # steps` }),
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
    changedBy: (change: string, person: string) => `${change} by ${person}`,
  },
  views: {
    title: 'Views',
    toAll: 'All views',
  },
  report: {
    title: 'Daily report',
    period: (since: string, until: string) => `${since} to ${until}`,
    answerOf: (answering: number, all: number) =>
      answering === 1
        ? plural(all, { one: '1 of # appliance answers', other: '1 of # appliances answers' })
        : plural(all, { one: `${answering} of # appliance answers`, other: `${answering} of # appliances answer` }),
    more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
    alerts: {
      title: 'Alerts',
      none: 'None was open.',
      overSince: (time: React.ReactNode) => <>Over since {time}</>,
    },
    sessions: {
      title: 'Failed sessions',
      none: 'None failed.',
      noReplica: 'Nothing is replicated.',
      from: (session: React.ReactNode, appliance: string) => (
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
    nameOn: (name: string, appliance: string) => said`${name} on ${appliance}`,
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
