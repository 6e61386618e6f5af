// Each list and each detail in the states that are easily forgotten: looked at in screenshots, and a few for accessibility.
import type { Page } from '@playwright/test'
import type { Places } from './example.ts'
import type { View } from './views.ts'

/** The lists, by the names of their pictures. */
const lists = {
  appliances: '/appliances',
  pools: '/pools',
  volumes: '/volumes',
  snapshots: '/snapshots',
  shares: '/shares',
  hosts: '/hosts',
  replication: '/replication',
  sessions: '/replication?tab=sessions',
  partners: '/replication?tab=partners',
  tasks: '/tasks',
  alerts: '/alerts',
  audit: '/audit',
} as const
type List = keyof typeof lists
/** Lists of what the console knows itself: no appliance has to answer for them. */
const own: readonly List[] = ['appliances', 'tasks', 'alerts', 'audit']
/** Lists whose rows a viewer has no menu of. */
const readOnly: readonly List[] = ['sessions', 'tasks', 'audit']
const details = ['pools', 'volumes', 'snapshots', 'shares', 'hosts', 'relationships', 'sessions', 'partners'] as const
/** Lists of which a new console has nothing: each leads to the first step. */
const beginnings = ['appliances', 'pools', 'replication', 'tasks', 'alerts'] as const
/** What a detail asks for besides itself. */
const related = ['*/api/fleet/*', '*/vsnap/disk*', '*/vsnap/*/snapshot*', '*/vsnap/*/session*']

/** The states of a list, by the search that shows it in each. Some appliances of the example never answer: every list is partly failed. */
const ofLists = ({ fresh, silent }: Places): Readonly<Record<string, string>> => ({
  empty: `appliance=${fresh}`,
  'filtered-to-nothing': 'q=nothing-is-called-so',
  failed: `appliance=${silent}`,
})

const listsIn = (state: string, search: string): View[] =>
  Object.entries(lists)
    .filter(([list]) => state === 'filtered-to-nothing' || !own.includes(list as List))
    .map(([list, path]) => ({
      name: `fault-${list}-${state}`,
      path: `${path}${path.includes('?') ? '&' : '?'}${search}`,
    }))

/** The states of a detail, by the appliance and the id. */
const ofDetails = ({ appliance, silent, changed, fresh }: Places): Readonly<Record<string, readonly string[]>> => ({
  gone: [appliance, '99999'],
  failed: [silent, '1'],
  untrusted: [changed, '1'],
  'not-initialised': [fresh, '1'],
  'appliance-gone': ['nothing', '1'],
})

/** Those that are there, by which the states are seen that have to do with who looks, and when. */
const there = ({ appliance, pool, filesystem, snapshot, relationship, sent, partner }: Places) =>
  ({
    pools: [appliance, pool],
    volumes: [appliance, filesystem],
    snapshots: [appliance, snapshot],
    shares: [appliance, '1'],
    hosts: [appliance, '1'],
    relationships: [appliance, relationship],
    sessions: [sent.appliance, sent.id],
    partners: [appliance, partner],
  }) satisfies Record<(typeof details)[number], readonly string[]>

/** Lists within a detail. */
const within = ({ appliance, pool, filesystem, lun, relationship }: Places) => ({
  'pools-one-volumes': `/appliances/${appliance}/pools/${pool}?tab=volumes`,
  'pools-one-disks': `/appliances/${appliance}/pools/${pool}?tab=disks`,
  'volumes-one-snapshots': `/appliances/${appliance}/volumes/${filesystem}?tab=snapshots`,
  'volumes-one-access': `/appliances/${appliance}/volumes/${lun}?tab=access`,
  'hosts-one': `/appliances/${appliance}/hosts/1?`,
  'relationships-one': `/appliances/${appliance}/relationships/${relationship}?`,
  'appliances-one-disks': `/appliances/${appliance}?tab=disks`,
  'appliances-one-network': `/appliances/${appliance}?tab=network`,
})

/** What a viewer may not do is said where it would be done: in the menu of a row, and of the page. */
const menu = (page: Page) =>
  page
    .getByRole('button', { name: /^Actions/ })
    .first()
    .click()

const notAllowed = (name: string, path: string, hasMenu: boolean): View => ({
  name: `${name}-not-allowed`,
  path,
  asViewer: true,
  ...(hasMenu ? { open: menu } : {}),
})

/** Every page has the appliances at hand, for the masthead's filter: nobody waits for them. */
const late = Object.entries(lists).filter(([list]) => list !== 'appliances')

/** All lists and details, each in all of these states. */
function faultsOf(places: Places): View[] {
  return [
    ...Object.entries(ofLists(places)).flatMap(([state, search]) => listsIn(state, search)),
    ...late.map(([list, path]): View => ({ name: `fault-${list}-broken`, path, isFailing: true })),
    { name: 'fault-tasks-one-gone', path: '/tasks/nothing' },
    ...Object.entries(ofDetails(places)).flatMap(([state, [appliance, id]]) =>
      details.map((detail): View => ({
        name: `fault-${detail}-one-${state}`,
        path: `/appliances/${appliance}/${detail}/${id}`,
      })),
    ),
    ...late.map(([list, path]): View => ({ name: `fault-${list}-loading`, path, isLoading: true })),
    ...Object.entries(lists).map(([list, path]) => notAllowed(`fault-${list}`, path, !readOnly.includes(list as List))),
    ...Object.entries(there(places)).flatMap(([detail, [appliance, id]]): View[] => {
      const [name, path] = [`fault-${detail}-one`, `/appliances/${appliance}/${detail}/${id}`]
      return [
        { name: `${name}-loading`, path, isLoading: true },
        { name: `${name}-partly-failed`, path, isFailing: related },
        notAllowed(name, path, detail !== 'sessions'),
      ]
    }),
    ...Object.entries(within(places)).map(([name, path]): View => ({
      name: `fault-${name}-filtered-to-nothing`,
      path: `${path}&q=nothing-is-called-so`,
    })),
    ...ownDetails(places),
    ...beginnings.map((list): View => ({ name: `fault-${list}-new`, path: lists[list], isNew: true })),
    { name: 'fault-overview-new', path: '/', isNew: true },
  ]
}

/** Details of what the console knows itself. Of an appliance it shows that also while the appliance is silent. */
function ownDetails({ appliance, tasks }: Places): View[] {
  const [one, task] = [`/appliances/${appliance}`, `/tasks/${tasks.failed}`]
  return [
    ...['overview', 'disks', 'network', 'access', 'system'].map((tab): View => ({
      name: `fault-appliances-one-${tab}-loading`,
      path: `${one}?tab=${tab}`,
      isLoading: true,
    })),
    { name: 'fault-appliances-one-partly-failed', path: `${one}?tab=disks`, isFailing: ['*/vsnap/*'] },
    notAllowed('fault-appliances-one', one, true),
    { name: 'fault-tasks-one-loading', path: task, isLoading: true },
    { name: 'fault-tasks-one-broken', path: task, isFailing: true },
    notAllowed('fault-tasks-one', task, true),
  ]
}

/** What the others have in common with: one of a list, one of a detail. */
const samples: readonly string[] = [
  'fault-shares-failed',
  'fault-hosts-one-failed',
  'fault-hosts-loading',
  'fault-shares-one-not-allowed',
]

export const sampledFaults = (places: Places): View[] => faultsOf(places).filter(({ name }) => samples.includes(name))

/** All but the samples, which are looked at anyway. */
export const furtherFaults = (places: Places): View[] => faultsOf(places).filter(({ name }) => !samples.includes(name))
