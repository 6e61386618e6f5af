import { locale } from '../../ui/locale.ts'

/** What a column compares and searches by; null and undefined sort last, whichever the direction. */
export type Sortable = string | number | boolean | null | undefined

/** Something that is said of a row, in a column of its own in the file that a list is exported to; `key` as that of a `Column`. */
export interface Fact<Row> {
  readonly key: string
  readonly header: string
  readonly value: (row: Row) => Sortable
}

/** A column of a list. Columns are constants of the page's module. */
export interface Column<Row> {
  /** In the URL (`?sort=-size_used`) and in what the person chose to see: the API's own field where there is one. */
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => React.ReactNode
  /** The value to sort by. Text is also what the filter looks in. Without it the column is not sortable. */
  readonly value?: (row: Row) => Sortable
  readonly align?: 'end'
  /** What the file has in its place, where its cell shows more than its value: `4 TiB of 10 TiB` are two facts. */
  readonly inFile?: readonly Fact<Row>[]
  /** Not shown until the person chooses it. */
  readonly optional?: boolean
}

/** A choice of the state filter: rows whose `of` is the chosen word. */
export interface StateFilter<Row> {
  readonly label: string
  /** A row's state, as addresses and saved views keep it: the same in every language. */
  readonly of: (row: Row) => string
  /** States in words; those that are not here are the API's own, shown as they are. */
  readonly words?: Readonly<Record<string, string>>
}

/** A state as it is shown. */
export const stateText = <Row>({ words }: StateFilter<Row>, state: string): string => words?.[state] ?? state

/** States and how many rows have each, in the order of their words. */
export function inOrder<Row>(filter: StateFilter<Row>, counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a], [b]) => collator.compare(stateText(filter, a), stateText(filter, b)))
}

/** What the URL says about a list. */
export interface TableState {
  readonly q: string
  /** States to show; empty: all. */
  readonly states: readonly string[]
  /** A column's key, `-key` for descending. */
  readonly sort: string | undefined
  /** A label that the rows' appliances have. */
  readonly label?: string
  /** Keys of the columns to show, when the address says so. */
  readonly columns?: readonly string[]
  /** From 1. */
  readonly page: number
}

/** Reads a list's state from the URL; what is not valid counts as absent. */
export function readTableState(search: URLSearchParams): TableState {
  const page = Number(search.get('page'))
  return {
    q: search.get('q') ?? '',
    states: search.getAll('status').filter((state) => state !== ''),
    sort: search.get('sort') ?? undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The URL with parts of a list's state changed. Whatever narrows or orders the list leads back to its first page. */
export function writeTableState(search: URLSearchParams, change: Partial<TableState>): URLSearchParams {
  const next = new URLSearchParams(search)
  const set = (key: string, value: string | undefined) => (value ? next.set(key, value) : next.delete(key))
  next.delete('page')
  if (change.q !== undefined) set('q', change.q)
  if (change.label !== undefined) set('label', change.label)
  if (change.columns) set('columns', change.columns.join(','))
  if ('sort' in change) set('sort', change.sort)
  if (change.page !== undefined && change.page > 1) next.set('page', String(change.page))
  if (change.states) {
    next.delete('status')
    for (const state of change.states) next.append('status', state)
  }
  return next
}

const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })

function compare(a: Sortable, b: Sortable, direction: 1 | -1): number {
  const missing = (value: Sortable) => value === null || value === undefined
  if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b))
  if (typeof a === 'string' || typeof b === 'string') return collator.compare(String(a), String(b)) * direction
  return (Number(a) - Number(b)) * direction
}

/** The rows that the state asks for, in its order. */
export function tableRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  state: TableState,
  filter?: StateFilter<Row>,
): Row[] {
  const wanted = state.q.trim().toLocaleLowerCase()
  const states = new Set(state.states.map((word) => word.toLowerCase()))
  const found = rows.filter((row) => {
    if (filter && states.size > 0 && !states.has(filter.of(row).toLowerCase())) return false
    if (wanted === '') return true
    return columns.some(({ value }) => {
      const text = value?.(row)
      return typeof text === 'string' && text.toLocaleLowerCase().includes(wanted)
    })
  })
  const descending = state.sort?.startsWith('-') ?? false
  const column = columns.find(({ key }) => key === state.sort?.replace(/^-/, ''))
  const value = column?.value
  return value ? found.sort((a, b) => compare(value(a), value(b), descending ? -1 : 1)) : found
}

/** Rows group by group, in the order of the groups' names; those of `last` come last. Within a group they stay in order. */
export function inGroups<Row>(rows: readonly Row[], of: (row: Row) => string, last: string): Row[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [of(a), of(b)]
    return Number(first === last) - Number(second === last) || collator.compare(first, second)
  })
}

/** How many rows have each word, by its name. */
export function countWords<Row>(rows: readonly Row[], of: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1)
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)))
}

/** The sort that a click on a column's header asks for: ascending, descending, and back. */
export function nextSort(current: string | undefined, key: string): string {
  return current === key ? `-${key}` : key
}
