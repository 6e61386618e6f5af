import { expect, it } from 'vitest'
import { isolated } from './isolated.ts'

it('sets apart only what runs from right to left', () => {
  expect(['backup', 'Ärger-1', ''].map(isolated)).toEqual(['backup', 'Ärger-1', ''])
  expect(isolated('גיבוי')).toBe('\u2068גיבוי\u2069')
  expect(isolated('vault خزنة')).toBe('\u2068vault خزنة\u2069')
})
