import { describe, expect, it } from 'vitest'
import { hostOf, linesOf, linesProblem } from './addresses.ts'

it('suggests the host without its domain as a name', () => {
  expect(hostOf('vsnap-01.example.com')).toBe('vsnap-01')
  expect(hostOf('https://10.0.0.5:8900')).toBe('10.0.0.5')
  expect(hostOf('not an address')).toBe('not an address')
})

describe('linesOf', () => {
  it('reads an address a line, with a name behind it or that of its host', () => {
    expect(linesOf('vsnap-01.example.com\n\n  10.0.0.5:8901\tVienna cellar \r\nvsnap-02;Graz')).toEqual([
      { url: 'vsnap-01.example.com', name: 'vsnap-01' },
      { url: '10.0.0.5:8901', name: 'Vienna cellar' },
      { url: 'vsnap-02', name: 'Graz' },
    ])
  })

  it('tells two of one host apart by their ports', () => {
    expect(linesOf('10.0.0.5\n10.0.0.5:8901').map(({ name }) => name)).toEqual(['10.0.0.5:8900', '10.0.0.5:8901'])
  })
})

it('says what is wrong with a list', () => {
  expect(linesProblem(' \n')).toBe('Enter the addresses of the appliances, one a line.')
  expect(linesProblem('a\nb\na')).toBe('a is there twice.')
  expect(linesProblem('a Graz\nb Graz')).toBe('Two lines have the name Graz.')
  expect(linesProblem(Array.from({ length: 101 }, (_, n) => `v${n}`).join('\n'))).toMatch(/^These are 101 addresses/)
  expect(linesProblem('a\nb')).toBeUndefined()
})
