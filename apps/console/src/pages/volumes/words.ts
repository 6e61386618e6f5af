// What people read of volumes in their list, and wherever something can be done with them.
import { said } from '../../ui/isolated.ts'

export const words = {
  volumes: 'Volumes',
  actions: {
    create: 'Create volume',
    snapshot: 'Create snapshot',
    share: 'Create share',
    map: 'Map to host',
    replicate: 'Replicate',
    like: 'Create one like it',
    rename: 'Rename',
    resize: 'Resize',
    delete: 'Delete',
  },
  actionsOfMany: {
    snapshot: 'Create snapshots',
    share: 'Create shares',
    map: 'Map to hosts',
    delete: 'Delete',
  },
  list: {
    name: 'Name',
    kind: 'Kind',
    unknownKind: 'unknown',
    pool: 'Pool',
    used: 'Used',
    sizeOrLimit: 'Size or limit',
    asItsFile: 'as large as its backing file',
    cloneOf: 'Clone of',
    clone: 'Clone',
    cloneOfSnapshot: (snapshot: string) => said`snapshot ${snapshot}`,
    cloneOfSomeSnapshot: 'a snapshot',
    noClone: 'not a clone',
    created: 'Created',
    free: 'Free',
    changed: 'Changed',
    id: 'Id',
    empty: {
      title: 'No volume yet',
      text: 'A volume is a piece of a pool that keeps backups: a filesystem for shares, or a lun for hosts.',
    },
  },
  /** Why no volume can be created. */
  noPool: {
    noAppliance: {
      title: 'No appliance yet',
      text: 'Volumes are in the pools of an appliance. Add the first appliance by its address, user name and password.',
      action: 'Add appliance',
    },
    notInitialised: {
      title: (appliance: string) => said`${appliance} is not initialised`,
      text: 'Until it is, it can have no pools and no volumes.',
      action: 'Initialise',
    },
    initialising: {
      title: (appliance: string) => said`${appliance} is being initialised`,
      text: 'This takes some minutes; then it can have pools and volumes.',
      action: 'See progress',
    },
    silent: {
      title: (appliance: string) => said`${appliance} does not answer`,
      text: 'Which pools and volumes it has is not known until it answers again.',
      action: 'See the appliance',
    },
    noPool: {
      title: 'No pool yet',
      text: 'A volume takes its space from a pool of disks. Create a pool first, then volumes in it.',
      action: 'Create pool',
    },
  },
}
