// What people read in what several pages have in common.
import { said } from '../ui/isolated.ts'

export const words = {
  /** The browser's title: the page, then the product. */
  pageTitle: (page: string) => `${page} · vSnap Console`,
  heard: {
    loading: 'Loading',
  },
  /** What can be done with an object: beside its title on its page, and in its row of a list. */
  actions: {
    toggle: 'Actions',
    heard: {
      of: (name: string) => `Actions of ${name}`,
    },
  },
  places: {
    overview: 'Overview',
    appliances: 'Appliances',
    storage: 'Storage',
    pools: 'Pools',
    volumes: 'Volumes',
    snapshots: 'Snapshots',
    shares: 'Shares',
    hosts: 'Hosts',
    replication: 'Replication',
    activity: 'Activity',
    tasks: 'Tasks',
    alerts: 'Alerts',
    audit: 'Audit',
    settings: 'Settings',
  },
  /** Of an object that could not be read again. */
  stale: {
    asOf: (read: React.ReactNode) => <>What stands here was read {read}, and may have changed since.</>,
    tryAgain: 'Try again',
  },
  planStates: {
    queued: 'Queued',
    running: 'Running',
    waiting: 'Waiting',
    succeeded: 'Succeeded',
    failed: 'Failed',
    unknown: 'Somebody must decide',
    cancelled: 'Cancelled',
    undone: 'Undone',
    undoing: 'Undoing',
    partlyUndone: 'Not all undone',
    partlyDone: 'Done in part',
    skipped: 'Skipped',
    notUndone: 'Not undone',
  },
  labels: {
    label: 'Label',
    any: 'Any label',
    heard: {
      chosen: (label: string) => `Label: ${label}`,
    },
  },
  /** Objects whose names are not known, by their ids. */
  byId: {
    snapshot: (id: string) => `snapshot ${id}`,
    host: (id: string) => `host ${id}`,
    share: (id: string) => `share ${id}`,
  },
  /** What a volume is in a relationship. `appliance`: undefined when it is not in this console. */
  relationship: {
    replicaOf: (volume: string, appliance: string | undefined) =>
      appliance === undefined
        ? said`Replica of ${volume} on another system`
        : said`Replica of ${volume} on ${appliance}`,
    replicatedTo: (volume: string, appliance: string | undefined) =>
      appliance === undefined
        ? said`Replicated to ${volume} on another system`
        : said`Replicated to ${volume} on ${appliance}`,
    someVolume: 'a volume',
  },
  snapshotOf: (snapshot: React.ReactNode, volume: React.ReactNode) => (
    <>
      {snapshot} of {volume}
    </>
  ),
  remedies: {
    openTask: 'Open task',
    lookAtNotifications: 'Look at notifications',
    openAppliance: 'Open appliance',
    enterCredentials: 'Enter credentials',
    compareCertificate: 'Compare certificate',
    expandPool: 'Expand pool',
    addSpares: 'Add spare disks',
    lookAtDisks: 'Look at disks',
    startSession: 'Start session',
    openRelationship: 'Open relationship',
    createSnapshot: 'Create snapshot',
  },
}
