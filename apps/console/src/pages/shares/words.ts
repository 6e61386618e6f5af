// What people read on the pages of shares.
import { plural } from '../../ui/plural.ts'

export const words = {
  shares: 'Shares',
  actions: {
    create: 'Create share',
    edit: 'Edit',
    delete: 'Delete',
  },
  list: {
    name: 'Name for clients',
    type: 'Type',
    typeUnknown: 'unknown',
    volume: 'Volume',
    created: 'Created',
    empty: {
      title: 'No share yet',
      text: 'A share makes a filesystem reachable for clients, by NFS or by SMB.',
    },
  },
  page: {
    volume: 'Volume',
  },
  unchangeable: 'The share cannot be changed',
  deleteMany: {
    title: (count: number) => plural(count, { one: 'Delete # share?', other: 'Delete # shares?' }),
    submit: 'Delete',
    task: (count: number) => plural(count, { one: 'Delete # share', other: 'Delete # shares' }),
    /** Typed by the person: the number as keyboards have it. */
    phrase: (count: number) => plural(count, { one: `delete ${count} share`, other: `delete ${count} shares` }),
    losers: 'These lose access at once:',
    losersOfOpen: (count: number) =>
      plural(count, { one: '# share: every client of it', other: '# shares: every client of them' }),
    losersByAddress: (count: number) => plural(count, { one: '# client or subnet', other: '# clients and subnets' }),
    uncounted: 'Who loses access could not be counted',
    note: 'The volumes and everything in them stay.',
    gone: 'It is gone already.',
  },
}
