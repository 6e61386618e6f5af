// What people read in the dialogs of an appliance.
import { said } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'

const conjunction = new Intl.ListFormat(locale)

export const words = {
  remove: {
    consequence: 'its address, user name, password and certificate in this console',
    note: 'The appliance itself keeps everything: pools, volumes, snapshots, shares. It can be added again.',
    done: (name: string) => said`Appliance ${name} removed`,
  },
  edit: {
    title: (name: string) => said`Edit ${name}`,
    submit: 'Save',
    done: (name: string) => said`Appliance ${name} changed`,
    notTrusted: (name: string) =>
      said`Appliance ${name} changed; its new user name and password are kept and not tried, because its certificate is not trusted`,
    notReached: (name: string) =>
      said`Appliance ${name} changed; its new user name and password are kept and not tried, because it does not answer`,
    certificateChanged:
      'It shows another certificate than the one that is trusted. A new user name and password are kept, and sent to nobody until its certificate is trusted.',
    name: 'Name',
    nameHelp: 'As the console shows it; the appliance does not learn it.',
    noName: 'Enter a name',
    address: 'Address',
    addressHelp: 'The port is 8900 when none is given.',
    noAddress: 'Enter an address',
    userName: 'User name',
    noUserName: 'Enter a user name',
    password: 'Password',
    passwordHelp: 'Leave it empty to keep the one that is stored.',
  },
  describe: {
    title: (name: string) => said`Labels and notes of ${name}`,
    submit: 'Save',
    done: (name: string) => said`Labels and notes of ${name} saved`,
    labels: 'Labels',
    labelsHelp: 'As name=value, with a space between two: site=fra env=prod. The list of appliances finds them.',
    labelsWrong: 'Write each as name=value, with a space between two: site=fra env=prod',
    notes: 'Notes',
    notesHelp: 'In Markdown, for everybody here.',
    notesTooLong: 'At most 20,000 letters',
  },
  maintain: {
    title: (name: string) => said`Maintenance of ${name}`,
    text: 'For work on the appliance itself. The console reads it as ever, and everybody sees that somebody works on it. No alert about it is raised; those that are open stay, and nobody is told of them. To have its alerts and not be told of them, silence it where its alerts are.',
    submit: 'Save',
    over: (name: string) => said`Maintenance of ${name} is over`,
    until: (name: string, time: string) => said`${name} is in maintenance until ${time}`,
    howLong: 'How long',
    howLongHelp: 'What is wrong when the time is over is told then.',
    lengths: {
      '0': 'Not any more: it is over',
      '1': 'For an hour',
      '4': 'For 4 hours',
      '24': 'For a day',
      '168': 'For a week',
    },
    why: 'Why',
    whyHelp: 'For the others who look at it.',
  },
  trust: {
    title: (name: string) => said`Trust the new certificate of ${name}?`,
    text: 'The appliance was installed again, or somebody else answers under its address. Compare the fingerprint with the one shown on the appliance before you trust it: its user name and password are sent to whoever holds this certificate.',
    submit: 'Trust',
    done: (name: string) => said`The new certificate of ${name} is trusted`,
    noCertificate: 'The appliance does not show a certificate now.',
    untilNow: 'Trusted until now',
  },
  services: {
    title: (name: string) => said`Services of ${name}`,
    text: 'What the interface carries. Clients lose what is taken away at once.',
    submit: 'Save',
    services: 'Services',
    meanings: {
      mgmt: 'Management: this API, and so this console',
      nfs: 'Filesystems shared by NFS',
      smb: 'Filesystems shared by SMB',
      iscsi: 'LUNs for hosts',
      repl: 'Replication from partners',
    },
    carries: (name: string, services: readonly string[]) => said`${name} carries ${conjunction.format(services)}`,
    carriesNone: (name: string) => said`${name} carries no service`,
    lockOut: {
      title: 'The console would lock itself out',
      text: (appliance: string, host: string) =>
        said`It reaches ${appliance} by ${host}, an address of this interface. Give the appliance another address here first.`,
    },
  },
}
