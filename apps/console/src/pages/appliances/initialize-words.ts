// What people read where an appliance is initialised: on a page of its own, and as a step of adding it.
export const words = {
  lead: 'This prepares storage, shares and targets, once; it takes some minutes.',
  fields: {
    multipool: 'Allow several pools',
    multipoolHelp: 'multipool: without it the system has one pool, ever. It cannot be changed later.',
    skipPool: 'Do not create a pool now',
    skipPoolHelp:
      'skip_pool: without it all unused disks become one pool now, and the system chooses its layout. Skip it to choose disks and layout yourself.',
  },
  page: {
    title: 'Initialise',
    appliances: 'Appliances',
    submit: 'Initialise',
    busy: {
      title: 'The system is being initialised',
      text: 'This takes some minutes. It goes on when you leave this page.',
    },
    ready: 'The system is ready',
    says: (status: string) => `The system says: ${status}`,
    saysNothing: 'The system says: nothing',
    severalPools: 'It may have several pools.',
    onePool: 'It may have one pool.',
    createPool: 'Create pool',
    seeAppliance: 'See the appliance',
  },
}
