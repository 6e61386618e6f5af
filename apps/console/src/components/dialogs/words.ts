// What people read in the dialogs that several pages open.
import { plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

export const words = {
  createSnapshot: {
    title: 'Create snapshot',
    titleOf: (volume: string) => said`Create snapshot of ${volume}`,
    description: 'It keeps the volume as it is now, and takes space only for what changes afterwards.',
    submit: 'Create snapshot',
    volume: 'Volume',
    chooseVolume: 'Choose a volume',
    volumeMissing: 'Choose a volume.',
    noVolume: 'There is no volume yet',
    name: 'Name',
    nameHelp: 'Optional: without one the appliance makes a name that is free.',
    done: (name: string) => said`Snapshot ${name} created`,
    snapshotsOf: (volume: string) => said`Snapshots of ${volume}`,
    look: 'Look at it',
  },
  snapshotVolumes: {
    title: (volumes: number) =>
      plural(volumes, { one: 'Create snapshots of # volume', other: 'Create snapshots of # volumes' }),
    submit: 'Create snapshots',
    task: (volumes: number) => plural(volumes, { one: 'Snapshots of # volume', other: 'Snapshots of # volumes' }),
    name: 'Name of each snapshot',
    nameHelp: 'Optional: without one the appliances make names that are free.',
  },
  deleteSnapshot: {
    /** `free`: the space that it leaves, as `3 GiB`. */
    state: (volume: string) => said`the state of ${volume} that it keeps`,
    stateAndSpace: (volume: string, free: string) => said`the state of ${volume} that it keeps; ${free} become free`,
    ownState: 'the state of its volume that it keeps',
    ownStateAndSpace: (free: string) => `the state of its volume that it keeps; ${free} become free`,
    noClones: 'none',
    unread: 'The snapshot could not be looked at',
    done: (name: string) => said`Snapshot ${name} deleted`,
  },
  deleteShare: {
    stays: 'The volume and everything in it stay.',
    everyClient: 'Every client loses access at once.',
    nobody: 'Nobody loses access: this share allows no hosts.',
    these: 'These lose access at once:',
    done: (name: string) => said`Share ${name} deleted`,
  },
  unmap: {
    title: (volume: string, host: string) => said`Unmap ${volume} from ${host}?`,
    description: 'The host loses the disk at once: unmount it there first. The volume and everything in it stay.',
    submit: 'Unmap',
    done: (volume: string, host: string) => said`${host} does not see ${volume} any more`,
  },
}
