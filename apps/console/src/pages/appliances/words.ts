// What people read in the list of appliances, and wherever else one is shown.
import { said } from '../../ui/isolated.ts'

export const words = {
  appliances: 'Appliances',
  actions: {
    add: 'Add appliance',
    look: 'Try now',
    edit: 'Edit',
    describe: 'Labels and notes',
    initialise: 'Initialise',
    silent: 'The appliance does not answer.',
    trust: 'Trust new certificate',
    sameCertificate: 'The certificate has not changed.',
    setMaintenance: 'Set maintenance',
    changeMaintenance: 'Change maintenance',
    report: 'Download system report',
    remove: 'Remove',
  },
  list: {
    name: 'Name',
    state: 'State',
    since: 'Since',
    address: 'Address',
    version: 'Version',
    labels: 'Labels',
    lastAnswer: 'Last answer',
    user: 'User',
    added: 'Added',
    empty: {
      title: 'No appliance yet',
      text: 'An appliance is a vSnap server: it keeps backups in pools of disks. Add the first one by its address, user name and password.',
    },
  },
  labels: {
    none: 'none',
    heard: {
      labels: 'Labels',
    },
  },
  look: {
    waiting: (name: string) => said`${name} is being asked: that may take some seconds`,
    failed: (name: string, message: string) => said`${name}: ${message}`,
  },
  reportFailed: (name: string, cause: string, message: string) =>
    said`The report of ${name} could not be made: ${cause}. ${message}`,
  certificate: {
    fingerprint: 'SHA-256',
    subject: 'Subject',
    issuer: 'Issuer',
    selfSigned: 'itself (self-signed)',
    valid: 'Valid',
    validity: {
      now: (from: string, to: string) => `${from} to ${to}`,
      expired: (from: string, to: string) => `${from} to ${to}: it has expired`,
      notYet: (from: string, to: string) => `${from} to ${to}: not valid yet`,
    },
  },
}
