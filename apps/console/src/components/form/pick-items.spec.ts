import { expect, test } from 'vitest'
import { itemsWith } from './pick-items.ts'

test('things are found by a part of their names and of what is said beside them, in any case', () => {
  const items = [
    { value: '1', label: 'vm-daily-01', aside: 'Frankfurt' },
    { value: '2', label: 'SQL-logs' },
    { value: '3', label: 'exchange', aside: 'iqn.1991-05.com.microsoft:sql' },
  ]
  const found = (text: string) => itemsWith(items, text).map(({ value }) => value)
  expect(found('sql')).toEqual(['2', '3'])
  expect(found(' FRANK ')).toEqual(['1'])
  expect(found('  ')).toEqual(['1', '2', '3'])
  expect(found('tape')).toEqual([])
})
