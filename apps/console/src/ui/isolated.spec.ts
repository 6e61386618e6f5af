import { expect, it } from 'vitest'
import { isolated, plain, said, setApart } from './isolated.ts'

it('sets apart only what runs from right to left', () => {
  expect(['backup', 'Ärger-1', ''].map(isolated)).toEqual(['backup', 'Ärger-1', ''])
  expect(isolated('גיבוי')).toBe('\u2068גיבוי\u2069')
  expect(isolated('vault خزنة')).toBe('\u2068vault خزنة\u2069')
})

it('sets each name of a sentence apart, once', () => {
  expect(said`Pool ${'backup'} on ${'خزنة 2'} has ${3} disks more`).toBe(
    'Pool backup on \u2068خزنة 2\u2069 has 3 disks more',
  )
  const name = isolated('גיבוי')
  expect(said`${name} is there`).toBe('\u2068גיבוי\u2069 is there')
})

it('sets apart what runs from right to left in a sentence whose names nobody knows', () => {
  expect(setApart('Delete 3 snapshots of backup')).toBe('Delete 3 snapshots of backup')
  expect(setApart('Create גיבוי-1 on خزنة كبيرة with 2 disks')).toBe(
    'Create \u2068גיבוי-1\u2069 on \u2068خزنة كبيرة\u2069 with 2 disks',
  )
})

it('leaves nothing invisible in what is copied', () => {
  expect(plain(said`${'גיבוי'} → ${'خزنة'}`)).toBe('גיבוי → خزنة')
})
