import { vsnapApi } from '@vsnap/vsnap-api/api.ts'
import { expect, test } from 'vitest'
import { placesOf } from './disk-places.ts'

test('a disk is found in the group of its pool, also as log, cache or spare; one that no pool has is nowhere', () => {
  const pool = (id: string, disks?: Record<string, string[]>) =>
    vsnapApi.poolView.result.decode({ id, name: `pool-${id}`, disks } as never)
  const places = placesOf('fra', [
    pool('1', { raid6_group1: ['/dev/disk/by-id/scsi-36000c29a', '/dev/disk/by-id/scsi-36000c29b'] }),
    pool('2', { raid5_group1: ['/dev/disk/by-id/scsi-36000c29c'], cache: ['/dev/disk/by-id/scsi-36000c29d'] }),
    pool('3'),
  ])
  expect(
    [...places].map(
      ([
        uuid,
        {
          pool: { name },
          group,
        },
      ]) => [uuid, name, group],
    ),
  ).toEqual([
    ['36000c29a', 'pool-1', 'raid6_group1'],
    ['36000c29b', 'pool-1', 'raid6_group1'],
    ['36000c29c', 'pool-2', 'raid5_group1'],
    ['36000c29d', 'pool-2', 'cache'],
  ])
  expect(places.get('36000c29e')).toBeUndefined()
})
