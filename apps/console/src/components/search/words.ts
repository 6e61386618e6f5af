// What people read in the search of everything.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'

export const words = {
  search: 'Search',
  heard: {
    searchAll: 'Search objects, pages and actions',
    found: 'Found',
  },
  placeholder: 'Name, id, serial, address, initiator, page or action',
  failed: 'Objects could not be searched',
  searching: 'Searching …',
  keys: 'Arrows choose, Enter goes there, Escape closes.',
  nothing: (q: string) => said`Nothing has “${q}” in its name, id, serial number, address or initiators.`,
  best: (count: number) => plural(count, { other: 'The best #; there are more.' }),
  found: (count: number) => plural(count, { other: '# found' }),
  groups: {
    objects: 'Objects',
    appliances: 'Appliances',
    pages: 'Pages',
    actions: 'Actions',
  },
  apiReference: 'API reference',
  /** What is within a page of the navigation, or beneath it. */
  pages: {
    people: 'People',
    alertRules: 'Alert rules',
    notifications: 'Notifications',
    tokens: 'API tokens',
    about: 'About this console',
    relationships: 'Relationships',
    sessions: 'Sessions',
    partners: 'Partners',
    map: 'Map',
    report: 'Daily report',
    withoutSnapshot: 'Volumes without a snapshot in 24 hours',
    withoutReplica: 'Volumes without a replica',
    views: 'Views',
  },
  within: {
    settings: 'Settings',
    replication: 'Replication',
    overview: 'Overview',
  },
  /** What can be begun, anywhere and on one appliance. */
  actions: {
    poolCreate: { label: 'Create pool', on: (appliance: string) => said`Create pool on ${appliance}` },
    volumeCreate: { label: 'Create volume', on: (appliance: string) => said`Create volume on ${appliance}` },
    snapshotCreate: { label: 'Create snapshot', on: (appliance: string) => said`Create snapshot on ${appliance}` },
    shareCreate: { label: 'Create share', on: (appliance: string) => said`Create share on ${appliance}` },
    hostCreate: { label: 'Create host', on: (appliance: string) => said`Create host on ${appliance}` },
    hostMap: { label: 'Map volumes to a host', on: (appliance: string) => said`Map volumes to a host on ${appliance}` },
    relationshipCreate: {
      label: 'Replicate volumes',
      on: (appliance: string) => said`Replicate volumes on ${appliance}`,
    },
    partnerCreate: { label: 'Add partner', on: (appliance: string) => said`Add partner on ${appliance}` },
    applianceCreate: { label: 'Add appliance', on: undefined },
    userCreate: { label: 'Add person', on: undefined },
    tokenCreate: { label: 'Make API token', on: undefined },
    mailSet: { label: 'Set up mail', on: undefined },
    webhookSet: { label: 'Set up webhook', on: undefined },
    notificationScheduleSet: { label: 'Change when messages are sent', on: undefined },
  },
  /** What an object is, and where. */
  objects: {
    disk: (appliance: string) => said`disk on ${appliance}`,
    host: (appliance: string) => said`host on ${appliance}`,
    partner: (appliance: string) => said`partner on ${appliance}`,
    pool: (appliance: string) => said`pool on ${appliance}`,
    relationship: (appliance: string) => said`relationship on ${appliance}`,
    session: (appliance: string) => said`session on ${appliance}`,
    share: (appliance: string) => said`share on ${appliance}`,
    snapshot: (appliance: string) => said`snapshot on ${appliance}`,
    volume: (appliance: string) => said`volume on ${appliance}`,
  },
  /** By what it was found: the API's own field, and what stands in it. */
  foundBy: (field: string, text: string) => said`${field} ${text}`,
  appliance: (url: string) => `appliance, ${url}`,
}
