import { describe, expect, it } from 'vitest'
import { inOrder, nextSort, readTableState, tableRows, writeTableState, type Column } from './table-rows.ts'

interface Row {
  name: string
  size: number | null
  state: string
}

const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => row.name, value: (row) => row.name },
  { key: 'size', header: 'Size', cell: (row) => row.size, value: (row) => row.size },
]
const rows: Row[] = [
  { name: 'vol-10', size: 5, state: 'ONLINE' },
  { name: 'Vol-2', size: null, state: 'DEGRADED' },
  { name: 'sql', size: 70, state: 'ONLINE' },
]
const names = (query: string) =>
  tableRows(rows, columns, readTableState(new URLSearchParams(query)), { label: 'State', of: (row) => row.state }).map(
    ({ name }) => name,
  )

describe('tableRows', () => {
  it('keeps the order that it is given without a sort', () => expect(names('')).toEqual(['vol-10', 'Vol-2', 'sql']))
  it('sorts numbers in names as numbers', () => expect(names('sort=name')).toEqual(['sql', 'Vol-2', 'vol-10']))
  it('puts what is missing last, both ways', () => {
    expect(names('sort=size')).toEqual(['vol-10', 'sql', 'Vol-2'])
    expect(names('sort=-size')).toEqual(['sql', 'vol-10', 'Vol-2'])
  })
  it('finds text whatever its case', () => expect(names('q=%20VOL')).toEqual(['vol-10', 'Vol-2']))
  it('shows the states that are asked for', () => expect(names('status=DEGRADED&status=FAULTED')).toEqual(['Vol-2']))
  it('ignores a column that it does not know', () => expect(names('sort=-nothing')).toEqual(['vol-10', 'Vol-2', 'sql']))
})

it('counts states in the order of the words that they are shown with, and keeps their names', () => {
  const filter = {
    label: 'State',
    of: (row: Row) => row.state,
    words: { unreachable: 'Does not answer', online: 'Online' },
  }
  const counts = new Map([
    ['unreachable', 1],
    ['ONLINE', 4],
    ['online', 2],
    ['asleep', 3],
  ])
  expect(inOrder(filter, counts).map(([state]) => state)).toEqual(['asleep', 'unreachable', 'ONLINE', 'online'])
})

describe('the state in the URL', () => {
  it('leads to the first page when the list is narrowed', () =>
    expect(String(writeTableState(new URLSearchParams('page=3&tab=disks'), { q: 'a' }))).toBe('tab=disks&q=a'))
  it('leaves out what says nothing', () =>
    expect(
      String(writeTableState(new URLSearchParams('q=a&sort=name&status=X'), { q: '', sort: undefined, states: [] })),
    ).toBe(''))
  it('takes a page that is none for the first', () =>
    expect(readTableState(new URLSearchParams('page=-1')).page).toBe(1))
  it('turns the order around', () =>
    expect([nextSort(undefined, 'name'), nextSort('name', 'name'), nextSort('-name', 'name')]).toEqual([
      'name',
      '-name',
      'name',
    ]))
})
