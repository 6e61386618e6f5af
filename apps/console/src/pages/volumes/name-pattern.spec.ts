import { describe, expect, it } from 'vitest'
import { expandNames, mostNames, namesInShort } from './name-pattern.ts'

describe('expandNames', () => {
  it('takes a text without a range as one name', () => {
    expect(expandNames('oracle-prod').names).toEqual(['oracle-prod'])
  })

  it('counts from bound to bound, as wide as the wider one when one begins with a zero', () => {
    expect(expandNames('vol-{08..11}').names).toEqual(['vol-08', 'vol-09', 'vol-10', 'vol-11'])
    expect(expandNames('vol-{8..11}').names).toEqual(['vol-8', 'vol-9', 'vol-10', 'vol-11'])
    expect(expandNames('v{1..003}-data').names).toEqual(['v001-data', 'v002-data', 'v003-data'])
    expect(expandNames('v{0..1}').names).toEqual(['v0', 'v1'])
  })

  it('combines several ranges, the last one fastest', () => {
    expect(expandNames('r{1..2}-{01..02}').names).toEqual(['r1-01', 'r1-02', 'r2-01', 'r2-02'])
  })

  it('says what is wrong with a range', () => {
    for (const pattern of ['v{1..', 'v1}', 'v{}', 'v{a..c}', 'v{1..2', 'v{{1..2}}', 'v{1-2}'])
      expect(expandNames(pattern).problem, pattern).toBe('Write a range of numbers as {01..12}.')
    expect(expandNames('v{12..01}').problem).toBe('The range ends before it begins.')
    expect(expandNames('v{1..11}{1..11}').problem).toBe('Some of these names are the same.')
  })

  it('counts too many without making them', () => {
    expect(expandNames(`v{1..${mostNames}}`).names).toHaveLength(mostNames)
    expect(expandNames('v{1..999999999}-{1..999999999}').problem).toMatch(/volumes; 250 at most are made at once/)
  })
})

it('says many names by the first and the last', () => {
  expect(namesInShort(['a'])).toBe('a')
  expect(namesInShort(['a', 'b'])).toBe('a and b')
  expect(namesInShort(['a', 'b', 'c'])).toBe('a … c')
})
