import { errorText } from '../../api/errors.ts'
import { setApart } from '../../ui/isolated.ts'
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core'
import type { ViewedResource } from '@vsnap/console-api/view.ts'
import { ExclamationCircleIcon, SearchIcon } from '@patternfly/react-icons'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { FleetCounts } from '../../api/fleet.ts'
import type { Action } from '../actions.tsx'
import type { ListCalls } from '../ListApi.tsx'
import { toast } from '../toasts.tsx'
import { CardTools } from './CardTools.tsx'
import type { Groupable, Grouping } from './grouping.ts'
import { Pager } from './Pager.tsx'
import { StateCounts } from './StateCounts.tsx'
import {
  countWords,
  inGroups,
  readTableState,
  tableRows,
  writeTableState,
  type Column,
  type StateFilter,
  type TableState,
} from './table-rows.ts'
import { useSelection, type BulkProps } from './selection.ts'
import { useSteadyRows } from './steady-rows.ts'
import { useTableChoice, type TableChoice } from './table-choice.ts'
import { TableGrid, TableSkeleton } from './TableGrid.tsx'
import { TableToolbar } from './TableToolbar.tsx'
import { words, type ListName } from './words.tsx'

const ListApi = lazy(() => import('../ListApi.tsx').then((module) => ({ default: module.ListApi })))
const SaveView = lazy(() => import('../views/SaveView.tsx').then((module) => ({ default: module.SaveView })))

/** The part of a query's result that a list needs. */
export interface TableQuery<Row> {
  readonly data: readonly Row[] | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
  /** They answer the question before, until those of this one are there. */
  readonly isPlaceholderData?: boolean
}

export interface QueryTableProps<Row> {
  /** Under which the person's choice of columns is kept, and what the list says about its rows: `pools`. */
  readonly name: ListName
  /** What the rows are, for people who cannot see the page: `Pools`. */
  readonly label: string
  readonly query: TableQuery<Row>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** What a row is called: names its menu. */
  readonly rowName: (row: Row) => string
  readonly states?: StateFilter<Row>
  /** The order until the person chooses one: `-time_created`. */
  readonly order?: string
  /** The menu of a row. */
  readonly actions?: (row: Row) => readonly Action[]
  /** The same as a hook, called while the menu is open: for what has to be asked first; undefined until it is known. */
  readonly useActions?: (row: Row) => readonly Action[] | undefined
  /** What can be done with many rows at once: a bar under the rows that are chosen. Loaded when the first one is. */
  readonly bulk?: React.ComponentType<BulkProps<Row>>
  /** What to show when there is nothing at all: what the thing is for, and the first step. */
  readonly empty: React.ReactNode
  /** Buttons at the toolbar's end. */
  readonly toolbar?: React.ReactNode
  /** A sentence above the rows, such as that some of them are old. */
  readonly notice?: React.ReactNode
  /** A short list within a page: no filter, no choice of columns. */
  readonly isPlain?: boolean
  /** Rows that exist, when more do than were asked for. */
  readonly total?: number
  /** Reads all of them, for who takes the list along. */
  readonly everything?: () => Promise<readonly Row[]>
  /** Its rows belong to appliances, by whose labels they are narrowed, and above them stands how many have each state. */
  readonly hasLabels?: boolean
  /** What it can be grouped by, and how it is now. */
  readonly groupable?: Groupable
  readonly grouping?: Grouping<Row> | undefined
  /** How many rows there are, when more do than were asked for. */
  readonly counts?: FleetCounts | undefined
  /** Whose list it is, when what it is asked can be saved as a view. */
  readonly viewed?: ViewedResource
  /** The calls behind the list, for who wants to see the API at work. */
  readonly calls?: ListCalls
}

const perPageChoices = [25, 50, 100, 250]

