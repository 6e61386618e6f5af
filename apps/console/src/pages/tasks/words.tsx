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
    undone: (count: number) => plural(count, { other: '# undone' }),
    cancelled: (count: number) => plural(count, { other: '# cancelled' }),
    toGo: (count: number) => plural(count, { other: '# to go' }),
  },
  actions: {
    retry: 'Retry',
    skip: 'Skip what failed',
    undo: 'Undo what was made',
    cancel: 'Cancel what waits',
    copyScript: 'Copy as shell script',
    copyJson: 'Copy as JSON',
    refused: {
      running: 'It is still running.',
      ended: 'It has ended.',
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
    progress: 'Progress',
    now: 'Now',
    by: 'By',
    lastBy: (person: string, last: string) => said`${person}, last ${last}`,
    begun: 'Begun',
    running: 'Running',
    runningFor: (duration: string) => `for ${duration}`,
    ended: 'Ended',
    endedAfter: (time: React.ReactNode, duration: string) => (
      <>
        {time}, after {duration}
      </>
    ),
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
        text: 'For bash with curl and jq. Addresses and accounts are variables at its beginning; it has no password.',
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
      insecure:
        '--insecure: the appliances’ certificates are their own. Give --cacert or --pinnedpubkey instead where you can.',
      passwordMissing: 'set it to the password of that user',
      step: (number: number, title: string) => `Step ${number}: ${title}`,
    },
  },
}
