import { bff } from '../../api/queries.ts'
import { useQuery } from '@tanstack/react-query'
import { ChoiceMenu } from '../menu/ChoiceMenu.tsx'
import { none, useSearchChoice } from '../menu/use-search-choice.ts'
import { groupChoices, type Groupable } from './grouping.ts'
import { words } from './words.tsx'

/** What the rows of a list are grouped by: their appliance, or a label of it. Nothing where there is no choice. */
export function GroupSelect({ by }: { by: Groupable }) {
  const { data } = useQuery(bff('applianceList'))
  const [chosen, choose] = useSearchChoice('group')
  const groups = groupChoices(data?.appliances.flatMap(({ labels }) => labels) ?? [], by)
  if (groups.length === 0) return null
  const choices = [{ value: none, text: words.group.notGrouped }, ...groups.map(([value, text]) => ({ value, text }))]
  return (
    <ChoiceMenu label={words.group.by} choices={choices} chosen={chosen} onChoose={choose}>
      {(choices.find(({ value }) => value === chosen) ?? choices[0])?.text}
    </ChoiceMenu>
  )
}