/** A list: filter, order, page in the URL; columns and density as the person likes them; loading, empty, failed told apart. */
export function QueryTable<Row>({
  name,
  label,
  query,
  columns,
  rowKey,
  rowName,
  states,
  order,
  actions,
  useActions = actions,
  bulk: Bulk,
  empty,
  toolbar,
  notice,
  isPlain = false,
  total,
  everything = () => Promise.resolve(query.data ?? []),
  viewed,
  hasLabels = false,
  groupable,
  grouping,
  counts,
  calls,
}: QueryTableProps<Row>) {
  const [search, setSearch] = useSearchParams()
  const [liked, like] = useTableChoice(name)
  const [perPage, setPerPage] = useState(50)
  const [isApi, setApi] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const state = useMemo(() => {
    const chosen = readTableState(search)
    return { ...chosen, sort: chosen.sort ?? order }
  }, [search, order])
  const change = (part: Partial<TableState>) =>
    setSearch((current) => writeTableState(current, part), { replace: true, preventScrollReset: true })

  // A view brings its columns along; the person's own choice stays as it is.
  const viewColumns = search.get('columns')?.split(',')
  const choice = viewColumns ? { ...liked, columns: viewColumns } : liked
  const setChoice = (next: TableChoice) => {
    like(viewColumns ? { ...liked, compact: next.compact } : next)
    if (viewColumns && next.columns) change({ columns: next.columns })
  }

  const all = query.data
  // The same rows stay the same array: with another one all of them are rendered once more.
  const sorted = useMemo(() => {
    const rows = all && tableRows(all, columns, state, states)
    return rows && grouping ? inGroups(rows, grouping.of, grouping.last) : rows
  }, [all, columns, state, states, grouping])
  const { rows: steady, around } = useSteadyRows(
    sorted,
    rowKey,
    query.isPlaceholderData ? undefined : search.toString(),
  )
  const found = useDeferredValue(steady)
  const shown = columns.filter(
    ({ key, optional }, index) => index === 0 || (choice.columns?.includes(key) ?? optional !== true),
  )
  const pages = Math.max(1, Math.ceil((found?.length ?? 0) / perPage))
  const page = Math.min(state.page, pages)
  const sizes =
    grouping &&
    (counts
      ? new Map(counts.groups.map(({ name: group, total: rows }) => [group ?? grouping.last, rows]))
      : countWords(found ?? [], grouping.of))
  const selection = useSelection(JSON.stringify([search.get('appliance'), search.get('label'), state.q, state.states]))
  const onPage = found?.slice((page - 1) * perPage, page * perPage) ?? []
  const selected = found?.filter((row) => selection.keys.has(rowKey(row))) ?? []

  const save = async () => {
    try {
      const [{ saveCsv }, rows] = await Promise.all([import('../csv.ts'), everything()])
      saveCsv(name, shown, tableRows(rows, columns, state, states))
    } catch (error) {
      const { cause, message } = errorText(error)
      toast({ variant: 'danger', title: words.notExported(cause, setApart(message)) })
    }
  }

  // What a label leaves nothing of is not nothing at all.
  if (all?.length === 0 && state.q === '' && !(hasLabels && search.has('label'))) {
    return (
      <>
        {notice}
        {empty}
      </>
    )
  }
  return (
    <div className="vs-table">
      {!isPlain && (
        <TableToolbar
          name={name}
          label={label}
          rows={all}
          columns={columns}
          shown={shown}
          hasLabels={hasLabels}
          groupable={groupable}
          states={states}
          state={state}
          onChange={change}
          choice={choice}
          onChoice={setChoice}
          onSave={() => void save()}
          onView={viewed && (() => setSaving(true))}
          onApi={calls && (() => setApi(true))}
        >
          {toolbar}
        </TableToolbar>
      )}
      <Suspense>{calls && isApi && <ListApi calls={calls} onClose={() => setApi(false)} />}</Suspense>
      <Suspense>
        {viewed && isSaving && (
          <SaveView resource={viewed} columns={choice.columns ?? null} onClose={() => setSaving(false)} />
        )}
      </Suspense>
      {hasLabels && states && all && (counts || total === undefined || total <= all.length) && (
        <StateCounts
          filter={states}
          label={words.of(name).counts ?? states.label}
          counts={
            counts
              ? new Map(counts.states.map(({ state: each, total: rows }) => [each, rows]))
              : countWords(tableRows(all, columns, { ...state, states: [] }), states.of)
          }
          chosen={state.states}
          onChange={(chosenStates) => change({ states: chosenStates })}
        />
      )}
      {notice}
      {found === undefined && query.error ? (
        <TableFailed label={label} query={query} />
      ) : found === undefined ? (
        <TableSkeleton label={label} columns={shown} withChecks={Bulk !== undefined} compact={choice.compact} />
      ) : found.length === 0 ? (
        <TableFilteredEmpty name={name} onClear={() => change({ q: '', states: [], label: '' })} />
      ) : (
        <>
          {!isPlain && (
            <CardTools
              columns={shown}
              sort={state.sort}
              onSort={(sort) => change({ sort })}
              keys={onPage.map(rowKey)}
              selection={Bulk && selection}
              selectAll={words.of(name).selectAll ?? label}
            />
          )}
          <div {...around}>
            <TableGrid
              label={label}
              rows={onPage}
              columns={shown}
              rowKey={rowKey}
              rowName={rowName}
              useActions={useActions}
              selection={Bulk && selection}
              selectAll={words.of(name).selectAll}
              compact={choice.compact}
              sort={state.sort}
              onSort={(sort) => change({ sort })}
              groups={grouping && { of: grouping.of, count: (group) => sizes?.get(group) ?? 0 }}
            />
          </div>
          <Suspense>
            {Bulk && selected.length > 0 && (
              <Bulk
                rows={selected}
                found={found.length}
                isPart={total !== undefined && total > (all?.length ?? 0)}
                onAll={() => selection.choose(found.map(rowKey), true)}
                onNone={() => selection.choose(found.map(rowKey), false)}
              />
            )}
          </Suspense>
          <div className="vs-footer">
            <output className="vs-subtle">{countOf(found.length, all?.length ?? 0, total)}</output>
            {found.length > (perPageChoices[0] ?? 0) && (
              <Pager
                label={words.of(name).pages}
                count={found.length}
                page={page}
                perPage={perPage}
                choices={perPageChoices}
                onPage={(next) => change({ page: next })}
                onPerPage={setPerPage}
              />
            )}
          </div>
        </>
      )}
    </div>
  )
}

function countOf(found: number, loaded: number, total = loaded): string {
  if (total > loaded) return words.count.first(found, loaded, total)
  return found === loaded ? words.count.inAll(found) : words.count.found(found, loaded)
}

function TableFilteredEmpty({ name, onClear }: { name: ListName; onClear: () => void }) {
  return (
    <EmptyState titleText={words.of(name).noneMatch} headingLevel="h2" icon={SearchIcon} variant="sm">
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {words.clearFilters}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

function TableFailed<Row>({ label, query }: { label: string; query: TableQuery<Row> }) {
  const text = errorText(query.error)
  return (
    <EmptyState
      titleText={words.failed(label, text.cause)}
      headingLevel="h2"
      icon={ExclamationCircleIcon}
      status="danger"
      variant="sm"
    >
      <EmptyStateBody>
        {setApart(text.message)} <code className="vs-code">{text.type}</code>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="secondary" onClick={() => void query.refetch()}>
            {words.tryAgain}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}
