// What people read in lists.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'

/** What a list says about its rows; what is not there is called by the list's label. */
interface ListWords {
  /** On the field that narrows it. */
  readonly filter?: string
  /** On all that narrows it, for who hears it. */
  readonly filters?: string
  /** On what leads through its pages, for who hears it. */
  readonly pages: string
  /** The filter leaves nothing. */
  readonly noneMatch: string
  readonly selectAll?: string
  /** How many rows have each state. */
  readonly counts?: string
}

const appliances: ListWords = {
  filter: 'Filter appliances',
  filters: 'Filters of Appliances',
  pages: 'Pages of Appliances',
  noneMatch: 'No appliances match the filter',
  counts: 'Counts by state',
}
const disks: ListWords = {
  filter: 'Filter disks',
  filters: 'Filters of Disks',
  pages: 'Pages of Disks',
  noneMatch: 'No disks match the filter',
}
const history: ListWords = {
  pages: 'Pages of the history',
  noneMatch: 'No times match the filter',
}
const hosts: ListWords = {
  filter: 'Filter hosts',
  filters: 'Filters of Hosts',
  pages: 'Pages of Hosts',
  noneMatch: 'No hosts match the filter',
  selectAll: 'Select all hosts on this page',
}
const relationships: ListWords = {
  filter: 'Filter relationships',
  filters: 'Filters of Relationships',
  pages: 'Pages of Relationships',
  noneMatch: 'No relationships match the filter',
  selectAll: 'Select all relationships on this page',
  counts: 'Counts by protection',
}
const sessions: ListWords = {
  filter: 'Filter sessions',
  filters: 'Filters of Sessions',
  pages: 'Pages of Sessions',
  noneMatch: 'No sessions match the filter',
  counts: 'Counts by status',
}
const snapshots: ListWords = {
  filter: 'Filter snapshots',
  filters: 'Filters of Snapshots',
  pages: 'Pages of Snapshots',
  noneMatch: 'No snapshots match the filter',
  selectAll: 'Select all snapshots on this page',
}
const volumes: ListWords = {
  filter: 'Filter volumes',
  filters: 'Filters of Volumes',
  pages: 'Pages of Volumes',
  noneMatch: 'No volumes match the filter',
  selectAll: 'Select all volumes on this page',
  counts: 'Counts by kind',
}

