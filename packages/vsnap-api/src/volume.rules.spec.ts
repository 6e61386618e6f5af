import { describe, expect, it } from 'vitest'
import { volumeCan } from './volume.rules.ts'
import type { VolumeSummary } from './volume.ts'

const pool = { id: '1', name: 'demo1', size_total: 1024 ** 4 }
const filesystem: VolumeSummary = { id: '1', name: 'fs', volume_type: 'filesystem', size_used: 5_000_000 }
const lun: VolumeSummary = { id: '2', name: 'lun', volume_type: 'lun', size_total: 1024 ** 3 }

describe('volumeCan.create', () => {
  it('refuses a lun larger than the pool, and lets a filesystem’s limit exceed it', () => {
    const size_total = 2 * 1024 ** 4
    expect(volumeCan.create({ name: 'a', volume_type: 'lun', pool_id: '1', size_total }, { pool }, [])).toMatchObject({
      ok: false,
      type: 'InsufficientSpaceError',
      field: 'size_total',
    })
    expect(volumeCan.create({ name: 'a', volume_type: 'filesystem', pool_id: '1', size_total }, { pool }, [])).toEqual({
      ok: true,
    })
  })

  it('refuses a name that exists, in words that name it', () => {
    expect(
      volumeCan.create({ name: 'fs', volume_type: 'filesystem', pool_id: '1' }, { pool }, [filesystem]),
    ).toMatchObject({ type: 'AlreadyExistsError', reason: expect.stringContaining('fs') as string })
  })

  it.each(['/etc/passwd', '../x', 'a/../../b', 'a//b', './a', 'a\\b', 'a\u0000b', ''])(
    'refuses the path %j, which leaves its filesystem',
    (parent_path) => {
      expect(volumeCan.parentPath(parent_path)).toMatchObject({ ok: false, field: 'parent_path' })
    },
  )

  it('takes the path of the guide, in a filesystem only', () => {
    const wanted = {
      name: 'f',
      volume_type: 'filebackedlun',
      parent_id: '1',
      parent_path: 'my_files/file1.img',
    } as const
    expect(volumeCan.create(wanted, { parent: filesystem }, [])).toEqual({ ok: true })
    expect(volumeCan.create(wanted, { parent: lun }, [])).toMatchObject({ type: 'NotApplicableError' })
    expect(volumeCan.create(wanted, {}, [])).toMatchObject({ type: 'NotFoundError' })
  })

  it.each([
    ['my_files', 'my_files is a folder: the file my_files/file1.img in it backs volume f1.'],
    ['my_files/file1.img', 'The file my_files/file1.img backs volume f1 already.'],
    ['my_files/file1.img/deeper', 'my_files/file1.img is a file and no folder: it backs volume f1.'],
    ['my_files/file', undefined],
    ['my_files/file1.img2', undefined],
  ])('a path is a file or a folder, never both: %s', (parent_path, reason) => {
    const files = [{ name: 'f1', parent_path: 'my_files/file1.img' }]
    const wanted = { name: 'f2', volume_type: 'filebackedlun', parent_id: '1', parent_path } as const
    expect(volumeCan.create(wanted, { parent: filesystem, files }, [])).toEqual(
      reason === undefined ? { ok: true } : { ok: false, type: 'AlreadyExistsError', reason, field: 'parent_path' },
    )
  })

  it('wants a lun of whole blocks', () => {
    expect(
      volumeCan.create({ name: 'a', volume_type: 'lun', pool_id: '1', size_total: 1024 ** 2 + 1 }, { pool }, []),
    ).toMatchObject({ field: 'size_total' })
    expect(
      volumeCan.create(
        { name: 'a', volume_type: 'lun', pool_id: '1', size_total: 1024 ** 3, size_block: 1000 },
        { pool },
        [],
      ),
    ).toMatchObject({ field: 'size_block' })
  })
})

describe('volumeCan.resize', () => {
  it('lets filesystems shrink to what is used, and luns only grow', () => {
    expect(volumeCan.resize(filesystem, 6_000_000, pool)).toEqual({ ok: true })
    expect(volumeCan.resize(filesystem, 4_000_000, pool)).toMatchObject({ type: 'InsufficientSpaceError' })
    expect(volumeCan.resize(filesystem, null, pool)).toEqual({ ok: true })
    expect(volumeCan.resize(lun, 2 * 1024 ** 3, pool)).toEqual({ ok: true })
    expect(volumeCan.resize(lun, 1024 ** 2, pool)).toMatchObject({ ok: false })
    expect(volumeCan.resize(lun, null, pool)).toMatchObject({ ok: false })
  })
})

describe('volumeCan.delete', () => {
  it('is blocked by clones and by backing files, and says whose', () => {
    expect(volumeCan.delete(filesystem, { cloned: [{ name: 's1' }], fileBacked: [] })).toMatchObject({
      type: 'HasClonesError',
      reason: expect.stringContaining('s1') as string,
    })
    expect(volumeCan.delete(filesystem, { cloned: [], fileBacked: [{ name: 'f1' }] })).toMatchObject({
      type: 'InUseError',
    })
    expect(volumeCan.delete(filesystem, { cloned: [], fileBacked: [] })).toEqual({ ok: true })
  })
})
