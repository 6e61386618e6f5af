// What people read about shares, and how clients reach them.
import { isolated, said } from '../../ui/isolated.ts'
import { locale } from '../../ui/locale.ts'
import { figure, plural } from '../../ui/plural.ts'

/** All of some names: `10.0.0.1 and 10.0.0.2`. */
const together = new Intl.ListFormat(locale)
/** Names that others follow: `10.0.0.1, 10.0.0.2`. */
const listed = new Intl.ListFormat(locale, { type: 'unit' })

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
    nobody: (shares: number) =>
      plural(shares, {
        one: 'Nobody can reach this share while the list is empty.',
        other: 'Nobody can reach these shares while the list is empty.',
      }),
    everybody: (shares: number) =>
      plural(shares, {
        one: 'Everybody on the network can reach this share.',
        other: 'Everybody on the network can reach these shares.',
      }),
    only: (entries: number, shares: number) =>
      plural(entries, {
        one: plural(shares, {
          one: () => '# entry: only this one can reach it.',
          other: () => '# entry: only this one can reach them.',
        }),
        other: plural(shares, {
          one: () => '# entries: only these can reach it.',
          other: () => '# entries: only these can reach them.',
        }),
      }),
    /** `more`: how many besides those that are named. */
    named(hosts: readonly string[], more: number, shares: number) {
      const list = (more === 0 ? together : listed).format(hosts.map(isolated))
      return more === 0
        ? plural(shares, { one: () => `Only ${list} can reach it.`, other: () => `Only ${list} can reach them.` })
        : plural(shares, {
            one: () => `Only these can reach it: ${list} and ${figure(more)} more.`,
            other: () => `Only these can reach them: ${list} and ${figure(more)} more.`,
          })
    },
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
