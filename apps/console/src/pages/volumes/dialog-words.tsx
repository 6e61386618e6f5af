// What people read in the dialogs that change, map or delete volumes.
import { plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

export const words = {
  failed: 'The volume cannot be changed',
  rename: {
    description: 'What clients use stays as it is: the path of a share, the serial of a LUN.',
  },
  resize: {
    title: (name: string) => said`Resize ${name}`,
    submit: 'Resize',
    anyway: 'Resize anyway',
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
  mapOne: {
    title: (name: string) => said`Map ${name} to a host`,
    description: 'The host sees the volume as a disk at once.',
    submit: 'Map',
    host: 'Host',
    chooseHost: 'Choose a host',
    hostMissing: 'Choose a host.',
    mapped: 'mapped already',
    noHost: (createHost: React.ReactNode) => <>There is no host on this appliance yet. {createHost}</>,
    createHost: 'Create a host',
    noInitiator: 'This host has no initiator: it cannot see its LUNs until it has one',
    seenByOthers:
      'Other hosts see it already. Two hosts that write to one disk destroy what is on it, unless its filesystem is made for that.',
    done: (host: string, volume: string, lun: number | undefined) => said`${host} sees ${volume} as LUN ${lun ?? '?'}`,
    doneToUnknown: (volume: string, lun: number | undefined) => said`The host sees ${volume} as LUN ${lun ?? '?'}`,
    unknownHost: 'The host',
  },
  shareMany: {
    title: (count: number) => plural(count, { one: 'Share # filesystem', other: 'Share # filesystems' }),
    submit: 'Share',
    task: {
      nfs: (count: number) => plural(count, { one: 'Share # filesystem by NFS', other: 'Share # filesystems by NFS' }),
      smb: (count: number) => plural(count, { one: 'Share # filesystem by SMB', other: 'Share # filesystems by SMB' }),
    },
    type: 'Type',
    unread: 'Which of them can be shared could not be read',
    gone: 'It is gone already.',
  },
  mapMany: {
    title: (count: number) => plural(count, { one: 'Map # volume to hosts', other: 'Map # volumes to hosts' }),
    submit: 'Map',
    task: (count: number, to: number) =>
      plural(count, {
        one: (volumes) =>
          plural(to, { one: `Map ${volumes} volume to # host`, other: `Map ${volumes} volume to # hosts` }),
        other: (volumes) =>
          plural(to, { one: `Map ${volumes} volumes to # host`, other: `Map ${volumes} volumes to # hosts` }),
      }),
    kept: {
      volumeTo: (volume: string, host: string) => `${volume} to ${host}`,
    },
    hosts: 'Hosts',
    noHost: 'There is no host on these appliances yet.',
    noInitiator: (appliance: string) => said`${appliance}, no initiator yet`,
    unread: 'The hosts could not be read',
    loading: 'Loading',
    existing: (count: number) =>
      plural(count, { one: '# mapping of these exists already.', other: '# mappings of these exist already.' }),
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
    title: (count: number) => plural(count, { one: 'Delete # volume?', other: 'Delete # volumes?' }),
    submit: 'Delete',
    task: (count: number) => plural(count, { one: 'Delete # volume', other: 'Delete # volumes' }),
    /** To be typed, hence its number without a separator. */
    phrase: (count: number) => plural(count, { one: `delete ${count} volume`, other: `delete ${count} volumes` }),
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
