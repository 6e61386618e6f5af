import Papa from 'papaparse'
import { formatBytes } from '../ui/bytes.ts'
import type { Column } from './table/table-rows.ts'
import { words } from './csv-words.ts'

/** Columns whose numbers are bytes, epoch seconds, and seconds that something lasts: their names say so. */
const bytes = /^size(_|$)/
const times = /^(time|since|read_at|newest|made|last_success)(_|$)/
const spans = /^(lag|duration)(_|$)/

type Cell = string | number

type Written<Row> = Pick<Column<Row>, 'key' | 'header' | 'value'>

/** A column of the file: its title, and what stands in it for a row. */
function fields<Row>({
  key,
  header,
  value,
}: Pick<Column<Row>, 'key' | 'header' | 'value'>): [title: string, cell: (row: Row) => Cell][] {
  const numberOf = (row: Row): number | undefined => {
    const own = (row as Readonly<Record<string, unknown>>)[key]
    const found = own === undefined ? value?.(row) : own
    return typeof found === 'number' ? found : undefined
  }
  const from = (convert: (number: number) => Cell) => (row: Row) => {
    const number = numberOf(row)
    return number === undefined ? '' : convert(number)
  }
  if (bytes.test(key))
    return [
      [header, from(formatBytes)],
      [words.bytes(header), from(Number)],
    ]
  if (times.test(key))
    return [
      [header, from((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'))],
      [words.epochSeconds(header), from(Number)],
    ]
  if (spans.test(key)) return [[words.seconds(header), from(Number)]]
  if (!value) return []
  return [[header, (row) => wordOf(value(row))]]
}

const wordOf = (value: ReturnType<NonNullable<Column<never>['value']>>): Cell =>
  typeof value === 'boolean' ? (value ? words.yes : words.no) : (value ?? '')

/**
 * Rows as CSV (RFC 4180), in their order: what the columns show as text, each fact in a column of its own, sizes and times
 * exactly too. What a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const facts = columns.flatMap(({ inFile, ...column }): readonly Written<Row>[] => inFile ?? [column])
  // What two columns show stands there once.
  const own = facts.filter(({ key }, at) => facts.findIndex((other) => other.key === key) === at)
  const all = own.flatMap(fields)
  return Papa.unparse(
    { fields: all.map(([title]) => title), data: rows.map((row) => all.map(([, cell]) => cell(row))) },
    { escapeFormulae: true, newline: '\r\n' },
  )
}

/** Gives the person a file with the rows. */
export function saveCsv<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  // Spreadsheets take a file without this mark for one of their own time.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
