import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import type { Column } from './table/table-rows.ts'

interface Row {
  readonly name: string
  readonly size_used: number | null
  readonly time_created: number
  readonly is_clone: boolean
}
const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Name', cell: ({ name }) => name, value: ({ name }) => name },
  // Lists may sort by something else than the size itself.
  { key: 'size_used', header: 'Used', cell: () => null, value: ({ size_used: used }) => (used ?? 0) / 2 ** 40 },
  { key: 'time_created', header: 'Created', cell: () => null, value: ({ time_created: time }) => time },
  { key: 'is_clone', header: 'Clone', cell: () => null, value: ({ is_clone: isClone }) => isClone },
  { key: 'trend', header: 'Picture', cell: () => null },
]
const row = (name: string): Row => ({
  name,
  size_used: 1_649_267_441_664,
  time_created: 1_497_365_131,
  is_clone: false,
})

test('sizes and times stand there as they are read and exactly; a picture has no text', () => {
  expect(csvOf(columns, [row('vol'), { ...row('none'), size_used: null, is_clone: true }])).toBe(
    [
      'Name,Used,Used (bytes),Created,Created (epoch seconds),Clone',
      'vol,1.5 TiB,1649267441664,2017-06-13T14:45:31Z,1497365131,no',
      'none,,,2017-06-13T14:45:31Z,1497365131,yes',
    ].join('\r\n'),
  )
})

test('each fact of a cell stands in a column of its own, once, and in its own unit', () => {
  const used: Column<Row> = {
    key: 'size_used',
    header: 'Used',
    cell: () => null,
    value: () => 'x',
    inFile: [
      { key: 'size_used', header: 'Used', value: ({ size_used: bytes }) => bytes },
      { key: 'lag_target', header: 'Target', value: () => 3600 },
      { key: 'size_total', header: 'Size', value: () => 2048 },
    ],
  }
  const size: Column<Row> = { key: 'size_total', header: 'Size', cell: () => null, value: () => 2048 }
  expect(csvOf([used, size], [row('vol')])).toBe(
    ['Used,Used (bytes),Target (seconds),Size,Size (bytes)', '1.5 TiB,1649267441664,3600,2 KiB,2048'].join('\r\n'),
  )
})

test('commas, quotes and line breaks stay within their field', () => {
  expect(csvOf(columns.slice(0, 1), [row('a,"b"\nc')])).toBe('Name\r\n"a,""b""\nc"')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula in a spreadsheet', (name) => {
  const [, ...lines] = csvOf(columns.slice(0, 1), [row(name)]).split('\r\n')
  expect(lines.join('\r\n').replaceAll('"', '')).toBe(`'${name}`)
})
