import { bff } from '../../api/queries.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { words } from './words.tsx'

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

interface Owner {
  readonly id: string
  readonly name: string
}

/** The appliance that a row says it is of; null: of the console itself. */
export const applianceOf = ({ appliance }: { readonly appliance: Owner | null }): Owner | null => appliance

/** The grouping that the address asks for, of rows that belong to appliances (none: to `other`). */
export function useGrouping<Row>(
  of: (row: Row) => Owner | null | undefined,
  other = words.group.anotherSystem,
): Grouping<Row> | undefined {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const group = search.get('group')
  return useMemo(() => {
    if (group === 'appliance') return { group, of: (row) => of(row)?.name ?? other, last: other }
    if (!group?.startsWith(byLabel)) return undefined
    const name = group.slice(byLabel.length)
    const last = words.group.without(name)
    const values = new Map(
      data?.appliances.map(({ id, labels }) => [
        id,
        labels.find((label) => label.startsWith(`${name}=`))?.slice(name.length + 1),
      ]),
    )
    return { group, of: (row) => values.get(of(row)?.id ?? '') ?? last, last }
  }, [group, data, of, other])
}

/** What rows that belong to appliances are grouped by; appliances themselves only by their labels. */
export type Groupable = 'appliance or label' | 'label'

/** What a list can be grouped by, and how that is called. */
export function groupChoices(
  labels: readonly string[],
  by: Groupable,
): readonly (readonly [group: string, text: string])[] {
  const names = new Set(labels.map((label) => label.split('=')[0] ?? ''))
  const choices = [...names].sort().map((name) => [`${byLabel}${name}`, words.group.byLabel(name)] as const)
  return by === 'label' ? choices : [['appliance', words.group.byAppliance], ...choices]
}

/** The appliances (ids) with the label that the address narrows the page to; undefined while it names none: all. */
export function useLabelled(): ReadonlySet<string> | undefined {
  const [search] = useSearchParams()
  const { data } = useQuery(bff('applianceList'))
  const label = search.get('label')
  return useMemo(
    () =>
      label === null
        ? undefined
        : new Set(data?.appliances.flatMap(({ id, labels }) => (labels.includes(label) ? id : []))),
    [data, label],
  )
}
