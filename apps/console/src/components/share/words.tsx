// What people read about shares, and how clients reach them.
import { plural } from '../../ui/plural.ts'
import { said } from '../../ui/isolated.ts'

export const words = {
  nfs: 'NFS',
  smb: 'SMB',
  nfsHelp: 'For Linux, Unix and hypervisors. You say which hosts may mount it.',
  smbHelp: 'For Windows. Who may use it is decided by the users of the appliance.',
  hosts: {
    label: 'Allowed hosts',
    help: (meaning: React.ReactNode) => (
      <>{meaning} A hostname, an address, a subnet as 192.168.1.0/24, or all; one a line.</>
    ),
    nobody: 'Nobody can reach this share while the list is empty.',
    everybody: 'Everybody on the network can reach this share.',
    only: (entries: number) =>
      plural(entries, { one: '# entry: only these can reach it.', other: '# entries: only these can reach it.' }),
  },
  readOnly: 'Read only',
  readOnlyHelp: 'Clients can read and not write.',
  edit: {
    title: (name: string) => said`Edit ${name}`,
    submit: 'Save',
    type: 'Type',
    clientsLose: {
      nfs: 'Clients lose the NFS share at once, and find it by another name',
      smb: 'Clients lose the SMB share at once, and find it by another name',
    },
    done: (name: string) => said`Share ${name} changed`,
  },
}
