// What people read on the page of a pool.
import { plural } from '../../ui/plural.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { onOff } from './words.ts'

/** Of something, as it was first and as it was last. */
type Pair = readonly [first: string, last: string]

export const words = {
  pools: 'Pools',
  tabs: {
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
    /** What a group still survives, of which disks have failed; under 0: it has lost more than it could. */
    survivesYet: (left: number) =>
      left < 0
        ? 'nothing any more: more disks have failed than it could lose'
        : left === 0
          ? 'no further disk until what failed is replaced'
          : plural(left, { one: 'any # further disk', other: 'any # further disks' }),
    survivesIn: (group: string, what: string) => `in ${group} ${what}`,
    survivesElsewhere: (what: string) => `in each other group ${what}`,
    survivesLess: (what: string, status: string) => `less than ${what} while it is ${status}`,
    syncwrite: 'Synchronous writes',
    id: 'Id',
    created: 'Created',
    changed: 'Changed',
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
    sizeOrLimit: 'Size or limit',
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
    /** How many disks there are beside the data; what they are for is said after it. */
    disks: (count: number) => (count === 0 ? 'None.' : plural(count, { one: '# disk.', other: '# disks.' })),
    log: {
      title: 'Log',
      text: 'Fast disks of its own for synchronous writes; two are mirrored.',
    },
    cache: {
      title: 'Cache',
      text: 'A fast disk for what is read again and again.',
    },
    spare: {
      title: 'Spares',
      text: 'Take the place of a disk that fails, by themselves.',
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
}
