import { expect, it } from 'vitest'
import { calendarOf, dayKey, longestGap, weeksBack } from './calendar.ts'

const at = (year: number, month: number, day: number, hour = 3) => new Date(year, month - 1, day, hour).getTime() / 1000
// A Tuesday.
const now = at(2026, 11, 24, 15)

it('counts snapshots a day, in weeks that begin on Mondays', () => {
  const times = [at(2026, 11, 17), at(2026, 11, 20, 0), at(2026, 11, 20, 23), at(2026, 11, 23)]
  const [before = [], last = []] = calendarOf(times, now, { weeks: 2 })
  expect(before.map(({ key }) => key).slice(0, 2)).toEqual(['2026-11-16', '2026-11-17'])
  expect(before.map(({ count }) => count)).toEqual([0, 1, 0, 0, 2, 0, 0])
  expect(last.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0])
  expect(dayKey(times[2] ?? 0)).toBe('2026-11-20')
})

it('tells a gap from a day that nothing was to be expected of', () => {
  const [before = [], last = []] = calendarOf([at(2026, 11, 17), at(2026, 11, 20)], now, { weeks: 2 })
  expect(before.map(({ isOutside }) => isOutside)).toEqual([true, false, false, false, false, false, false])
  expect(before.map(({ isGap }) => isGap)).toEqual([false, false, true, true, false, true, true])
  // Today is not over, and what comes after it has not begun.
  expect(last.map(({ isGap }) => isGap)).toEqual([true, false, false, false, false, false, false])
  expect(last.map(({ isOutside }) => isOutside)).toEqual([false, false, true, true, true, true, true])
})

it('goes back in time, over changes of the clock and of the year', () => {
  const [week = []] = calendarOf([at(2025, 12, 31)], now, { weeks: 1, back: 47 })
  expect(week.map(({ key }) => key)).toEqual([
    '2025-12-29',
    '2025-12-30',
    '2025-12-31',
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-04',
  ])
  expect(weeksBack([at(2025, 12, 31), now], now)).toBe(47)
  expect(weeksBack([now], now)).toBe(0)
})

it('names the longest time without a snapshot, up to today', () => {
  const gap = longestGap([at(2026, 11, 2), at(2026, 11, 10), at(2026, 11, 23)], now)
  expect([gap?.days, dayKey(gap?.from ?? 0), dayKey(gap?.to ?? 0)]).toEqual([12, '2026-11-11', '2026-11-22'])
  expect(longestGap([at(2026, 11, 23), now], now)).toBeUndefined()
  expect(longestGap([at(2026, 11, 20)], now)?.days).toBe(3)
})
