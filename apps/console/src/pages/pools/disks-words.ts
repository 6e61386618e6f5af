// What people read where disks are drawn and chosen: on the page of a pool, in its dialogs and in the wizards.
import { plural } from '../../ui/plural.ts'

const disks = (count: number) => plural(count, { one: '# disk', other: '# disks' })

export const words = {
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
        plural(all, { one: `${chosen} of # unused disk chosen`, other: `${chosen} of # unused disks chosen` }),
      spare: (chosen: number, all: number) =>
        plural(all, { one: `${chosen} of # spare chosen`, other: `${chosen} of # spares chosen` }),
    },
    andTaken: (chosen: string, taken: number) => `${chosen}; ${taken} more cannot be used any more`,
    leaveOut: (taken: number) => plural(taken, { one: 'Leave it out', other: 'Leave them out' }),
  },
}
