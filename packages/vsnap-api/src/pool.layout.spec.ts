import { describe, expect, it } from 'vitest'
import { poolLayout, type Member } from './pool.layout.ts'

const tib = 1024 ** 4

function disks(...sizes: number[]): Member[] {
  return sizes.map((size, index) => ({ uuid: `d${String(index).padStart(2, '0')}`, size }))
}

describe('poolLayout', () => {
  it('spreads the fifteen disks of the guide’s sample over groups of eight and seven', () => {
    const { groups } = poolLayout(disks(...Array<number>(15).fill(8 * tib)), 'raid6')
    expect(groups.map(({ name, disks: members }) => [name, members.length])).toEqual([
      ['raid6_group1', 8],
      ['raid6_group2', 7],
    ])
  })

  it.each([
    ['raid0', 4, 4],
    ['raid5', 4, 3],
    ['raid6', 4, 2],
    ['raid6', 9, 5],
    ['raid6', 16, 12],
  ] as const)('%s of %i disks holds the data of %i', (type, count, data) => {
    const layout = poolLayout(disks(...Array<number>(count).fill(tib)), type)
    expect(layout.usable).toBe(Math.floor(data * tib * (31 / 32)))
    expect(layout.usable + layout.overhead + layout.lost).toBe(layout.raw)
  })

  it('puts alike sizes together and says what is lost to the rest', () => {
    const layout = poolLayout(disks(8 * tib, 12 * tib, 8 * tib, 8 * tib), 'raid5')
    expect(layout.lost).toBe(4 * tib)
    expect(layout.warnings).toEqual([expect.stringContaining('raid5_group1 mixes disk sizes')])
  })

  it('goes on with the names when a pool is expanded, and says when widths differ', () => {
    const layout = poolLayout(disks(tib, tib, tib, tib), 'raid6', [{ width: 8 }])
    expect(layout.groups.map(({ name }) => name)).toEqual(['raid6_group2'])
    expect(layout.warnings).toEqual([expect.stringContaining('8 and 4 disks')])
  })

  it('gives the same groups for the same disks in any order', () => {
    const some = disks(tib, 2 * tib, tib, 2 * tib, tib)
    expect(poolLayout(some.toReversed(), 'raid5')).toEqual(poolLayout(some, 'raid5'))
  })

  it('warns that raid0 survives nothing', () => {
    expect(poolLayout(disks(tib, tib), 'raid0').warnings.join()).toContain('survives nothing')
  })

  it('has nothing to say about no disks', () => {
    expect(poolLayout([], 'raid6')).toEqual({ groups: [], raw: 0, usable: 0, overhead: 0, lost: 0, warnings: [] })
  })
})
