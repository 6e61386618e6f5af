/** One line of the table: what was measured, beside what it is compared with. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: '' | '%' | 'ms' | 's' | 'µs' | 'kB' | 'MB' | 'files' | 'calls' | 'req/s' | 'fps'
  /** The bound that it has to keep; absent: it is told for comparison. */
  readonly most?: number
  readonly least?: number
  /** What it is compared with, from the same run: `direct 9,120 req/s`. */
  readonly beside: string
}

const digits = ({ unit, value }: Figure): string => {
  const decimals = unit === '' ? 2 : unit === 'ms' && value < 100 ? 2 : ['kB', '%', 's', 'fps'].includes(unit) ? 1 : 0
  const text = value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return unit === '' ? text : `${text} ${unit}`
}

/** Whether a figure keeps its bound. One that could not be measured does not. */
export function holds({ value, most = Infinity, least = -Infinity }: Figure): boolean {
  return value <= most && value >= least
}

/** The figures as a table in plain text. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    digits(figure),
    figure.most !== undefined ? `≤ ${figure.most}` : figure.least !== undefined ? `≥ ${figure.least}` : '',
    holds(figure) ? (figure.most === undefined && figure.least === undefined ? '' : 'ok') : 'MISSED',
    figure.beside,
  ])
  const all = [['figure', 'measured', 'bound', '', 'beside it, in the same run'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => (column === 1 ? text.padStart(widths[1] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
  return all.map((row) => line(row).trimEnd()).join('\n')
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** What so many of a hundred keep: `0.95` for 95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
