import { describe, expect, it } from 'vitest'
import type { Disk } from './disk.ts'
import { poolCan } from './pool.rules.ts'
import type { Pool } from './pool.ts'
import type { System } from './system.ts'

const ready: System = { id: 's', init_status: 'Ready', multipool: true }
const disks: Disk[] = ['a', 'b', 'c', 'd'].map((uuid) => ({
  uuid,
  name: `/dev/sd${uuid}`,
  size: 1024 ** 4,
  used_as: 'unused',
}))
const used: Disk = { uuid: 'u', name: '/dev/sdu', size: 1024 ** 4, used_as: 'pool demo1' }
const pool: Pool = {
  id: '1',
  name: 'demo1',
  pool_type: 'raid5',
  disks: { raid5_group1: ['/dev/disk/by-id/scsi-u'], spare: ['/dev/disk/by-id/scsi-s'] },
}
const wanted = { name: 'p', pool_type: 'raid6' } as const

describe('poolCan.create', () => {
  it('takes all unused disks when none is named', () => {
    expect(poolCan.create(wanted, ready, [], disks)).toEqual({ ok: true })
    expect(poolCan.create({ ...wanted, disk_list: [] }, ready, [], disks)).toEqual({ ok: true })
  })

  it.each([
    ['an unknown disk', ['12345'], 'InvalidCandidateError', 'Disk UUID 12345'],
    [
      'a disk that is used',
      ['a', 'b', 'c', 'u'],
      'InvalidCandidateError',
      'Disk UUID u is not a valid candidate for a pool',
    ],
    ['a disk named twice', ['a', 'a', 'b', 'c'], 'InvalidCandidateError', 'named twice'],
    ['too few disks', ['a', 'b', 'c'], 'InvalidParameterError', 'raid6 needs at least 4 disks'],
  ])('refuses %s', (_, disk_list, type, words) => {
    expect(poolCan.create({ ...wanted, disk_list }, ready, [], [...disks, used])).toMatchObject({
      ok: false,
      type,
      field: 'disk_list',
      reason: expect.stringContaining(words) as string,
    })
  })

  it('allows one pool without multipool, and none before the initialisation', () => {
    expect(poolCan.create(wanted, { ...ready, multipool: false }, [pool], disks)).toMatchObject({
      type: 'AlreadyExistsError',
    })
    expect(poolCan.create(wanted, { id: 's', init_status: 'Not Initialized' }, [], disks)).toMatchObject({
      type: 'NotInitializedError',
    })
    expect(poolCan.create(wanted, { ...ready, init_status: 'Upgraded' }, [], disks)).toEqual({ ok: true })
  })

  it('refuses names that are taken, too long, or no names', () => {
    for (const name of ['demo1', 'x'.repeat(257), ' ', 'a/b', '1st'])
      expect(poolCan.name(name, [pool]), name).toMatchObject({ ok: false, field: 'name' })
    expect(poolCan.name('demo1', [pool], '1')).toEqual({ ok: true })
    expect(poolCan.name('x'.repeat(256), [])).toEqual({ ok: true })
  })
})

describe('log, cache and spares', () => {
  it('may be added once each, of disks that fit, and removed when there', () => {
    expect(poolCan.addLog(pool, ['a'], disks)).toEqual({ ok: true })
    expect(poolCan.addLog(pool, [], disks)).toMatchObject({ ok: false })
    expect(poolCan.removeLog(pool)).toMatchObject({ type: 'NotFoundError' })
    expect(poolCan.addCache(pool, 'x', disks)).toMatchObject({ type: 'InvalidCandidateError', field: 'disk' })
    expect(poolCan.addSpare(pool, ['a'], [...disks, used])).toEqual({ ok: true })
    expect(
      poolCan.addSpare(pool, ['small'], [{ ...used }, { uuid: 'small', name: '/dev/sdz', size: 1, used_as: 'unused' }]),
    ).toMatchObject({ type: 'InvalidCandidateError' })
    expect(poolCan.addSpare({ ...pool, pool_type: 'raid0' }, ['a'], disks)).toMatchObject({
      type: 'NotApplicableError',
    })
    expect(poolCan.removeSpare(pool, ['s'])).toEqual({ ok: true })
    expect(poolCan.removeSpare(pool, ['a'])).toMatchObject({ type: 'NotFoundError' })
    expect(poolCan.removeSpare(pool, ['s', 's'])).toMatchObject({ type: 'InvalidCandidateError', field: 'disk_list' })
  })
})
