import { bff } from '../../api/queries.ts'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'

/** How the rows of a list stand together. */
export interface Grouping<Row> {
  /** As the address and the API have it: `appliance`, `label:site`. */
  readonly group: string
  /** The heading under which a row stands. */
  readonly of: (row: Row) => string
  /** The heading of what lacks the label: it comes last. */
  readonly last: string
}

const byLabel = 'label:'

/** The grouping that the address asks for, of rows that belong to appliances. */
export function useGrouping<Row extends { appliance: { id: string; name: string } }>(): Grouping<Row> | undefined {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const group = search.get('group')
  if (group === 'appliance') return { group, of: ({ appliance }) => appliance.name, last: '' }
  if (!group?.startsWith(byLabel)) return undefined
  const name = group.slice(byLabel.length)
  const last = `No ${name}`
  const values = new Map(
    data?.appliances.map(({ id, labels }) => [
      id,
      labels.find((label) => label.startsWith(`${name}=`))?.slice(name.length + 1),
    ]),
  )
  return { group, of: ({ appliance }) => values.get(appliance.id) ?? last, last }
}

/** What a list can be grouped by, and how that is called. */
export function groupChoices(labels: readonly string[]): readonly (readonly [group: string, name: string])[] {
  const names = new Set(labels.map((label) => label.split('=')[0] ?? ''))
  return [['appliance', 'appliance'], ...[...names].sort().map((name) => [`${byLabel}${name}`, name] as const)]
}
