import { Button } from '@patternfly/react-core'
import { LongArrowAltDownIcon, LongArrowAltUpIcon } from '@patternfly/react-icons'
import { ChoiceMenu } from '../menu/ChoiceMenu.tsx'
import { AllCheck } from './checks.tsx'
import type { Selection } from './selection.ts'
import { nextSort, type Column } from './table-rows.ts'
import { words } from './words.tsx'

interface CardToolsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: string | undefined
  readonly onSort: (sort: string) => void
  /** Of the rows of this page. */
  readonly keys: readonly string[]
  readonly selection: Selection | undefined
  /** What the box says that chooses all of them. */
  readonly selectAll: string
}

/** Where rows are cards there is no header to sort by and to choose all with: both stand above them. */
export function CardTools<Row>({ columns, sort, onSort, keys, selection, selectAll }: CardToolsProps<Row>) {
  const choices = columns.flatMap(({ key, header, value }) => (value ? [{ value: key, text: header }] : []))
  const descending = sort?.startsWith('-') ?? false
  const sorted = choices.find(({ value }) => value === sort?.replace(/^-/, ''))
  return (
    <div className="vs-card-tools">
      {selection && <AllCheck label={selectAll} keys={keys} selection={selection} isShown />}
      <div className="vs-sorting">
        <ChoiceMenu
          label={words.sort.sort}
          choices={choices}
          chosen={sorted?.value ?? ''}
          onChoose={(key) => onSort(descending ? `-${key}` : key)}
        >
          {sorted ? words.sort.by(sorted.text) : words.sort.sort}
        </ChoiceMenu>
        {sorted && (
          <Button
            variant="plain"
            aria-label={descending ? words.sort.heard.ascending : words.sort.heard.descending}
            icon={descending ? <LongArrowAltDownIcon /> : <LongArrowAltUpIcon />}
            onClick={() => onSort(descending ? sorted.value : nextSort(sort, sorted.value))}
          />
        )}
      </div>
    </div>
  )
}
