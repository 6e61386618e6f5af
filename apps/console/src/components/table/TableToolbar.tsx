import {
  Badge,
  Button,
  Divider,
  MenuToggle,
  SearchInput,
  Select,
  SelectGroup,
  SelectList,
  SelectOption,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
  Tooltip,
} from '@patternfly/react-core'
import { ColumnsIcon, DownloadIcon, FilterIcon } from '@patternfly/react-icons'
import { useState } from 'react'
import { LabelFilter } from '../LabelFilter.tsx'
import { GroupSelect } from './GroupSelect.tsx'
import type { Column, StateFilter, TableState } from './table-rows.ts'
import type { TableChoice } from './table-choice.ts'

interface TableToolbarProps<Row> {
  readonly label: string
  readonly rows: readonly Row[] | undefined
  readonly columns: readonly Column<Row>[]
  readonly shown: readonly Column<Row>[]
  readonly hasLabels: boolean
  readonly canGroup: boolean
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
  label,
  rows,
  columns,
  shown,
  hasLabels,
  canGroup,
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
    <Toolbar inset={{ default: 'insetNone' }} aria-label={`Filters of ${label}`}>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label={`Filter ${label.toLowerCase()}`}
            placeholder="Filter"
            value={state.q}
            onChange={(_, q) => onChange({ q })}
            onClear={() => onChange({ q: '' })}
          />
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
        {canGroup && (
          <ToolbarItem>
            <GroupSelect />
          </ToolbarItem>
        )}
        <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapNone' }}>
          <ToolbarItem>
            <Tooltip content="Export as CSV, as filtered and sorted">
              <Button variant="plain" aria-label="Export as CSV" icon={<DownloadIcon />} onClick={onSave} />
            </Tooltip>
          </ToolbarItem>
          {onView && (
            <ToolbarItem>
              <Button variant="plain" onClick={onView}>
                Save view
              </Button>
            </ToolbarItem>
          )}
          {onApi && (
            <ToolbarItem>
              <Button variant="plain" onClick={onApi}>
                API
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
  const [open, setOpen] = useState(false)
  const counts = new Map<string, number>(chosen.map((state) => [state, 0]))
  for (const row of rows) counts.set(filter.of(row), (counts.get(filter.of(row)) ?? 0) + 1)
  const toggle = (state: string) =>
    onChange(chosen.includes(state) ? chosen.filter((other) => other !== state) : [...chosen, state])
  return (
    <Select
      role="menu"
      isOpen={open}
      onOpenChange={setOpen}
      selected={chosen}
      onSelect={(_, value) => toggle(String(value))}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          icon={<FilterIcon />}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          badge={chosen.length > 0 ? <Badge isRead>{chosen.length}</Badge> : undefined}
        >
          {filter.label}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={filter.label}>
        {[...counts]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([state, count]) => (
            <SelectOption key={state} value={state} hasCheckbox isSelected={chosen.includes(state)}>
              {state} <span className="vs-subtle">{count}</span>
            </SelectOption>
          ))}
      </SelectList>
    </Select>
  )
}

interface ColumnSelectProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly shown: readonly Column<Row>[]
  readonly choice: TableChoice
  readonly onChoice: (choice: TableChoice) => void
}

function ColumnSelect<Row>({ columns, shown, choice, onChoice }: ColumnSelectProps<Row>) {
  const [open, setOpen] = useState(false)
  const keys = shown.map(({ key }) => key)
  const select = (value: string) => {
    if (value === ' density') onChoice({ ...choice, compact: !choice.compact })
    else onChoice({ ...choice, columns: keys.includes(value) ? keys.filter((key) => key !== value) : [...keys, value] })
  }
  return (
    <Select
      role="menu"
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_, value) => select(String(value))}
      popperProps={{ position: 'right', preventOverflow: true }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          aria-label="Columns and density"
          icon={<ColumnsIcon />}
          isExpanded={open}
          onClick={() => setOpen(!open)}
        />
      )}
    >
      <SelectGroup label="Columns">
        <SelectList aria-label="Columns">
          {columns.slice(1).map(({ key, header }) => (
            <SelectOption key={key} value={key} hasCheckbox isSelected={keys.includes(key)}>
              {header}
            </SelectOption>
          ))}
        </SelectList>
      </SelectGroup>
      <Divider />
      <SelectList aria-label="Density">
        <SelectOption value=" density" hasCheckbox isSelected={choice.compact}>
          Compact rows
        </SelectOption>
      </SelectList>
    </Select>
  )
}
