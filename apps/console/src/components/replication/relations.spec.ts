import { describe, expect, it } from 'vitest'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { deletedAt } from './relation-actions.ts'
import { joinRelations, lagOf, lagText, protectionOf, worstFirst, type Relation, type SessionRow } from './relations.ts'

const [fra, lon] = [
  { id: 'a', name: 'Frankfurt' },
  { id: 'b', name: 'London' },
]
const appliances = [
  { ...fra, system_id: 'sys-fra', state: 'online' },
  { ...lon, system_id: 'sys-lon', state: 'online' },
] as Appliance[]
const targets = { usual: 86_400, own: [{ relationship: 'r2', seconds: 3600 }] }
const primary = {
  appliance: fra,
  id: 'r1',
  local_role: 'primary',
  local_vol_id: '11',
  local_vol_name: 'sql',
  partner_id: 'sys-lon',
  remote_vol_id: '4',
  remote_vol_name: 'sql_copy',
  last_sync_status: 'COMPLETED',
}
const replica = {
  appliance: lon,
  id: 'r1',
  local_role: 'replica',
  local_vol_id: '4',
  local_vol_name: 'sql_copy',
  partner_id: 'sys-fra',
  remote_vol_id: '11',
  remote_vol_name: 'sql',
}
const session = (id: string, status: string, time: number): SessionRow => ({
  appliance: fra,
  id,
  rel_id: 'r1',
  status,
  time_queued: time,
})

describe('a relationship', () => {
  it('is one, although two appliances report it', () => {
    const [relation, ...others] = joinRelations([primary, replica], [], appliances, targets, [])
    expect(others).toEqual([])
    expect(relation).toMatchObject({
      primary: { appliance: fra, volumeName: 'sql' },
      replica: { appliance: lon, volumeId: '4' },
      silent: undefined,
    })
  })

  it('says whose word it is, when an appliance does not answer', () => {
    const silent = (...away: number[]) => {
      const some = appliances.map((one, index) =>
        away.includes(index) ? { ...one, state: 'unreachable' as const, error: { type: 'x', message: '' } } : one,
      )
      return joinRelations([primary, replica], [], some, targets, [])[0]?.silent
    }
    expect([silent(), silent(0), silent(1), silent(0, 1)]).toEqual([undefined, 'primary', 'replica', 'both'])
  })

  it('says what the other side knows, when one is not in this console', () => {
    const [relation] = joinRelations([replica], [], appliances, targets, [])
    expect(relation).toMatchObject({
      silent: 'primary',
      primary: { appliance: { id: 'a' }, volumeName: 'sql' },
      from: undefined,
      known: lon,
    })
  })

  it('is deleted where it is still known: at the primary, else at the replica', () => {
    const at = (...rows: Parameters<typeof joinRelations>[0]) => {
      const [relation] = joinRelations(rows, [], appliances, targets, [])
      return relation && deletedAt(relation)
    }
    expect([at(primary, replica), at(primary), at(replica)]).toEqual(['a', 'a', 'b'])
  })

  it('has an end that is no appliance of the console', () => {
    const [relation] = joinRelations([{ ...primary, partner_id: 'elsewhere' }], [], appliances, targets, [])
    expect(relation?.replica).toMatchObject({ appliance: undefined, systemId: 'elsewhere', volumeName: 'sql_copy' })
  })
})

describe('protection', () => {
  const of = (...sessions: SessionRow[]) => joinRelations([primary, replica], sessions, appliances, targets, [])[0]
  const now = 1_000_000
  it.each([
    ['never', []],
    ['current', [session('1', 'COMPLETED', now - 3600)]],
    ['late', [session('1', 'COMPLETED', now - 90_000)]],
    ['failed', [session('2', 'FAILED', now - 10), session('1', 'COMPLETED', now - 3600)]],
    ['current', [session('3', 'ACTIVE', now), session('1', 'COMPLETED', now - 3600)]],
  ] as const)('is %s', (word, sessions) => {
    const relation = of(...sessions)
    expect(relation && protectionOf(relation, now)).toBe(word)
  })
  it('has not failed by a session that was canceled while it waited, when the one before it was completed since', () => {
    const canceled = { ...session('2', 'FAILED', now - 90), time_ended: now - 80 }
    const completed = { ...session('1', 'COMPLETED', now - 100), time_ended: now - 10 }
    const relation = of(canceled, completed)
    expect(relation && protectionOf(relation, now)).toBe('current')
  })
  it('is told by the higher id of two sessions of the same second', () => {
    const relation = of(session('9', 'COMPLETED', now), session('10', 'FAILED', now), session('8', 'COMPLETED', now))
    expect(relation?.sessions.map(({ id }) => id)).toEqual(['10', '9', '8'])
    expect(relation?.lastSuccess?.id).toBe('9')
    expect(relation && protectionOf(relation, now)).toBe('failed')
  })
  it('is known although its sessions are longer ago than what is listed', () => {
    const known = (succeeded: number | null, failed: boolean) => {
      const [relation] = joinRelations([primary, replica], [], appliances, targets, [
        { relationship: 'r1', succeeded, session: null, failed },
      ])
      return relation && protectionOf(relation, now)
    }
    expect(known(now - 500_000, false)).toBe('late')
    expect(known(now - 3600, true)).toBe('failed')
    expect(known(null, false)).toBe('never')
  })
  it('is late by a target of its own, when there is one', () => {
    const own = { ...primary, id: 'r2' }
    const [relation] = joinRelations(
      [own],
      [{ ...session('1', 'COMPLETED', now - 7200), rel_id: 'r2' }],
      appliances,
      targets,
      [],
    )
    expect(relation).toMatchObject({ target: 3600, hasOwnTarget: true })
    expect(relation && protectionOf(relation, now)).toBe('late')
  })
  it('is measured from the last state that was sent whole', () => {
    const relation = of(session('2', 'FAILED', now - 10), session('1', 'COMPLETED', now - 7200))
    expect(relation && lagOf(relation, now)).toBe(7200)
  })
  it('is measured from when its snapshot was made, when an old one was sent; what is news counts before that is told', () => {
    const lag = (last: string) => {
      const told = [{ relationship: 'r1', succeeded: now - 500_000, session: '1', failed: false }]
      const sessions = [session(last, 'COMPLETED', now - 10)]
      const [relation] = joinRelations([primary, replica], sessions, appliances, targets, told)
      return relation && lagOf(relation, now)
    }
    expect([lag('1'), lag('2')]).toEqual([500_000, 10])
  })
  it.each([
    [30, '1 min'],
    [7200, '2 h'],
    [3 * 86_400, '3 days'],
  ])('%d seconds are said as %s', (seconds, text) => expect(lagText(seconds)).toBe(text))
})

it('the worst protected stand first, and of these the one that is furthest behind', () => {
  const now = 1_000_000
  const relation = (id: string, part: Partial<Relation>) =>
    ({ id, succeeded: undefined, hasFailed: false, created: now - 50, target: 100, ...part }) as Relation
  const order = worstFirst(
    [
      relation('current', { succeeded: now - 10 }),
      relation('new', { created: now - 5 }),
      relation('never', {}),
      relation('later', { succeeded: now - 300 }),
      relation('late', { succeeded: now - 200 }),
      relation('failed', { succeeded: now - 10, hasFailed: true }),
    ],
    now,
  )
  expect(order.map(({ id }) => id)).toEqual(['failed', 'later', 'late', 'never', 'new', 'current'])
})
