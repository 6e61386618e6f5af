// What people read in the reference of the API.
import { locale } from '../../ui/locale.ts'
import { figure, plural } from '../../ui/plural.ts'

const conjunction = new Intl.ListFormat(locale)

export const words = {
  page: {
    title: 'API reference',
    settings: 'Settings',
    all: (count: number) =>
      plural(count, { one: '# operation of the vSnap API', other: '# operations of the vSnap API' }),
    found: (count: number, all: number) =>
      plural(all, {
        one: `${figure(count)} of # operation of the vSnap API`,
        other: `${figure(count)} of # operations of the vSnap API`,
      }),
    heard: {
      find: 'Find operations',
    },
    findBy: 'Find by name, title, path or section',
    nothingFound: (text: string) => `No operation matches “${text}”.`,
    /** The chapters of the guide, by number. */
    chapters: {
      2: 'System',
      3: 'Users',
      4: 'Networks',
      5: 'Targets',
      6: 'Disks',
      7: 'Pools',
      8: 'Volumes',
      9: 'Shares',
      10: 'Hosts',
      11: 'Snapshots',
      12: 'Partners',
      13: 'Relationships',
      14: 'Sessions',
    },
  },
  operation: {
    reads: (call: React.ReactNode, section: string, role: string) => (
      <>
        {call}, section {section} of the guide. It needs the role {role} at least.
      </>
    ),
    changes: (call: React.ReactNode, section: string, role: string, resources: readonly string[]) => (
      <>
        {call}, section {section} of the guide. It needs the role {role} at least, and changes{' '}
        {conjunction.format(resources)}.
      </>
    ),
    destroys: (call: React.ReactNode, section: string, role: string, resources: readonly string[]) => (
      <>
        {call}, section {section} of the guide. It needs the role {role} at least, destroys something, so that the
        console asks for the name first, and changes {conjunction.format(resources)}.
      </>
    ),
    alsoAs: (addresses: React.ReactNode) => <>Also as {addresses}</>,
  },
  tryOperation: {
    heard: {
      form: (title: string) => `Try ${title}`,
    },
    noAppliance: 'Add an appliance to try this call.',
    appliance: 'Appliance',
    address: 'Address',
    submit: 'Send',
    answer: (status: number) => `Answer, status ${status}`,
  },
}
