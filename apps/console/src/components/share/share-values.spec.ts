import { expect, it } from 'vitest'
import { hostsMeaning, hostsNamed } from './share-values.ts'

it('beside the list of hosts its meaning is said, in a review the hosts themselves', () => {
  expect(hostsMeaning('10.0.0.0/8')).toBe('1 entry: only this one can reach it.')
  expect(hostsMeaning('10.0.0.0/8 db-1', 3)).toBe('2 entries: only these can reach them.')
  expect(hostsNamed('10.0.0.0/8')).toBe('Only 10.0.0.0/8 can reach it.')
  expect(hostsNamed('10.0.0.0/8, db-1', 3)).toBe('Only 10.0.0.0/8 and db-1 can reach them.')
})

it('of many hosts the first are named and the rest counted', () => {
  const hosts = Array.from({ length: 1205 }, (_, n) => `h-${n + 1}`).join('\n')
  expect(hostsNamed(hosts)).toBe('Only these can reach it: h-1, h-2, h-3, h-4, h-5 and 1,200 more.')
  expect(hostsNamed(hosts, 2)).toMatch(/^Only these can reach them: /)
})

it('nobody and everybody are no list', () => {
  expect([hostsMeaning(''), hostsNamed('', 1)]).toEqual(Array(2).fill(hostsMeaning('')))
  expect(hostsNamed('', 2)).toBe('Nobody can reach these shares while the list is empty.')
  expect(hostsNamed('all db-1', 2)).toBe('Everybody on the network can reach these shares.')
})
