import { expect, it } from 'vitest'
import { forecastDetails, forecastWords, growthWords } from './forecast-words.ts'

const growth = { per_day: 2 * 1024 ** 3, low: 1024 ** 3, high: 3 * 1024 ** 3 }

it('says when a pool is full as people count', () => {
  const words = (days: number) => forecastWords({ growth, full: { days, earliest: days / 2, latest: null } })
  expect([0.4, 1, 9, 40, 200, 800].map(words)).toEqual([
    'Full in less than a day',
    'Full in 1 day',
    'Full in 9 days',
    'Full in 6 weeks',
    'Full in 7 months',
    'Full in 2 years',
  ])
  expect(words(5_000)).toBe('Not full for years')
})

it('says so when it does not know, and when nothing fills up', () => {
  expect(forecastWords({ growth: null, full: null })).toBe('Not enough history')
  expect(forecastWords({ growth: { ...growth, per_day: -(1024 ** 3) }, full: null })).toBe('Shrinking')
  expect(forecastWords({ growth: { ...growth, per_day: 0 }, full: null })).toBe('Steady')
  // It has no limit.
  expect(forecastWords({ growth, full: null })).toBe('Growing')
})

it('tells the range of a forecast', () => {
  expect(forecastDetails({ growth, full: { days: 9, earliest: 7, latest: 12 } })).toBe(
    '+2 GiB a day; full in 7 days at the earliest, in 12 days at the latest',
  )
  expect(forecastDetails({ growth, full: { days: 9, earliest: 7, latest: null } })).toContain('maybe never')
  expect([0, 1024, -2048].map(growthWords)).toEqual(['±0 B', '+1 KiB', '−2 KiB'])
})
