import { Badge, Button, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from '@patternfly/react-core'
import { ColumnsIcon, DownloadIcon, FilterIcon } from '@patternfly/react-icons'
import { FilterInput } from '../../ui/FilterInput.tsx'
import { figure } from '../../ui/plural.ts'
import { LabelFilter } from '../LabelFilter.tsx'
import { MenuButton } from '../menu/MenuButton.tsx'
import { GroupSelect } from './GroupSelect.tsx'
import type { Groupable } from './grouping.ts'
import { countWords, inOrder, stateText, type Column, type StateFilter, type TableState } from './table-rows.ts'
import type { TableChoice } from './table-choice.ts'
import { words, type ListName } from './words.tsx'

const { toolbar } = words

interface TableToolbarProps<Row> {
  readonly name: ListName
  readonly label: string
  readonly rows: readonly Row[] | undefined
  readonly columns: readonly Column<Row>[]
  readonly shown: readonly Column<Row>[]
  readonly hasLabels: boolean
  readonly groupable: Groupable | undefined
  readonly states: StateFilter<Row> | undefined
  readonly state: TableState
  readonly onChange: (change: Partial<TableState>) => void
  readonly choice: TableChoice
  readonly onChoice: (choice: TableChoice) => void
  /** Gives the person the list as a file. */
  readonly onSave: () => void
  /** Keeps what the list is asked. */
  readonly onView: (() => void) | undefined
  /** Shows the call behind the list. */
  readonly onApi: (() => void) | undefined
  readonly children?: React.ReactNode
}

/** What is above a list: text and state filter, the columns, and the page's own buttons. */
export function TableToolbar<Row>({
  name,
  label,
  rows,
  columns,
  shown,
  hasLabels,
  groupable,
  states,
  state,
  onChange,
  choice,
  onChoice,
  onSave,
  onView,
  onApi,
  children,
}: TableToolbarProps<Row>) {
  return (
    <Toolbar inset={{ default: 'insetNone' }} aria-label={words.of(name).filters}>
      <ToolbarContent>
        <ToolbarItem>
          <FilterInput label={words.of(name).filter ?? label} value={state.q} onChange={(q) => onChange({ q })} />
        </ToolbarItem>
        {states && (
          <ToolbarItem>
            <StateSelect
              filter={states}
              rows={rows ?? []}
              chosen={state.states}
              onChange={(chosen) => onChange({ states: chosen })}
            />
          </ToolbarItem>
        )}
        {hasLabels && (
          <ToolbarItem>
            <LabelFilter />
          </ToolbarItem>
        )}
        {groupable && (
          <ToolbarItem>
            <GroupSelect by={groupable} />
          </ToolbarItem>
        )}
        <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapNone' }}>
          <ToolbarItem>
            <Button
              variant="plain"
              aria-label={toolbar.exportCsv}
              title={toolbar.exportHint}
              icon={<DownloadIcon />}
              onClick={onSave}
            />
          </ToolbarItem>
          {onView && (
            <ToolbarItem>
              <Button variant="plain" onClick={onView}>
                {toolbar.saveView}
              </Button>
            </ToolbarItem>
          )}
          {onApi && (
            <ToolbarItem>
              <Button variant="plain" onClick={onApi}>
                {toolbar.api}
              </Button>
            </ToolbarItem>
          )}
          <ToolbarItem>
            <ColumnSelect columns={columns} shown={shown} choice={choice} onChoice={onChoice} />
          </ToolbarItem>
          {children && <ToolbarItem>{children}</ToolbarItem>}
        </ToolbarGroup>
      </ToolbarContent>
    </Toolbar>
  )
}

function StateSelect<Row>({
  filter,
  rows,
  chosen,
  onChange,
}: {
  filter: StateFilter<Row>
  rows: readonly Row[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  // What is chosen stays to be seen when no row has it any more.
  const counts = new Map([...chosen.map((state) => [state, 0] as const), ...countWords(rows, filter.of)])
  const entries = inOrder(filter, counts).map(([state, count]) => ({
    value: state,
    text: (
      <>
        {stateText(filter, state)} <span className="vs-subtle">{figure(count)}</span>
      </>
    ),
    isChosen: chosen.includes(state),
  }))
  return (
    <MenuButton
      kind="checks"
      parts={[{ label: filter.label, entries }]}
      onSelect={(state) =>
        onChange(chosen.includes(state) ? chosen.filter((other) => other !== state) : [...chosen, state])
      }
      icon={<FilterIcon />}
      badge={chosen.length > 0 ? <Badge isRead>{chosen.length}</Badge> : undefined}
    >
      {filter.label}
    </MenuButton>
  )
}

/** Among the keys of columns, none of which is empty. */
const density = ''

interface ColumnSelectProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly shown: readonly Column<Row>[]
  readonly choice: TableChoice
  readonly onChoice: (choice: TableChoice) => void
}

function ColumnSelect<Row>({ columns, shown, choice, onChoice }: ColumnSelectProps<Row>) {
  const keys = shown.map(({ key }) => key)
  const select = (value: string) => {
    if (value === density) onChoice({ ...choice, compact: !choice.compact })
    else onChoice({ ...choice, columns: keys.includes(value) ? keys.filter((key) => key !== value) : [...keys, value] })
  }
  return (
    <MenuButton
      kind="checks"
      parts={[
        {
          label: toolbar.columns,
          heading: toolbar.columns,
          entries: columns
            .slice(1)
            .map(({ key, header }) => ({ value: key, text: header, isChosen: keys.includes(key) })),
        },
        { label: toolbar.density, entries: [{ value: density, text: toolbar.compact, isChosen: choice.compact }] },
      ]}
      onSelect={select}
      atEnd
      variant="plain"
      aria-label={toolbar.columnsAndDensity}
      icon={<ColumnsIcon />}
    />
  )
}
