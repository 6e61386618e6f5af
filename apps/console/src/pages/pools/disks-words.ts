// What people read where disks are drawn and chosen: on the page of a pool, in its dialogs and in the wizards.
import { figure, plural } from '../../ui/plural.ts'

export const words = {
  /** Those of a review, by their names. */
  listed: (names: readonly string[]) => `${figure(names.length)}: ${names.join(', ')}`,
  picture: {
    new: 'new',
    kinds: { data: 'data', parity: 'parity', log: 'log', cache: 'cache', spare: 'spare', failed: 'failed' },
    /** On a block itself. */
    letters: { data: '', parity: 'P', log: 'L', cache: 'C', spare: 'S', failed: '!' },
    heard: {
      group: (name: string, disks: number, kinds: readonly string[]) =>
        plural(disks, {
          one: (count) => `${name}: ${count} disk: ${kinds.join(', ')}`,
          other: (count) => `${name}: ${count} disks: ${kinds.join(', ')}`,
        }),
      newGroup: (name: string, disks: number, kinds: readonly string[]) =>
        plural(disks, {
          one: (count) => `${name}, new: ${count} disk: ${kinds.join(', ')}`,
          other: (count) => `${name}, new: ${count} disks: ${kinds.join(', ')}`,
        }),
      ofKind: {
        data: (count: number) => `${figure(count)} data`,
        parity: (count: number) => `${figure(count)} parity`,
        log: (count: number) => `${figure(count)} log`,
        cache: (count: number) => `${figure(count)} cache`,
        spare: (count: number) => `${figure(count)} spare`,
        failed: (count: number) => `${figure(count)} failed`,
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
  choosing: {
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
        plural(all, {
          one: (count) => `${figure(chosen)} of ${count} unused disk chosen`,
          other: (count) => `${figure(chosen)} of ${count} unused disks chosen`,
        }),
      spare: (chosen: number, all: number) =>
        plural(all, {
          one: (count) => `${figure(chosen)} of ${count} spare chosen`,
          other: (count) => `${figure(chosen)} of ${count} spares chosen`,
        }),
    },
    /** When there are such among what is chosen. */
    chosenAndTaken: {
      unusedDisk: (chosen: number, all: number, taken: number) =>
        plural(all, {
          one: (count) =>
            `${figure(chosen)} of ${count} unused disk chosen; ${figure(taken)} more cannot be used any more`,
          other: (count) =>
            `${figure(chosen)} of ${count} unused disks chosen; ${figure(taken)} more cannot be used any more`,
        }),
      spare: (chosen: number, all: number, taken: number) =>
        plural(all, {
          one: (count) => `${figure(chosen)} of ${count} spare chosen; ${figure(taken)} more cannot be used any more`,
          other: (count) =>
            `${figure(chosen)} of ${count} spares chosen; ${figure(taken)} more cannot be used any more`,
        }),
    },
    leaveOut: (taken: number) => plural(taken, { one: 'Leave it out', other: 'Leave them out' }),
  },
}
