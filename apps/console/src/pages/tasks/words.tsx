// What people read on the pages of tasks.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  tasks: 'Tasks',
  list: {
    task: 'Task',
    state: 'State',
    steps: 'Steps',
    appliances: 'Appliances',
    appliancesOf: (count: number) => plural(count, { one: '# appliance', other: '# appliances' }),
    by: 'By',
    begun: 'Begun',
    ended: 'Ended',
    empty: {
      title: 'No task yet',
      text: 'Whatever takes more than one call runs here, step by step, also when this page is closed: many volumes at once, a volume with its share, a pool with its spares.',
    },
  },
  /** How far it is: facts, those that there are one after the other. */
  progress: {
    done: (count: number, all: number) => `${figure(count)} of ${figure(all)} done`,
    wrong: (count: number) => plural(count, { other: '# went wrong' }),
    undone: (count: number, all: number) => `${figure(count)} of ${figure(all)} undone`,
    leftOut: (count: number) => plural(count, { other: '# left out' }),
    toGo: (count: number) => plural(count, { other: '# to go' }),
  },
  actions: {
    retry: 'Retry',
    skip: 'Skip what failed',
    undo: 'Undo what was made',
    cancel: 'Cancel what waits',
    again: 'Run again',
    copyScript: 'Copy as shell script',
    copyJson: 'Copy as JSON',
    refused: {
      running: 'It is still running.',
      ended: 'It has ended.',
      cancelled: 'It is cancelled already, and waits for the answer to what had been sent.',
      undoing: 'It is being undone.',
      undone: 'It has been undone. Run it again as a new task.',
      secret: 'A password or secret that was typed for it is not kept. Make it anew.',
      acting: 'The last action is still being carried out.',
      nothingLeft: 'No step is left to be done.',
      nothingFailed: 'No step has failed.',
      nothingToUndo: 'Nothing that it did can be undone safely.',
    },
  },
  page: {
    stepFailed: 'A step did not work',
    explanations: {
      failed: 'What was done before stays done. Retry from the failed step, skip it, or undo what was made.',
      unknown:
        'A call was sent and its answer never came, and the appliance does not show what became of it. Look there, then retry or skip the step.',
    },
    partlyUndone: {
      title: (count: number) =>
        plural(count, { one: '# step could not be undone', other: '# steps could not be undone' }),
      text: 'What they did is still there, and each of them says why. Mend that, and undo what was made once more; or keep it as it is.',
    },
    keptSteps: {
      title: (count: number) =>
        plural(count, { one: '# step was left as it is', other: '# steps were left as they are' }),
      text: 'Everything else was undone. What cannot be undone safely says so among the steps.',
    },
    progress: 'Progress',
    now: 'Now',
    undoingNow: 'Undoing now',
    by: 'By',
    lastBy: (person: string, last: string) => said`${person}, last ${last}`,
    begun: 'Begun',
    running: 'Running',
    runningFor: (duration: string) => `for ${duration}`,
    ended: 'Ended',
    endedAfter: (time: React.ReactNode, duration: string) => (
      <>
        {time}, at work for {duration}
      </>
    ),
  },
  undo: {
    title: 'Undo what was made?',
    submit: 'Undo',
    goes: 'This is deleted, for good, the last first:',
    /** What each call deletes, counted, on an appliance. */
    lines: {
      poolDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (pools) => said`${pools} pool on ${appliance}`,
          other: (pools) => said`${pools} pools on ${appliance}`,
        }),
      volumeDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (volumes) => said`${volumes} volume on ${appliance}, with everything that was written to it`,
          other: (volumes) => said`${volumes} volumes on ${appliance}, with everything that was written to them`,
        }),
      snapshotDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (snapshots) => said`${snapshots} snapshot on ${appliance}`,
          other: (snapshots) => said`${snapshots} snapshots on ${appliance}`,
        }),
      shareDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (shares) => said`${shares} share on ${appliance}: its clients lose access`,
          other: (shares) => said`${shares} shares on ${appliance}: their clients lose access`,
        }),
      hostDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (hosts) => said`${hosts} host on ${appliance}`,
          other: (hosts) => said`${hosts} hosts on ${appliance}`,
        }),
      hostUnmap: (count: number, appliance: string) =>
        plural(count, {
          one: (mappings) => said`${mappings} mapping on ${appliance}: its host loses the disk`,
          other: (mappings) => said`${mappings} mappings on ${appliance}: their hosts lose the disks`,
        }),
      partnerDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (partners) => said`${partners} partner of ${appliance}`,
          other: (partners) => said`${partners} partners of ${appliance}`,
        }),
      relationshipDelete: (count: number, appliance: string) =>
        plural(count, {
          one: (relationships) => said`${relationships} relationship of ${appliance}, with its replica`,
          other: (relationships) => said`${relationships} relationships of ${appliance}, with their replicas`,
        }),
      /** Of relationships whose replicas had been there before, and stay. */
      relationshipOnly: (count: number, appliance: string) =>
        plural(count, {
          one: (relationships) => said`${relationships} relationship of ${appliance}; its replica stays`,
          other: (relationships) => said`${relationships} relationships of ${appliance}; their replicas stay`,
        }),
    },
    stays: 'A volume with snapshots, a pool with volumes, and what these need, stay: their steps say so then.',
    noWayBack: (count: number) =>
      plural(count, {
        one: '# more step cannot be undone, and what it did stays.',
        other: '# more steps cannot be undone, and what they did stays.',
      }),
    typeThis: 'Type this to confirm',
    /** To be typed, hence numbers without a separator. */
    phrases: {
      poolDelete: (count: number) => plural(count, { one: `delete ${count} pool`, other: `delete ${count} pools` }),
      volumeDelete: (count: number) =>
        plural(count, { one: `delete ${count} volume`, other: `delete ${count} volumes` }),
      snapshotDelete: (count: number) =>
        plural(count, { one: `delete ${count} snapshot`, other: `delete ${count} snapshots` }),
      shareDelete: (count: number) => plural(count, { one: `delete ${count} share`, other: `delete ${count} shares` }),
      hostDelete: (count: number) => plural(count, { one: `delete ${count} host`, other: `delete ${count} hosts` }),
    },
    phrase: (count: number) => plural(count, { one: `delete ${count} object`, other: `delete ${count} objects` }),
  },
  again: {
    title: 'Run it again?',
    text: 'A new task makes the same calls once more, whatever has changed since. What has a name that is taken by then is refused.',
    submit: 'Run again',
    line: (title: string, appliance: string, count: number) => said`${title} on ${appliance}: ${figure(count)}`,
    /** To be typed before something is deleted again, hence its number without a separator. */
    phrase: (count: number) => plural(count, { one: `delete ${count} object`, other: `delete ${count} objects` }),
  },
  now: {
    betweenSteps: 'between two steps',
    step: (title: string, appliance: React.ReactNode) => (
      <>
        {title} on {appliance}
      </>
    ),
    stepFor: (title: string, appliance: React.ReactNode, name: React.ReactNode) => (
      <>
        {title} on {appliance}: {name}
      </>
    ),
    more: (count: number) => plural(count, { other: 'and # more' }),
  },
  steps: {
    steps: 'Steps',
    step: 'Step',
    what: 'What',
    appliance: 'Appliance',
    state: 'State',
    about: 'About',
    took: 'Took',
    notBegun: 'not begun',
    nothingToSay: 'nothing to say',
    found: (name: React.ReactNode) => <>{name} (its answer was lost; it was found on the appliance)</>,
    titleOn: (title: string, appliance: string) => said`${title} on ${appliance}`,
    heard: {
      step: (number: number, title: string) => `step ${figure(number)}, ${title}`,
    },
    callAndAnswer: 'Call and answer',
  },
  step: {
    title: (number: number, title: string) => `Step ${figure(number)}: ${title}`,
    heard: {
      step: 'Step',
    },
    state: 'State',
    appliance: 'Appliance',
    call: 'Call',
    callUnknown: 'known when the steps before have answered',
    status: 'Status',
    noAnswer: 'no answer',
    begun: 'Begun',
    ended: 'Ended',
    requestId: 'Request id',
    body: 'Body',
    answer: 'Answer',
  },
  script: {
    as: {
      script: {
        title: 'The plan as a shell script',
        text: 'For bash with curl (7.76 or later), openssl and jq. Addresses and accounts are variables at its beginning; it has no password. Each appliance has to show the certificate that the console has pinned.',
      },
      json: {
        title: 'The plan as JSON',
        text: 'POST it to /api/plans with a new Idempotency-Key, and it runs again.',
      },
    },
    heard: {
      script: 'Script',
      copy: 'Copy',
    },
    copy: 'Copy',
    copied: 'Copied',
    /** What stands in the script itself. */
    kept: {
      pin: [
        'Answers the key of the certificate at $1, if that is the one that the console has pinned (its SHA-256 is $2).',
        '--insecure leaves out authorities and names only: curl sends nothing to a server with another key.',
      ],
      call: 'Makes a call, and ends the script with the appliance’s own words when it is refused.',
      /** `step` is the shell’s own variable. */
      stopped: (step: string) => `Stopped at ${step}. What comes before it is done, the rest is not.`,
      passwordMissing: 'set it to the password of that user',
      step: (number: number, title: string) => `Step ${number}: ${title}`,
    },
  },
}