/** By the name of the list. */
const lists = {
  alerts: {
    filter: 'Filter alerts',
    filters: 'Filters of Alerts',
    pages: 'Pages of Alerts',
    noneMatch: 'No alerts match the filter',
    counts: 'Counts by state',
  },
  'alert-rules': {
    filter: 'Filter alert rules',
    filters: 'Filters of Alert rules',
    pages: 'Pages of Alert rules',
    noneMatch: 'No alert rules match the filter',
  },
  appliances,
  'appliance-disks': disks,
  'appliance-networks': {
    filter: 'Filter network interfaces',
    filters: 'Filters of Network interfaces',
    pages: 'Pages of Network interfaces',
    noneMatch: 'No network interfaces match the filter',
  },
  'appliance-targets': {
    pages: 'Pages of Target ports',
    noneMatch: 'No target ports match the filter',
  },
  'appliance-users': {
    pages: 'Pages of Users of the appliance',
    noneMatch: 'No users match the filter',
  },
  audit: {
    filter: 'Filter changes',
    filters: 'Filters of Changes',
    pages: 'Pages of Changes',
    noneMatch: 'No changes match the filter',
    counts: 'Counts by outcome',
  },
  hosts,
  'host-luns': {
    filter: 'Filter LUNs',
    filters: 'Filters of LUNs',
    pages: 'Pages of LUNs',
    noneMatch: 'No LUNs match the filter',
    selectAll: 'Select all LUNs on this page',
  },
  messages: {
    filter: 'Filter messages',
    filters: 'Filters of Messages',
    pages: 'Pages of Messages',
    noneMatch: 'No messages match the filter',
  },
  partners: {
    filter: 'Filter partners',
    filters: 'Filters of Partners',
    pages: 'Pages of Partners',
    noneMatch: 'No partners match the filter',
  },
  'partner-relationships': relationships,
  people: {
    filter: 'Filter people',
    filters: 'Filters of People',
    pages: 'Pages of People',
    noneMatch: 'No people match the filter',
  },
  pools: {
    filter: 'Filter pools',
    filters: 'Filters of Pools',
    pages: 'Pages of Pools',
    noneMatch: 'No pools match the filter',
    selectAll: 'Select all pools on this page',
    counts: 'Counts by state',
  },
  'pool-disks': disks,
  'pool-history': history,
  'pool-volumes': volumes,
  relationships,
  'relationship-sessions': sessions,
  'replication-map': {
    pages: 'Pages of Replication between appliances',
    noneMatch: 'No replication between appliances matches the filter',
  },
  sessions,
  shares: {
    filter: 'Filter shares',
    filters: 'Filters of Shares',
    pages: 'Pages of Shares',
    noneMatch: 'No shares match the filter',
    selectAll: 'Select all shares on this page',
    counts: 'Counts by type',
  },
  snapshots,
  tasks: {
    filter: 'Filter tasks',
    filters: 'Filters of Tasks',
    pages: 'Pages of Tasks',
    noneMatch: 'No tasks match the filter',
    counts: 'Counts by state',
  },
  tokens: {
    filter: 'Filter API tokens',
    filters: 'Filters of API tokens',
    pages: 'Pages of API tokens',
    noneMatch: 'No API tokens match the filter',
  },
  'unprotected-relationship': {
    filter: 'Filter volumes without a replica',
    filters: 'Filters of Volumes without a replica',
    pages: 'Pages of Volumes without a replica',
    noneMatch: 'No volumes without a replica match the filter',
    selectAll: 'Select all volumes without a replica on this page',
  },
  'unprotected-snapshot': {
    filter: 'Filter volumes without a snapshot in 24 hours',
    filters: 'Filters of Volumes without a snapshot in 24 hours',
    pages: 'Pages of Volumes without a snapshot in 24 hours',
    noneMatch: 'No volumes without a snapshot in 24 hours match the filter',
    selectAll: 'Select all volumes without a snapshot in 24 hours on this page',
  },
  views: {
    filter: 'Filter views',
    filters: 'Filters of Views',
    pages: 'Pages of Views',
    noneMatch: 'No views match the filter',
  },
  volumes,
  'volume-history': history,
  'volume-hosts': hosts,
  'volume-sessions': sessions,
  'volume-snapshots': snapshots,
} satisfies Record<string, ListWords>

export type ListName = keyof typeof lists

