import { expect, it } from 'vitest'
import type { ApplianceFacts } from './facts.ts'
import { lagsOf } from './lags.ts'

const facts = (part: Partial<ApplianceFacts>): ApplianceFacts => ({
  pools: [],
  volumes: [],
  newest: new Map(),
  relationships: [],
  running: [],
  succeeded: new Map(),
  failed: new Map(),
  failures: new Map(),
  disks: new Map(),
  ...part,
})
const primary = facts({
  relationships: [{ id: 'r1', local_role: 'primary', local_vol_id: '11' }],
  succeeded: new Map([['r1', 1000]]),
  failed: new Map([['r1', 'no space']]),
})
const replica = facts({
  relationships: [{ id: 'r1', local_role: 'replica', local_vol_id: '4' }],
  newest: new Map([['4', 1100]]),
})

it('is told by the primary’s appliance, whichever comes first', () => {
  const told = [{ relationship: 'r1', succeeded: 1000, failed: true }]
  expect(lagsOf([primary, replica])).toEqual(told)
  expect(lagsOf([replica, primary])).toEqual(told)
})

it('is told by the replica’s when nobody else does: when its newest snapshot arrived', () => {
  expect(lagsOf([replica])).toEqual([{ relationship: 'r1', succeeded: 1100, failed: false }])
  expect(lagsOf([facts({ relationships: replica.relationships })])).toEqual([
    { relationship: 'r1', succeeded: null, failed: false },
  ])
})
