import { figure } from '../../ui/plural.ts'
import { Button } from '@patternfly/react-core'
import { inOrder, stateText, type StateFilter } from './table-rows.ts'

interface StateCountsProps<Row> {
  readonly filter: StateFilter<Row>
  /** What is counted, for people who cannot see it: `Counts by state`. */
  readonly label: string
  /** Rows of each state, as all the other filters leave them. */
  readonly counts: ReadonlyMap<string, number>
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** How many rows have each state; pressing one leaves only these, and once more all of them. */
export function StateCounts<Row>({ filter, label, counts, chosen, onChange }: StateCountsProps<Row>) {
  return (
    <fieldset aria-label={label} className="vs-choices">
      {inOrder(filter, counts).map(([state, count]) => (
        <Button
          key={state}
          size="sm"
          variant={chosen.includes(state) ? 'secondary' : 'tertiary'}
          aria-pressed={chosen.includes(state)}
          onClick={() => onChange(chosen.length === 1 && chosen[0] === state ? [] : [state])}
        >
          {stateText(filter, state)} <span className="vs-subtle">{figure(count)}</span>
        </Button>
      ))}
    </fieldset>
  )
}
