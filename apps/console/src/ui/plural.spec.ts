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
})
