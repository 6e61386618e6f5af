import { expect, it } from 'vitest'
import { relativeTime } from './time.ts'

it.each([
  [1000, 1000, 'just now'],
  [1000, 1030, '30 seconds ago'],
  [1000, 1065, '1 minute ago'],
  [0, 3 * 3600 + 59, '3 hours ago'],
  [0, 86_400, 'yesterday'],
  [0, 400 * 86_400, 'last year'],
  [2 * 86_400 + 5, 0, 'in 2 days'],
  [20, 0, 'in a moment'],
])('%d seen from %d is %s', (time, now, text) => expect(relativeTime(time, now)).toBe(text))
