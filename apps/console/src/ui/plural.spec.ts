import { describe, expect, it } from 'vitest'
import { plural } from './plural.ts'

describe('a sentence about a number', () => {
  it.each([
    [0, '0 volumes'],
    [1, '1 volume'],
    [2, '2 volumes'],
    [1200, '1,200 volumes'],
  ])('of %d is %s', (count, sentence) => {
    expect(plural(count, { one: '# volume', other: '# volumes' })).toBe(sentence)
  })

  it('leaves alone what names look like', () => {
    const moved = (count: number, name: string) =>
      plural(count, { one: (n) => `${n} volume of ${name}`, other: (n) => `${n} volumes of ${name}` })
    expect(moved(2, 'pool#1')).toBe('2 volumes of pool#1')
  })
})
