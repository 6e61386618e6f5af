// What people read in the wizard that clones a snapshot of a volume.
import { said } from '../../ui/isolated.ts'

export const words = {
  title: 'Clone volume',
  volumes: 'Volumes',
  refused: 'You cannot clone volumes',
  submit: 'Create clone',
  leaving: 'This clone is not created yet.',
  done: (volume: string, snapshot: string) => said`Volume ${volume} created from snapshot ${snapshot}`,
  snapshot: {
    name: 'Snapshot',
    title: (origin: string) => said`Which moment of ${origin}?`,
    titleOfUnknown: 'Which moment of its volume?',
    snapshot: 'Snapshot',
    missing: 'Choose a snapshot.',
    /** Snapshots, each with the moment that it keeps. */
    made: (name: string, home: string | undefined, time: string) =>
      home === undefined ? said`${name} (made on the other system ${time})` : said`${name} (made on ${home} ${time})`,
    arrived: (name: string, time: string) => said`${name} (arrived ${time})`,
    taken: (name: string, time: string) => said`${name} (${time})`,
    text: (origin: string) =>
      said`The clone is a volume of its own: writable, of the same kind and size, in the same pool. It takes space only for what changes. While it exists, neither the snapshot nor ${origin} can be deleted.`,
    textOfUnknown:
      'The clone is a volume of its own: writable, of the same kind and size, in the same pool. It takes space only for what changes. While it exists, neither the snapshot nor its volume can be deleted.',
  },
  name: {
    name: 'Name',
    title: 'What is it called?',
    help: 'Unique on the appliance.',
    suggestion: (origin: string) => `${origin}-clone`,
  },
  review: {
    name: 'Review',
    title: 'Review',
    volume: 'Name',
    cloneOf: 'Clone of',
    snapshot: 'Snapshot',
    kind: 'Kind',
    pool: 'Pool',
    poolOn: (pool: string, appliance: string) => said`${pool} on ${appliance}`,
    poolOfOrigin: (appliance: string) => said`that of its origin on ${appliance}`,
    callOn: (appliance: string) => said`The call that is made on ${appliance}`,
  },
}
