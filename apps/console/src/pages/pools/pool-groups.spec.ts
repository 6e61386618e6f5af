import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import type { Pool } from '@vsnap/vsnap-api/pool.ts'
import { expect, it } from 'vitest'
import { poolDisks, weakenedGroups } from './pool-groups.ts'

const pool: Pool = {
  id: '1',
  name: 'p',
  pool_type: 'raid6',
  disks: {
    raid6_group1: ['/dev/a', '/dev/b', '/dev/c', '/dev/d'],
    raid6_group2: ['/dev/e', '/dev/f'],
    spare: ['/dev/s'],
  },
}
const weakened = (...failed: string[]) => {
  const disks: Disk[] = ['a', 'b', 'c', 'd', 'e', 'f', 's'].map((uuid) => ({
    uuid,
    name: uuid,
    used_as: failed.includes(uuid) ? 'failed' : 'pool',
  }))
  return weakenedGroups('raid6', poolDisks(pool, disks))
}

it('each group survives as many disks less as it has lost; a spare that failed is none of them', () => {
  expect(weakened()).toEqual([])
  expect(weakened('s')).toEqual([])
  expect(weakened('b')).toEqual([{ group: 'raid6_group1', left: 1 }])
  expect(weakened('a', 'b', 'e')).toEqual([
    { group: 'raid6_group1', left: 0 },
    { group: 'raid6_group2', left: 1 },
  ])
  expect(weakened('a', 'b', 'c')).toEqual([{ group: 'raid6_group1', left: -1 }])
})
