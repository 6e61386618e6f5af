import { describe, expect, it } from 'vitest'
import { relationshipCan, replicaIn, whileReplicated } from './relationship.rules.ts'
import type { Relationship } from './relationship.ts'
import type { VolumeSummary } from './volume.ts'

const volume: VolumeSummary = { id: '4', name: 'sql_copy', volume_type: 'filesystem' }
const copy: Relationship = {
  id: 'r1',
  local_role: 'replica',
  local_vol_id: '4',
  partner_id: 'sys-b',
  remote_vol_name: 'sql',
  last_success_snap_id: '22',
}
const origin: Relationship = { ...copy, local_role: 'primary' }

describe('a replica', () => {
  it('is found by its relationship; a primary is none', () => {
    expect(replicaIn('4', [copy])).toBe(copy)
    expect(replicaIn('4', [origin])).toBeUndefined()
    expect(replicaIn('5', [copy])).toBeUndefined()
  })

  it.each(['rename', 'resize', 'share', 'map', 'backFile', 'snapshot'] as const)(
    'refuses %s, and says whose copy it is and by which relationship',
    (what) => {
      expect(whileReplicated[what](volume, [copy])).toMatchObject({
        ok: false,
        type: 'ReplicatedError',
        reason: expect.stringMatching(
          /^Volume sql_copy is the replica of sql on another system \(relationship r1\): /,
        ) as string,
      })
      expect(whileReplicated[what](volume, [{ ...copy, remote_vol_name: null }])).toMatchObject({
        reason: expect.stringMatching(/^Volume sql_copy is the replica in relationship r1: /) as string,
      })
      expect(whileReplicated[what](volume, [origin])).toEqual({ ok: true })
      expect(whileReplicated[what](volume, [])).toEqual({ ok: true })
    },
  )

  it('keeps its newest snapshot, and lets older ones go', () => {
    const snapshot = (id: string) => ({ id, name: `s${id}`, parent_id: '4' })
    expect(whileReplicated.deleteSnapshot(snapshot('22'), [{ ...copy, local_vol_name: 'sql_copy' }])).toMatchObject({
      type: 'ReplicatedError',
      reason:
        'Snapshot s22 is the newest one of sql_copy, which is the replica of sql on another system (relationship r1): the next session builds on it.',
    })
    expect(whileReplicated.deleteSnapshot(snapshot('21'), [copy])).toEqual({ ok: true })
    expect(whileReplicated.deleteSnapshot(snapshot('22'), [origin])).toEqual({ ok: true })
    expect(whileReplicated.deleteSnapshot(snapshot('22'), [{ ...copy, last_success_snap_id: null }])).toEqual({
      ok: true,
    })
  })
})

describe('either end', () => {
  it.each([
    ['the replica of sql on another system (relationship r1)', copy],
    ['replicated to sql on another system (relationship r1)', origin],
    ['the replica in relationship r1', { ...copy, remote_vol_name: null }],
    ['the primary in relationship r1', { ...origin, remote_vol_name: null }],
  ])('stays while the relationship stands: %s, and its pool', (end, relationship) => {
    const reason = `Volume sql_copy is ${end}. Delete the relationship first.`
    expect(whileReplicated.delete(volume, [relationship])).toMatchObject({ reason })
    expect(whileReplicated.deletePool([{ ...volume, id: '9' }, volume], [relationship])).toMatchObject({ reason })
    expect(whileReplicated.deletePool([{ ...volume, id: '9' }], [relationship])).toEqual({ ok: true })
  })
})

describe('relationshipCan.create', () => {
  it('takes filesystems and luns, each once a partner', () => {
    for (const volume_type of ['filesystem', 'lun'])
      expect(relationshipCan.create({ ...volume, volume_type }, 'sys-b', [])).toEqual({ ok: true })
    expect(relationshipCan.create(volume, 'sys-c', [origin])).toEqual({ ok: true })
    expect(relationshipCan.create(volume, 'sys-b', [origin])).toMatchObject({
      type: 'AlreadyExistsError',
      field: 'partner_id',
      reason:
        'Volume sql_copy has a relationship with this partner already: it is replicated to sql there (relationship r1).',
    })
    expect(relationshipCan.create(volume, 'sys-b', [{ ...origin, remote_vol_name: null }])).toMatchObject({
      reason: 'Volume sql_copy has a relationship with this partner already: r1.',
    })
  })

  it('refuses a filebackedlun and a replica, and says what can be replicated instead', () => {
    expect(relationshipCan.create({ ...volume, volume_type: 'filebackedlun' }, 'sys-b', [])).toMatchObject({
      type: 'NotApplicableError',
      reason: expect.stringContaining('Replicate that filesystem') as string,
    })
    expect(relationshipCan.create(volume, 'sys-c', [copy])).toMatchObject({
      type: 'NotApplicableError',
      reason: expect.stringContaining('replicate the clone') as string,
    })
  })
})

describe('relationshipCan.delete', () => {
  it.each(['PENDING', 'ACTIVE'])('waits for a session that is %s', (status) => {
    expect(relationshipCan.delete(origin, [{ id: '7', rel_id: 'r1', status }])).toMatchObject({
      type: 'InUseError',
      reason: expect.stringContaining(`Session 7 of relationship r1 is ${status}`) as string,
    })
    expect(
      relationshipCan.delete({ ...origin, local_vol_name: 'sql' }, [{ id: '7', rel_id: 'r1', status }]),
    ).toMatchObject({ reason: `Session 7 of volume sql is ${status}. Cancel it, or wait for its end.` })
    expect(relationshipCan.delete(origin, [{ id: '7', rel_id: 'r2', status }])).toEqual({ ok: true })
  })

  it.each(['COMPLETED', 'FAILED'])('does not mind one that is %s', (status) => {
    expect(relationshipCan.delete(origin, [{ id: '7', rel_id: 'r1', status }])).toEqual({ ok: true })
  })
})
