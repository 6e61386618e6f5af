// What people read on the pages of pools.
import { said } from '../../ui/isolated.ts'
import { plural } from '../../ui/plural.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'

const disks = (count: number) => plural(count, { one: '# disk', other: '# disks' })
const onOff = (value: boolean | null | undefined) => (value == null ? 'unknown' : value ? 'on' : 'off')
const diskCount = (count: number) => (count === 0 ? 'None.' : plural(count, { one: '# disk.', other: '# disks.' }))

/** Of something, as it was first and as it was last. */
type Pair = readonly [first: string, last: string]

export const words = {
  pools: 'Pools',
  stateUnknown: 'unknown',
  onOff,
  actions: {
    create: 'Create pool',
    addAppliance: 'Add appliance',
    rename: 'Rename',
    options: 'Change options',
    expand: 'Expand',
    'add-log': 'Add log disks',
    'remove-log': 'Remove log disks',
    'add-cache': 'Add cache disk',
    'remove-cache': 'Remove cache disk',
    'add-spare': 'Add spare disks',
    'remove-spare': 'Remove spare disks',
    'snapshot-volumes': 'Snapshot every volume',
    delete: 'Delete',
  },
  list: {
    name: 'Name',
    state: 'State',
    used: 'Used',
    free: 'Free',
    size: 'Size',
    type: 'Type',
    created: 'Created',
    id: 'Id',
    nameOn: (name: string, appliance: string) => said`${name} on ${appliance}`,
    empty: {
      title: 'No pool yet',
      text: 'A pool joins disks of one appliance into protected space, from which volumes take theirs.',
    },
    noAppliance: {
      title: 'No appliance yet',
      text: 'Pools are made of the disks of an appliance. Add the first appliance by its address, user name and password.',
    },
  },
  page: {
    actions: 'Actions',
    heard: {
      actionsOf: (name: string) => `Actions of ${name}`,
    },
    overview: 'Overview',
    disks: 'Disks',
    volumes: 'Volumes',
    history: 'History',
    settings: 'Settings',
  },
  overview: {
    failed: (count: number) =>
      plural(count, { one: 'A disk of this pool has failed', other: '# disks of this pool have failed' }),
    capacity: 'Capacity',
    used: 'Used',
    free: 'Free',
    size: 'Size',
    compression: 'Compression',
    deduplication: 'Deduplication',
    before: (size: React.ReactNode) => <>(before it {size})</>,
    volumes: 'Volumes',
    loading: 'loading',
    disks: 'Disks',
    pool: 'Pool',
    state: 'State',
    health: 'Health',
    type: 'Type',
    survives: 'Survives',
    syncwrite: 'Synchronous writes',
    id: 'Id',
    created: 'Created',
    changed: 'Changed',
  },
  picture: {
    new: 'new',
    kinds: { data: 'data', parity: 'parity', log: 'log', cache: 'cache', spare: 'spare', failed: 'failed' },
    /** On a block itself. */
    letters: { data: '', parity: 'P', log: 'L', cache: 'C', spare: 'S', failed: '!' },
    heard: {
      group: (name: string, count: number, kinds: readonly string[]) => `${name}: ${disks(count)}: ${kinds.join(', ')}`,
      newGroup: (name: string, count: number, kinds: readonly string[]) =>
        `${name}, new: ${disks(count)}: ${kinds.join(', ')}`,
      ofKind: {
        data: (count: number) => `${count} data`,
        parity: (count: number) => `${count} parity`,
        log: (count: number) => `${count} log`,
        cache: (count: number) => `${count} cache`,
        spare: (count: number) => `${count} spare`,
        failed: (count: number) => `${count} failed`,
      },
    },
  },
  layout: {
    usable: 'Usable',
    raw: 'Raw',
    overhead: 'Parity, reserve',
    lost: 'Mixed sizes',
    survives: 'Survives',
  },
  disks: {
    title: 'Disks',
    device: 'Device',
    goneDevice: 'not seen any more',
    group: 'Group',
    usedAs: 'Used as',
    disk: 'Disk',
    model: 'Model',
    size: 'Size',
    unread: 'The disks cannot be read; what the pool itself says is shown',
    empty: 'The appliance names no disks of this pool',
  },
  volumes: {
    title: 'Volumes',
    name: 'Name',
    kind: 'Kind',
    kindUnknown: 'unknown',
    clone: (kind: string) => `${kind}, clone`,
    used: 'Used',
    usedWithParent: 'part of its parent',
    created: 'Created',
    create: 'Create volume',
    empty: {
      title: 'No volume in this pool yet',
      text: 'Volumes take their space from the pool: filesystems for shares, luns for hosts.',
    },
  },
  history: {
    compression: 'Compression',
    deduplication: 'Deduplication',
    ratios: 'Compression and deduplication',
    ratioUnknown: 'not known',
    fromTo: ({ compression, deduplication, times }: Record<'compression' | 'deduplication' | 'times', Pair>) =>
      `Compression: ${compression[0]} at ${times[0]}, ${compression[1]} at ${times[1]}. Deduplication: ${deduplication[0]} at ${times[0]}, ${deduplication[1]} at ${times[1]}.`,
  },
  settings: {
    name: 'Name',
    options: {
      title: 'Options',
      text: ({ compression, deduplication, syncwrite }: Pick<Pool, 'compression' | 'deduplication' | 'syncwrite'>) =>
        `Compression ${onOff(compression)}, deduplication ${onOff(deduplication)}, synchronous writes ${onOff(syncwrite)}.`,
    },
    expand: {
      title: 'Capacity',
      text: 'More disks become further groups of the same type.',
    },
    log: {
      title: 'Log',
      text: (count: number) => `${diskCount(count)} Fast disks of its own for synchronous writes; two are mirrored.`,
    },
    cache: {
      title: 'Cache',
      text: (count: number) => `${diskCount(count)} A fast disk for what is read again and again.`,
    },
    spare: {
      title: 'Spares',
      text: (count: number) => `${diskCount(count)} Take the place of a disk that fails, by themselves.`,
    },
    moreSpares: {
      title: 'More spares',
      text: 'Another disk that waits for a failure.',
    },
    delete: {
      title: 'Delete this pool',
      text: 'Everything in it goes for good: volumes, snapshots, clones, shares.',
    },
  },
  disksField: {
    device: 'Device',
    disk: 'Disk',
    model: 'Model',
    size: 'Size',
    heard: {
      all: 'All disks',
    },
    usedAs: (use: string) => `used as ${use}`,
    gone: 'not there any more',
    chosen: {
      unusedDisk: (chosen: number, all: number) =>
        plural(all, { one: `${chosen} of # unused disk chosen`, other: `${chosen} of # unused disks chosen` }),
      spare: (chosen: number, all: number) =>
        plural(all, { one: `${chosen} of # spare chosen`, other: `${chosen} of # spares chosen` }),
    },
    andTaken: (chosen: string, taken: number) => `${chosen}; ${taken} more cannot be used any more`,
    leaveOut: (taken: number) => plural(taken, { one: 'Leave it out', other: 'Leave them out' }),
  },
  options: {
    title: (pool: string) => said`Options of ${pool}`,
    description: 'They apply to what is written from now on.',
    submit: 'Save',
    done: (pool: string) => said`Options of pool ${pool} changed`,
    compression: {
      label: 'Compression',
      help: 'Takes less space, costs a little processor time. Good for nearly everything.',
    },
    deduplication: {
      label: 'Deduplication',
      help: 'Blocks that are alike are kept once. Costs memory, about 5 GiB for each TiB that is stored; with less, writing becomes slow.',
      whenFull: (memory: React.ReactNode) => <>When this pool is full: about {memory}.</>,
    },
    syncwrite: {
      label: 'Synchronous writes',
      help: 'What a client was told is written is on the disks. Off is faster, and the last seconds are lost when the power fails.',
    },
  },
  addDisks: {
    unused: 'Unused disks',
    diskMissing: 'Choose a disk.',
    log: {
      title: (pool: string) => said`Add log disks to ${pool}`,
      description: 'Synchronous writes go to these disks first. Choose two, and they are mirrored.',
      submit: 'Add log disks',
      done: (pool: string, count: number) =>
        plural(count, {
          one: said`Pool ${pool} has a log disk more`,
          other: said`Pool ${pool} has # log disks more`,
        }),
    },
    cache: {
      title: (pool: string) => said`Add cache disk to ${pool}`,
      description: 'What is read again and again is kept on this disk. Nothing is lost when it fails.',
      submit: 'Add cache disk',
      done: (pool: string) => said`Pool ${pool} has a cache disk more`,
    },
    spare: {
      title: (pool: string) => said`Add spare disks to ${pool}`,
      description: 'A spare takes the place of a disk that fails, at once and by itself.',
      submit: 'Add spare disks',
      done: (pool: string, count: number) =>
        plural(count, {
          one: said`Pool ${pool} has a spare disk more`,
          other: said`Pool ${pool} has # spare disks more`,
        }),
    },
  },
  removeDisks: {
    spares: 'Spare disks',
    log: {
      title: (pool: string) => said`Remove log disks from ${pool}?`,
      description: 'Synchronous writes go to the data disks again. Nothing is lost.',
      submit: 'Remove log disks',
      done: (pool: string) => said`Pool ${pool}: log disks removed`,
    },
    cache: {
      title: (pool: string) => said`Remove cache disk from ${pool}?`,
      description: 'Reading can become slower. Nothing is lost.',
      submit: 'Remove cache disk',
      done: (pool: string) => said`Pool ${pool}: cache disks removed`,
    },
    spare: {
      title: (pool: string) => said`Remove spare disks from ${pool}?`,
      description: 'A disk that fails then has to be replaced by hand.',
      submit: 'Remove spare disks',
      done: (pool: string) => said`Pool ${pool}: spare disks removed`,
    },
  },
  snapshotVolumes: {
    unread: 'The volumes could not be read',
  },
  deleteOne: {
    volumes: (count: number) => plural(count, { one: '# volume', other: '# volumes' }),
    clones: (count: number) => plural(count, { one: '# clone', other: '# clones' }),
    snapshots: (count: number) => plural(count, { one: '# snapshot', other: '# snapshots' }),
    shares: (count: number) => plural(count, { one: '# share', other: '# shares' }),
    mappings: (count: number) => plural(count, { one: '# mapping to a host', other: '# mappings to hosts' }),
    note: 'Its disks become unused.',
    noteOfEmpty: 'The pool is empty. Its disks become unused.',
    done: (pool: string) => said`Pool ${pool} deleted`,
  },
}
