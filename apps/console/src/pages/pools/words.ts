// What people read on the list of pools, and wherever one stands.

/** What can be switched, as it is. */
export const onOff = (value: boolean | null | undefined) => (value == null ? 'unknown' : value ? 'on' : 'off')

export const words = {
  pools: 'Pools',
  stateUnknown: 'unknown',
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
    empty: {
      title: 'No pool yet',
      text: 'A pool joins disks of one appliance into protected space, from which volumes take theirs.',
    },
    noAppliance: {
      title: 'No appliance yet',
      text: 'Pools are made of the disks of an appliance. Add the first appliance by its address, user name and password.',
    },
  },
}