export const words = {
  of: (list: ListName): ListWords => lists[list],
  heard: {
    select: (row: string) => `Select ${row}`,
    rowOf: (name: string, appliance: string) => `${name} on ${appliance}`,
    actions: 'Actions',
    loading: 'Loading',
  },
  toolbar: {
    exportCsv: 'Export as CSV',
    exportHint: 'Export as CSV, as filtered and sorted',
    saveView: 'Save view',
    api: 'API',
    columns: 'Columns',
    density: 'Density',
    compact: 'Compact rows',
    columnsAndDensity: 'Columns and density',
  },
  group: {
    by: 'Group by',
    notGrouped: 'Not grouped',
    byAppliance: 'By appliance',
    byLabel: (label: string) => said`By ${label}`,
    /** Over the rows whose appliances lack the label. */
    without: (label: string) => said`No ${label}`,
    anotherSystem: 'Another system',
  },
  /** Where rows are cards, which have no header to sort by. */
  sort: {
    sort: 'Sort',
    by: (column: string) => `Sorted by ${column}`,
    heard: {
      ascending: 'Sort in ascending order',
      descending: 'Sort in descending order',
    },
  },
  pager: {
    rowsOfAPage: 'Rows of a page',
    perPage: (rows: number) => plural(rows, { other: '# per page' }),
    range: (first: number, last: number, count: number, strong: (text: string) => React.ReactNode) => (
      <>
        {strong(`${figure(first)} - ${figure(last)}`)} of {strong(figure(count))}
      </>
    ),
    previous: 'Go to previous page',
    next: 'Go to next page',
  },
  count: {
    inAll: (rows: number) => plural(rows, { other: '# in all' }),
    found: (found: number, rows: number) => `${figure(found)} of ${figure(rows)}`,
    first: (found: number, loaded: number, total: number) =>
      `${figure(found)} shown; these are the first ${figure(loaded)} of ${figure(total)}.`,
  },
  clearFilters: 'Clear filters',
  tryAgain: 'Try again',
  failed: (label: string, cause: string) => said`${label}: ${cause}`,
  notExported: (cause: string, message: string) => `The list could not be exported: ${cause}. ${message}`,
  appliance: 'Appliance',
  nothingKnown: {
    title: 'No appliance answers: nothing is known',
    text: 'What there was before is shown again when an appliance answers.',
  },
  /** Of the appliances that do not answer, with the time at which they did. */
  silent: {
    theOne: (lastRead: React.ReactNode) => <>The appliance does not answer; last read {lastRead}</>,
    theOneUnread: 'The appliance does not answer; nothing of it is shown',
    one: (all: number, lastRead: React.ReactNode) => (
      <>
        1 of {figure(all)} appliances does not answer; last read {lastRead}
      </>
    ),
    oneUnread: (all: number) => `1 of ${figure(all)} appliances does not answer; nothing of it is shown`,
    some: (silent: number, all: number, lastRead: React.ReactNode) => (
      <>
        {figure(silent)} of {figure(all)} appliances do not answer; last read {lastRead}
      </>
    ),
    someUnread: (silent: number, all: number) =>
      `${figure(silent)} of ${figure(all)} appliances do not answer; nothing of theirs is shown`,
  },
  /** Rows that are left out, and of each appliance why; `problem`: `size_total: expected a number`. */
  unread: {
    title: (rows: number) => plural(rows, { one: '# row could not be read', other: '# rows could not be read' }),
    pool: (count: number, problem: string) =>
      plural(count, {
        one: `# pool is not what the API describes (${problem}).`,
        other: `# pools are not what the API describes (the first one: ${problem}).`,
      }),
    volume: (count: number, problem: string) =>
      plural(count, {
        one: `# volume is not what the API describes (${problem}).`,
        other: `# volumes are not what the API describes (the first one: ${problem}).`,
      }),
    snapshot: (count: number, problem: string) =>
      plural(count, {
        one: `# snapshot is not what the API describes (${problem}).`,
        other: `# snapshots are not what the API describes (the first one: ${problem}).`,
      }),
    share: (count: number, problem: string) =>
      plural(count, {
        one: `# share is not what the API describes (${problem}).`,
        other: `# shares are not what the API describes (the first one: ${problem}).`,
      }),
    host: (count: number, problem: string) =>
      plural(count, {
        one: `# host is not what the API describes (${problem}).`,
        other: `# hosts are not what the API describes (the first one: ${problem}).`,
      }),
    partner: (count: number, problem: string) =>
      plural(count, {
        one: `# partner is not what the API describes (${problem}).`,
        other: `# partners are not what the API describes (the first one: ${problem}).`,
      }),
    relationship: (count: number, problem: string) =>
      plural(count, {
        one: `# relationship is not what the API describes (${problem}).`,
        other: `# relationships are not what the API describes (the first one: ${problem}).`,
      }),
    session: (count: number, problem: string) =>
      plural(count, {
        one: `# session is not what the API describes (${problem}).`,
        other: `# sessions are not what the API describes (the first one: ${problem}).`,
      }),
    disk: (count: number, problem: string) =>
      plural(count, {
        one: `# disk is not what the API describes (${problem}).`,
        other: `# disks are not what the API describes (the first one: ${problem}).`,
      }),
  },
}
