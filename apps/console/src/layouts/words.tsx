// What people read around every page.
import { said } from '../ui/isolated.ts'
import { figure, plural } from '../ui/plural.ts'

export const words = {
  product: 'vSnap Console',
  skip: 'Skip to content',
  heard: {
    loading: 'Loading',
    console: 'Console',
    navigation: 'Navigation',
  },
  updatesLate: 'Updates are late',
  appliances: {
    appliance: 'Appliance',
    all: 'All appliances',
    /** Of more than one. */
    allOf: (count: number) => plural(count, { other: 'All # appliances' }),
    heard: {
      chosen: (appliance: string) => `Appliance: ${appliance}`,
    },
  },
  tasks: {
    running: (count: number) => plural(count, { other: '# running' }),
    oneRunning: (done: number, steps: number, figures: (text: string) => React.ReactNode) => (
      <>1 running{figures(`, ${figure(done)} of ${figure(steps)}`)}</>
    ),
    ended: {
      succeeded: (task: string) => `${task}: succeeded`,
      failed: (task: string) => `${task}: failed`,
      unknown: (task: string) => `${task}: somebody must decide`,
      cancelled: (task: string) => `${task}: cancelled`,
      undone: (task: string) => `${task}: undone`,
      partlyUndone: (task: string) => `${task}: not all undone`,
      partlyDone: (task: string) => `${task}: done in part`,
    },
    see: 'See the task',
  },
  search: {
    search: 'Search',
    hint: 'Search ( / )',
  },
  theme: {
    theme: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    heard: {
      chosen: (theme: string) => `Theme: ${theme}`,
    },
  },
  person: {
    nameAndRole: (name: string, role: string) => said`${name}, ${role}`,
    keys: 'Keys',
    logOut: 'Log out',
    stillLoggedIn: (problem: string) => said`You are still logged in: ${problem}`,
    heard: {
      account: (name: string) => `Account: ${name}`,
    },
  },
  views: {
    views: 'Views',
    all: 'All views',
  },
  notFound: {
    title: 'There is no page here',
    page: 'Not found',
    text: 'The address may be mistyped, or from another version of the console.',
  },
  error: {
    tryAgain: 'Try again',
    start: 'Go to the start page',
    initialise: 'Initialise the appliance',
    appliances: 'All appliances',
    appliance: 'See the appliance',
    tasks: 'All tasks',
    pools: 'All pools',
    volumes: 'All volumes',
    snapshots: 'All snapshots',
    shares: 'All shares',
    hosts: 'All hosts',
    relationships: 'All relationships',
    sessions: 'All sessions',
    partners: 'All partners',
  },
  expired: {
    title: 'Your session has ended',
    text: 'Log in again to go on where you are; nothing on this page is lost.',
  },
}
