// What people read in the wizard that expands a pool.
import { said } from '../../ui/isolated.ts'

export const words = {
  title: (pool: string) => said`Expand ${pool}`,
  pools: 'Pools',
  heard: {
    wizard: 'Expand pool',
  },
  submit: 'Expand pool',
  leaving: 'The pool is not expanded yet.',
  done: (pool: string) => said`Pool ${pool} expanded`,
  disks: {
    name: 'Disks',
    title: 'Which disks join the pool?',
    lead: (type: string) =>
      `They become groups of their own, ${type} like the others. Disks cannot be taken out of a pool again.`,
    leadOfUnknown: 'They become groups of their own, like the others. Disks cannot be taken out of a pool again.',
    unused: 'Unused disks',
    disksMissing: 'Choose disks to add.',
  },
  review: {
    name: 'Review',
    title: 'Review',
    pool: 'Pool',
    disks: 'Disks',
  },
  aside: {
    asItIs: 'The pool as it is',
    asItWillBe: 'The pool as it will be',
    sizes: (now: string, then: string) => `${now} now, ≈ ${then} then.`,
  },
}
