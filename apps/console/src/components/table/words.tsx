// What people read in lists.
import { said } from '../../ui/isolated.ts'

/** What a list says about its rows; what is not there is called by the list's label. */
interface ListWords {
  /** On the field that narrows it. */
  readonly filter?: string
  /** The filter leaves nothing. */
  readonly noneMatch: string
  readonly selectAll?: string
  /** How many rows have each state. */
  readonly counts?: string
}

const appliances: ListWords = {
  filter: 'Filter appliances',
  noneMatch: 'No appliances match the filter',
  counts: 'Counts by state',
}
const disks: ListWords = { filter: 'Filter disks', noneMatch: 'No disks match the filter' }
const history: ListWords = { noneMatch: 'No times match the filter' }
const hosts: ListWords = {
  filter: 'Filter hosts',
  noneMatch: 'No hosts match the filter',
  selectAll: 'Select all hosts on this page',
}
const relationships: ListWords = {
  filter: 'Filter relationships',
  noneMatch: 'No relationships match the filter',
  selectAll: 'Select all relationships on this page',
  counts: 'Counts by protection',
}
const sessions: ListWords = {
  filter: 'Filter sessions',
  noneMatch: 'No sessions match the filter',
  counts: 'Counts by status',
}
const snapshots: ListWords = {
  filter: 'Filter snapshots',
  noneMatch: 'No snapshots match the filter',
  selectAll: 'Select all snapshots on this page',
}
const volumes: ListWords = {
  filter: 'Filter volumes',
  noneMatch: 'No volumes match the filter',
  selectAll: 'Select all volumes on this page',
  counts: 'Counts by kind',
}

/** By the name of the list. */
const lists = {
  alerts: { filter: 'Filter alerts', noneMatch: 'No alerts match the filter', counts: 'Counts by state' },
  'alert-rules': { filter: 'Filter alert rules', noneMatch: 'No alert rules match the filter' },
  appliances,
  'appliance-disks': disks,
  'appliance-networks': {
    filter: 'Filter network interfaces',
    noneMatch: 'No network interfaces match the filter',
  },
  'appliance-targets': { noneMatch: 'No target ports match the filter' },
  'appliance-users': { noneMatch: 'No users match the filter' },
  audit: { filter: 'Filter changes', noneMatch: 'No changes match the filter', counts: 'Counts by outcome' },
  hosts,
  'host-luns': {
    filter: 'Filter LUNs',
    noneMatch: 'No LUNs match the filter',
    selectAll: 'Select all LUNs on this page',
  },
  messages: { filter: 'Filter messages', noneMatch: 'No messages match the filter' },
  partners: { filter: 'Filter partners', noneMatch: 'No partners match the filter' },
  'partner-relationships': relationships,
  people: { filter: 'Filter people', noneMatch: 'No people match the filter' },
  pools: {
    filter: 'Filter pools',
    noneMatch: 'No pools match the filter',
    selectAll: 'Select all pools on this page',
    counts: 'Counts by state',
  },
  'pool-disks': disks,
  'pool-history': history,
  'pool-volumes': volumes,
  relationships,
  'relationship-sessions': sessions,
  'replication-map': { noneMatch: 'No replication between appliances matches the filter' },
  sessions,
  shares: {
    filter: 'Filter shares',
    noneMatch: 'No shares match the filter',
    selectAll: 'Select all shares on this page',
    counts: 'Counts by type',
  },
  snapshots,
  tasks: { filter: 'Filter tasks', noneMatch: 'No tasks match the filter', counts: 'Counts by state' },
  tokens: { filter: 'Filter API tokens', noneMatch: 'No API tokens match the filter' },
  'unprotected-relationship': {
    filter: 'Filter volumes without a replica',
    noneMatch: 'No volumes without a replica match the filter',
    selectAll: 'Select all volumes without a replica on this page',
  },
  'unprotected-snapshot': {
    filter: 'Filter volumes without a snapshot in 24 hours',
    noneMatch: 'No volumes without a snapshot in 24 hours match the filter',
    selectAll: 'Select all volumes without a snapshot in 24 hours on this page',
  },
  views: { filter: 'Filter views', noneMatch: 'No views match the filter' },
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
    filtersOf: (label: string) => `Filters of ${label}`,
    pagesOf: (label: string) => `Pages of ${label}`,
    actionsOf: (row: string) => `Actions of ${row}`,
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
  pager: {
    rowsOfAPage: 'Rows of a page',
    perPage: (rows: number) => `${rows} per page`,
    range: (rows: React.ReactNode, count: React.ReactNode) => (
      <>
        {rows} of {count}
      </>
    ),
    previous: 'Go to previous page',
    next: 'Go to next page',
  },
  count: {
    inAll: (rows: number) => `${rows} in all`,
    found: (found: number, rows: number) => `${found} of ${rows}`,
    first: (found: number, loaded: number, total: number) =>
      `${found} shown; these are the first ${loaded} of ${total.toLocaleString('en')}.`,
  },
  clearFilters: 'Clear filters',
  tryAgain: 'Try again',
  failed: (label: string, cause: string) => `${label}: ${cause}`,
  notExported: (label: string, cause: string, message: string) =>
    `${label} could not be exported: ${cause}. ${message}`,
  appliance: 'Appliance',
  nothingKnown: {
    title: (label: string) => `${label}: nothing is known of them`,
    text: 'What there was before is shown again when an appliance answers.',
  },
  /** Of the appliances that do not answer, with the time at which they did. */
  silent: {
    theOne: (lastRead: React.ReactNode) => <>The appliance does not answer; last read {lastRead}</>,
    theOneUnread: 'The appliance does not answer; nothing of it is shown',
    one: (all: number, lastRead: React.ReactNode) => (
      <>
        1 of {all} appliances does not answer; last read {lastRead}
      </>
    ),
    oneUnread: (all: number) => `1 of ${all} appliances does not answer; nothing of theirs is shown`,
    some: (silent: number, all: number, lastRead: React.ReactNode) => (
      <>
        {silent} of {all} appliances do not answer; last read {lastRead}
      </>
    ),
    someUnread: (silent: number, all: number) =>
      `${silent} of ${all} appliances do not answer; nothing of theirs is shown`,
  },
}
