import { describe, expect, it } from 'vitest'
import { exactBytes, formatBytes, parseBytes, sizeText } from './bytes.ts'

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [4 * 1024 ** 4, '4 TiB'],
    [1024 ** 3 * 12.34, '12.3 GiB'],
    [1024 ** 4 * 1023.7, '1 PiB'],
    [1024 ** 2 * 99.97, '100 MiB'],
    [22_613_000_803, '21.1 GiB'],
  ])('%d → %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})

describe('parseBytes', () => {
  it.each([
    ['1.5 TiB', 1_649_267_441_664],
    ['500G', 500 * 1024 ** 3],
    ['10 mb', 10 * 1024 ** 2],
    ['1,5 gib', 1.5 * 1024 ** 3],
    ['.5k', 512],
    [' 4096 ', 4096],
    ['4096 B', 4096],
    ['0', 0],
    ['1,000 GiB', 1000 * 1024 ** 3],
    ['12,500.5 M', Math.round(12_500.5 * 1024 ** 2)],
    ['1,649,267,441,664 bytes', 1_649_267_441_664],
    ['1,649,267,441,664', 1_649_267_441_664],
    ['1 byte', 1],
    ['0,125 T', 128 * 1024 ** 3],
    ['1,25 T', 1.25 * 1024 ** 4],
  ])('%s → %d', (text, bytes) => expect(parseBytes(text)).toBe(bytes))
  it.each([
    '',
    'G',
    '1.5.2 G',
    '-1 G',
    '1e9',
    '10 XB',
    '9999999 EiB',
    '1 T iB',
    'Infinity',
    '1,00,000 G',
    '1,0000,000',
    ',000,000',
  ])('refuses %j', (text) => expect(parseBytes(text)).toBeUndefined())
})

it('writes bytes to the last one, and reads that back', () => {
  expect(exactBytes(1_649_267_441_664)).toBe('1,649,267,441,664 bytes')
  for (const bytes of [0, 1, 999, 1000, 1_649_267_441_664]) expect(parseBytes(exactBytes(bytes))).toBe(bytes)
})

it.each([
  [1_649_267_441_664, '1.5 TiB'],
  [22_613_000_803, '22613000803'],
  [0, '0 B'],
])('puts %d into a field as %s, and reads the same back', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
  expect(parseBytes(text)).toBe(bytes)
})
