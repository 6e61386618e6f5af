// What people read in the wizard that creates a pool.
import { said } from '../../ui/isolated.ts'
import { figure, plural } from '../../ui/plural.ts'
import type { OptionValues } from './option-fields.tsx'
import { onOff } from './words.ts'

export const words = {
  title: 'Create pool',
  pools: 'Pools',
  submit: 'Create pool',
  leaving: 'This pool is not created yet.',
  done: (pool: string) => said`Pool ${pool} created`,
  kept: {
    title: (pool: string) => `Create pool ${pool}`,
  },
  place: {
    name: 'Appliance and name',
    title: 'Where, and how it is called',
    noAppliance: {
      title: 'No appliance yet',
      text: 'A pool is made of the disks of an appliance.',
      add: 'Add appliance',
    },
    unfit: 'No pool can be made there now; the reason stands below.',
    /** Why an appliance cannot be chosen. */
    silent: {
      unreachable: 'does not answer',
      'credentials-rejected': 'rejects the credentials',
      'certificate-changed': 'shows another certificate',
    },
    looking: 'Looking at its disks…',
    /** What an appliance has, beside each other. */
    found: {
      disks: (unused: number, all: number) =>
        plural(all, {
          one: (disks) => `${figure(unused)} of ${disks} disk unused`,
          other: (disks) => `${figure(unused)} of ${disks} disks unused`,
        }),
      pools: (count: number) => plural(count, { one: '# pool there', other: '# pools there' }),
    },
    pool: 'Name',
    poolHelp: 'A letter first, then letters, digits and _ . : -',
    remedy: {
      title: 'No pool can be made there now',
      initialize: 'Initialise the appliance',
      progress: 'See progress',
      pool: 'See its pool',
      disks: 'See its disks',
    },
  },
  layout: {
    name: 'Layout',
    title: 'Layout',
    lead: 'How the disks protect what is stored. It cannot be changed later.',
    type: 'Type',
    types: {
      raid0: () => 'All of the capacity. One disk that fails takes everything with it.',
      raid5: (fewest: number) => plural(fewest, { other: 'One disk of a group may fail. From # disks.' }),
      raid6: (fewest: number) =>
        plural(fewest, {
          other: 'Two disks of a group may fail. For large disks, which take long to rebuild. From # disks.',
        }),
    },
    tooFew: (fewest: number, unused: number) =>
      plural(fewest, {
        one: (needed) =>
          plural(unused, {
            one: `Needs ${needed} disk; # is unused.`,
            other: `Needs ${needed} disk; # are unused.`,
          }),
        other: (needed) =>
          plural(unused, {
            one: `Needs ${needed} disks; # is unused.`,
            other: `Needs ${needed} disks; # are unused.`,
          }),
      }),
    disks: 'Unused disks',
    rescan: 'Rescan disks',
    rescanning: 'Rescanning…',
    isRescanning: 'The disks are being read.',
    notRescanned: 'The disks could not be read again',
    aside: {
      title: 'The pool as it will be',
      none: 'Choose enough disks to see it.',
    },
  },
  options: {
    name: 'Options',
    title: 'What the pool does with data',
  },
  extras: {
    name: 'Log, cache, spares',
    title: 'Log, cache, spares',
    lead: 'Optional, and can be added or removed at any time.',
    log: 'Log',
    logDoes: 'Fast disks for synchronous writes; two are mirrored.',
    cache: 'Cache',
    cacheDoes: 'One fast disk for what is read again and again.',
    spare: 'Spare',
    spareDoes: 'Waits for a disk to fail, and takes its place by itself.',
    spareRefused: 'Spare: not with raid0',
    unused: 'Stays unused',
    noneLeft: 'Every unused disk is part of the layout. To use one here, leave it out there.',
    heard: {
      left: 'Disks that are left',
    },
  },
  review: {
    name: 'Review',
    title: 'Review',
    appliance: 'Appliance',
    pool: 'Name',
    type: 'Type',
    disks: 'Disks',
    options: 'Options',
    optionsOf: ({ compression, deduplication, syncwrite }: OptionValues) =>
      `compression ${onOff(compression)}, deduplication ${onOff(deduplication)}, synchronous writes ${onOff(syncwrite)}`,
    log: 'Log',
    cache: 'Cache',
    spare: 'Spares',
  },
}
