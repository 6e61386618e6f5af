// What people read on the pages of snapshots.
import { plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

export const words = {
  snapshots: 'Snapshots',
  actions: {
    create: 'Create snapshot',
    clone: 'Clone',
    delete: 'Delete',
  },
  list: {
    name: 'Name',
    volume: 'Volume',
    created: 'Created',
    id: 'Id',
    empty: {
      title: 'No snapshot yet',
      text: 'A snapshot keeps a volume as it is at one moment. It takes space only for what changes afterwards, and a clone of it is a volume of its own.',
    },
  },
  page: {
    snapshot: 'Snapshot',
    related: 'Related',
    /** `home`: undefined when the console does not know that system. */
    madeOn: (home: string | undefined) => (home === undefined ? 'Made on the other system' : said`Made on ${home}`),
    arrived: 'Arrived',
    taken: 'Taken',
    spaceOfItsOwn: 'Space of its own',
    id: 'Id',
    version: 'Version',
    volume: 'Volume',
    pool: 'Pool',
    clones: 'Clones',
    noClones: 'no clones',
    timeUnknown: 'not known here',
  },
  deleteMany: {
    title: (count: number) => plural(count, { one: 'Delete # snapshot?', other: 'Delete # snapshots?' }),
    submit: 'Delete',
    task: (count: number) => plural(count, { one: 'Delete # snapshot', other: 'Delete # snapshots' }),
    /** Typed by the person: the number as keyboards have it. */
    phrase: (count: number) => plural(count, { one: `delete ${count} snapshot`, other: `delete ${count} snapshots` }),
    consequence: (volumes: number) =>
      plural(volumes, {
        one: 'the states of # volume that they keep',
        other: 'the states of # volumes that they keep',
      }),
    uncounted: 'What goes with them could not be counted',
    note: 'The volumes stay as they are now.',
    gone: 'It is gone already.',
  },
}
