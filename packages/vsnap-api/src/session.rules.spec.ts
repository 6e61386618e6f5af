import { describe, expect, it } from 'vitest'
import { isRunning, sessionCan } from './session.rules.ts'

const relationship = {
  id: 'r1',
  local_role: 'primary',
  local_vol_id: '11',
  local_vol_name: 'sql',
  last_success_snap_id: '22',
}
const snapshot = (id: string, parent_id = '11') => ({ id, name: `s${id}`, parent_id })

describe('sessionCan.start', () => {
  it('takes a new snapshot, the last one again, and any that is newer', () => {
    expect(sessionCan.start(relationship)).toEqual({ ok: true })
    expect(sessionCan.start(relationship, snapshot('22'))).toEqual({ ok: true })
    // Not as text is compared.
    expect(sessionCan.start(relationship, snapshot('103'))).toEqual({ ok: true })
    expect(sessionCan.start({ ...relationship, last_success_snap_id: null }, snapshot('1'))).toEqual({ ok: true })
  })

  it('refuses what is older: a replica goes forward only', () => {
    expect(sessionCan.start(relationship, snapshot('9'))).toMatchObject({
      type: 'InvalidParameterError',
      field: 'snap_id',
      reason: expect.stringContaining('goes forward only') as string,
    })
  })

  it('refuses another volume’s snapshot, and the side of the replica', () => {
    expect(sessionCan.start(relationship, snapshot('30', '12'))).toMatchObject({ field: 'snap_id' })
    expect(sessionCan.start({ ...relationship, local_role: 'replica' })).toMatchObject({
      type: 'NotApplicableError',
      reason: expect.stringContaining('Start the session there') as string,
    })
  })
})

describe('sessionCan.cancel', () => {
  it.each([
    ['PENDING', true],
    ['ACTIVE', true],
    ['COMPLETED', false],
    ['FAILED', false],
    [null, false],
  ])('%s: %s', (status, can) => {
    expect(isRunning({ id: '2', status })).toBe(can)
    expect(sessionCan.cancel({ id: '2', status }).ok).toBe(can)
  })
})
