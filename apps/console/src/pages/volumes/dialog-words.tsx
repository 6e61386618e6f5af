// What people read in the dialogs that change or delete volumes.
import { plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

const volumes = (count: number) => plural(count, { one: '# volume', other: '# volumes' })

export const words = {
  failed: 'The volume cannot be changed',
  rename: {
    description: 'What clients use stays as it is: the path of a share, the serial of a LUN.',
  },
  resize: {
    title: (name: string) => said`Resize ${name}`,
    submit: 'Resize',
    limit: 'Limit',
    limitNow: 'Limit now',
    newLimit: 'New limit',
    noLimit: 'no limit',
    size: 'Size',
    sizeNow: 'Size now',
    newSize: 'New size',
    onlyLarger: 'A lun can only become larger. Its hosts see the new size after they rescan.',
    used: 'Used',
    freeInPool: 'Free in the pool',
    done: (name: string, size: string) => said`Volume ${name} has ${size} now`,
    doneWithoutLimit: (name: string) => said`Volume ${name} has no limit now`,
  },
  deleteOne: {
    content: (bytes: string) => `what it holds: ${bytes}`,
    snapshots: (count: number) => plural(count, { one: 'its # snapshot', other: 'its # snapshots' }),
    share: (share: React.ReactNode) => <>its share {share}: its clients lose access</>,
    mapping: (host: React.ReactNode) => <>its mapping to host {host}, which loses the disk</>,
    nothingFirst: 'none',
    uncounted: 'What goes with it could not be counted',
    done: (name: string) => said`Volume ${name} deleted`,
  },
  deleteMany: {
    title: (count: number) => `Delete ${volumes(count)}?`,
    submit: 'Delete',
    task: (count: number) => `Delete ${volumes(count)}`,
    phrase: (count: number) => `delete ${volumes(count)}`,
    content: (bytes: string) => `what they hold: ${bytes}`,
    snapshots: (count: number) => plural(count, { one: '# snapshot', other: '# snapshots' }),
    shares: (count: number) =>
      plural(count, { one: '# share: its clients lose access', other: '# shares: their clients lose access' }),
    mappings: (count: number) =>
      plural(count, { one: '# mapping: its host loses the disk', other: '# mappings: their hosts lose the disks' }),
    uncounted: 'What goes with them could not be counted',
    gone: 'It is gone already.',
  },
}
