/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/control-has-associated-label -- see TableGrid */
import { figure } from '../../ui/plural.ts'
import { Skeleton } from '@patternfly/react-core'
import { ArrowsAltVIcon, LongArrowAltDownIcon, LongArrowAltUpIcon } from '@patternfly/react-icons'
import '@patternfly/react-styles/css/components/Table/table.css'
import '@patternfly/react-styles/css/components/Table/table-grid.css'
import { useRef } from 'react'
import { RowActions, type Action } from '../actions.tsx'
import type { Selection } from './selection.ts'
import { AllCheck, RowCheck } from './checks.tsx'
import { onRowKey } from './table-keys.ts'
import { nextSort, type Column } from './table-rows.ts'
import { words } from './words.tsx'

const classes = (...names: readonly (string | false | undefined)[]) => names.filter(Boolean).join(' ')

/** Characters from which on a name is cut off after some lines. */
const long = 60
/** What is said on hover, of text that may be cut off. */
const whole = (value: unknown) => (typeof value === 'string' && value.length > long ? value : undefined)

interface TableGridProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowName: (row: Row) => string
  /** The menu of a row; a hook, called while it is open. */
  readonly useActions?: ((row: Row) => readonly Action[] | undefined) | undefined
  /** Which rows are chosen, where they can be. */
  readonly selection?: Selection | undefined
  /** What the box is called that chooses all rows of the page. */
  readonly selectAll?: string | undefined
  readonly compact: boolean
  readonly sort: string | undefined
  readonly onSort: (sort: string) => void
  readonly groups?: RowGroups<Row> | undefined
}

/** Rows that stand together under a heading. */
export interface RowGroups<Row> {
  readonly of: (row: Row) => string
  /** How many rows a group has, on all pages. */
  readonly count: (name: string) => number
}

/**
 * Rows as a native table with PatternFly's classes, which costs a tenth of a component per cell. On narrow screens each
 * row becomes a card, where `display` takes the meaning from the elements: therefore the explicit roles. The keys of its
 * rows come from the controls in them.
 */
export function TableGrid<Row>({
  label,
  rows,
  columns,
  rowKey,
  rowName,
  useActions,
  selection,
  selectAll = label,
  compact,
  sort,
  onSort,
  groups,
}: TableGridProps<Row>) {
  const keys = rows.map(rowKey)
  const changedRef = useRef('')
  return (
    <table
      className={classes('pf-v6-c-table', 'pf-m-grid-md', compact && 'pf-m-compact')}
      role="table"
      aria-label={label}
    >
      <TableHead
        columns={columns}
        check={selection && <AllCheck label={selectAll} keys={keys} selection={selection} />}
        withActions={useActions !== undefined}
        sort={sort}
        onSort={onSort}
      />
      {[...Map.groupBy(rows, (row) => groups?.of(row) ?? '')].map(([group, own]) => (
        <tbody key={group} className="pf-v6-c-table__tbody" role="rowgroup" onKeyDown={onRowKey}>
          {groups && (
            <tr className="pf-v6-c-table__tr vs-group" role="row">
              <th
                className="pf-v6-c-table__th"
                role="rowheader"
                scope="rowgroup"
                colSpan={columns.length + (selection ? 1 : 0) + (useActions ? 1 : 0)}
              >
                {group} <span className="vs-subtle">{figure(groups.count(group))}</span>
              </th>
            </tr>
          )}
          {own.map((row) => (
            <tr className="pf-v6-c-table__tr" role="row" key={rowKey(row)}>
              {selection && (
                <td className="pf-v6-c-table__td pf-v6-c-table__check" role="cell">
                  <RowCheck
                    name={rowName(row)}
                    own={rowKey(row)}
                    keys={keys}
                    changedRef={changedRef}
                    selection={selection}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={classes('pf-v6-c-table__td', column.align === 'end' && 'vs-end')}
                  role="cell"
                  data-label={column.header}
                  title={whole(column.value?.(row))}
                >
                  {column.cell(row)}
                </td>
              ))}
              {useActions && (
                <td className={classes('pf-v6-c-table__td', 'pf-v6-c-table__action')} role="cell">
                  <RowActions row={row} name={rowName(row)} useActions={useActions} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  /** What is above the boxes of the rows. */
  readonly check?: React.ReactNode
  readonly withActions: boolean
  readonly sort?: string | undefined
  readonly onSort?: (sort: string) => void
}

function TableHead<Row>({ columns, check, withActions, sort, onSort }: HeadProps<Row>) {
  return (
    <thead className="pf-v6-c-table__thead pf-m-nowrap" role="rowgroup">
      <tr className="pf-v6-c-table__tr" role="row">
        {check !== undefined && (
          <th className="pf-v6-c-table__th pf-v6-c-table__check" role="columnheader" scope="col">
            {check}
          </th>
        )}
        {columns.map(({ key, header, value, align }) => {
          const sorted = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined
          return (
            <th
              key={key}
              className={classes(
                'pf-v6-c-table__th',
                value && 'pf-v6-c-table__sort',
                sorted && 'pf-m-selected',
                align === 'end' && 'vs-end',
              )}
              role="columnheader"
              scope="col"
              {...(value ? { 'aria-sort': sorted ?? 'none' } : {})}
            >
              {value && onSort ? (
                <button
                  type="button"
                  className="pf-v6-c-table__button"
                  aria-label={header}
                  onClick={() => onSort(nextSort(sort, key))}
                >
                  <span className="pf-v6-c-table__button-content">
                    <span className="pf-v6-c-table__text">{header}</span>
                    <span className="pf-v6-c-table__sort-indicator">
                      {sorted === 'ascending' ? (
                        <LongArrowAltUpIcon />
                      ) : sorted === 'descending' ? (
                        <LongArrowAltDownIcon />
                      ) : (
                        <ArrowsAltVIcon />
                      )}
                    </span>
                  </span>
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
        {withActions && (
          <th className="pf-v6-c-table__th" role="columnheader" scope="col">
            <span className="pf-v6-screen-reader">{words.heard.actions}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

const skeletonRows = ['1', '2', '3', '4', '5', '6', '7', '8']

/** The table while its rows are on their way: as high as it will be. */
export function TableSkeleton<Row>({
  label,
  columns,
  withChecks,
  compact,
}: {
  label: string
  columns: readonly Column<Row>[]
  withChecks: boolean
  compact: boolean
}) {
  return (
    <table
      className={classes('pf-v6-c-table', 'pf-m-grid-md', compact && 'pf-m-compact')}
      role="table"
      aria-label={label}
      aria-busy="true"
    >
      <TableHead columns={columns} check={withChecks ? '' : undefined} withActions={false} />
      <tbody className="pf-v6-c-table__tbody" role="rowgroup">
        {skeletonRows.map((row, index) => (
          <tr className="pf-v6-c-table__tr" role="row" key={row}>
            {withChecks && <td className="pf-v6-c-table__td pf-v6-c-table__check" role="cell" />}
            {columns.map(({ key, header, align }) => (
              <td
                key={key}
                className={classes('pf-v6-c-table__td', align === 'end' && 'vs-end')}
                role="cell"
                data-label={header}
              >
                <Skeleton
                  width={`${40 + ((index * 17) % 40)}%`}
                  screenreaderText={index === 0 ? words.heard.loading : ''}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
