import { expect, it } from 'vitest'
import { formatBytes } from '../../ui/bytes.ts'
import { roundTicks, timeTicks } from './history-axis.ts'

it('marks sizes that are round in binary units', () => {
  const sizes = (total: number) => roundTicks(0, total, true).map(formatBytes)
  expect(sizes(3.6 * 1024 ** 4)).toEqual(['0 B', '1 TiB', '2 TiB', '3 TiB'])
  expect(sizes(36 * 1024 ** 3)).toEqual(['0 B', '10 GiB', '20 GiB', '30 GiB'])
  expect(sizes(1.2 * 1024 ** 4)).toEqual(['0 B', '512 GiB', '1 TiB'])
  expect(sizes(0)).toEqual(['0 B'])
})

it('marks ratios from one on', () => {
  expect(roundTicks(1, 2.1, false)).toEqual([1, 1.5, 2])
  expect(roundTicks(1, 1.5, false)).toEqual([1, 1.2, 1.4])
})

it('tells times as exactly as the span needs', () => {
  const at = Date.parse('2026-11-26T08:30:00') / 1000
  expect(timeTicks(at, at + 60)).toEqual(['08:30:00', '08:30:30', '08:31:00'])
  expect(timeTicks(at, at + 7200)).toEqual(['Thu 08:30', 'Thu 09:30', 'Thu 10:30'])
  expect(timeTicks(at, at + 60 * 86_400)).toEqual(['26 Nov', '26 Dec', '25 Jan'])
  expect(timeTicks(at, at + 1000 * 86_400)).toEqual(['Nov 2026', 'Apr 2028', 'Aug 2029'])
})
