import { expect, it } from 'vitest'
import { readRows } from './fleet.ts'

const appliance = { id: 'a1', name: 'vsnap-a' }
const other = { id: 'a2', name: 'vsnap-b' }

it('shows the rows that can be read, and says of each appliance how many cannot, and why', () => {
  const { items, unread } = readRows('volume', [
    { appliance, id: '1', name: 'files', size_total: 'much' },
    { appliance: other, id: '1', name: 'other' },
    { appliance, id: '2', name: 'mail', is_clone: 'false', time_updated: '1497365131.25' },
    { appliance, id: '3', name: null },
  ])
  expect(items).toEqual([
    { appliance: other, id: '1', name: 'other' },
    { appliance, id: '2', name: 'mail', is_clone: false, time_updated: 1497365131 },
  ])
  expect(unread).toEqual([{ appliance, count: 2, problem: 'size_total: expected a number' }])
})
