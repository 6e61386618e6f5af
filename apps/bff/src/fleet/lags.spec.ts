import { expect, it } from 'vitest'
import type { ApplianceFacts } from './facts.ts'
import { isBehind, lagsOf, type Side } from './lags.ts'

const facts = (part: Partial<ApplianceFacts>): ApplianceFacts => ({
  pools: [],
  volumes: [],
  newest: new Map(),
  taken: new Map(),
  relationships: [],
  sessions: new Map(),
  running: [],
  succeeded: new Map(),
  failed: new Map(),
  failures: new Map(),
  disks: new Map(),
  ...part,
})
const side = (appliance: string, own: ApplianceFacts, answers = true): Side => ({ appliance, answers, facts: own })
const primary = facts({
  relationships: [{ id: 'r1', local_role: 'primary', local_vol_id: '11', time_created: 500 }],
  succeeded: new Map([['r1', { session: '7', snapshot: '22', queued: 1000 }]]),
  failed: new Map([['r1', 'no space']]),
})
const replica = facts({
  relationships: [{ id: 'r1', local_role: 'replica', local_vol_id: '4', time_created: 500 }],
  newest: new Map([['4', 1100]]),
})

it('is told by the primary’s appliance, whichever comes first', () => {
  const told = [{ relationship: 'r1', succeeded: 1000, session: '7', failed: true, made: 500, told: 'a' }]
  const [near, far] = [side('a', primary), side('b', replica)]
  expect(lagsOf([near, far])).toEqual(told)
  expect(lagsOf([far, near])).toEqual(told)
})

it('is told by the replica’s when nobody else does: when its newest snapshot arrived', () => {
  expect(lagsOf([side('b', replica)])).toEqual([
    { relationship: 'r1', succeeded: 1100, session: null, failed: false, made: 500, told: 'b' },
  ])
  expect(lagsOf([side('b', facts({ relationships: replica.relationships }))])).toMatchObject([
    { relationship: 'r1', succeeded: null, failed: false },
  ])
})

it('goes on by what the replica knows while the primary’s appliance does not answer', () => {
  expect(lagsOf([side('a', primary, false), side('b', replica)])).toEqual([
    { relationship: 'r1', succeeded: 1100, session: '7', failed: false, made: 500, told: 'a' },
  ])
  expect(lagsOf([side('a', primary, false)])).toMatchObject([{ succeeded: 1000, failed: true }])
})

it('is the age of the snapshot, when an old one was sent', () => {
  expect(lagsOf([side('a', { ...primary, taken: new Map([['22', 200]]) })])).toMatchObject([{ succeeded: 200 }])
})

it('is that of the snapshot which a replica had when it was taken up again, before any session', () => {
  const again = facts({
    relationships: [{ id: 'r1', local_role: 'primary', last_success_snap_id: '22' }],
    taken: new Map([['22', 200]]),
  })
  expect(lagsOf([side('a', again)])).toMatchObject([{ succeeded: 200, session: null }])
  const sent = new Map([['r1', { session: '8', snapshot: '23', queued: 900 }]])
  expect(lagsOf([side('a', { ...again, succeeded: sent })])).toMatchObject([{ succeeded: 900, session: '8' }])
})

it('is too much when it is longer than the target, for what was never sent too', () => {
  const [lag] = lagsOf([side('a', primary)])
  expect(lag && [isBehind(lag, 100, 1100), isBehind(lag, 100, 1101)]).toEqual([false, true])
  const [never] = lagsOf([side('b', facts({ relationships: replica.relationships }))])
  expect(never && [isBehind(never, 100, 600), isBehind(never, 100, 601)]).toEqual([false, true])
})
