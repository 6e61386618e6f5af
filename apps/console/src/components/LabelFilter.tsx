import { bff } from '../api/queries.ts'
import { figure } from '../ui/plural.ts'
import { useQuery } from '@tanstack/react-query'
import { ChoiceMenu } from './menu/ChoiceMenu.tsx'
import { none, useSearchChoice } from './menu/use-search-choice.ts'
import { words } from './words.tsx'

const { labels } = words

/** Which appliances a page is about, by a label that they have. Nothing where no appliance has one. */
export function LabelFilter() {
  const { data } = useQuery(bff('applianceList'))
  const [chosen, choose] = useSearchChoice('label')
  const counts = new Map<string, number>(chosen === none ? [] : [[chosen, 0]])
  for (const label of data?.appliances.flatMap((appliance) => appliance.labels) ?? [])
    counts.set(label, (counts.get(label) ?? 0) + 1)
  if (counts.size === 0) return null
  const own = [...counts].sort(([a], [b]) => a.localeCompare(b))
  return (
    <ChoiceMenu
      label={labels.label}
      choices={[
        { value: none, text: labels.any },
        ...own.map(([value, count]) => ({
          value,
          text: (
            <>
              {value} <span className="vs-subtle">{figure(count)}</span>
            </>
          ),
        })),
      ]}
      chosen={chosen}
      onChoose={choose}
      {...(chosen === none ? {} : { 'aria-label': labels.heard.chosen(chosen) })}
    >
      {chosen === none ? labels.any : chosen}
    </ChoiceMenu>
  )
}
