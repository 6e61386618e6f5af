import { bff } from '../../api/queries.ts'
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { groupChoices } from './grouping.ts'

const none = ''

/** What the rows of a list are grouped by: their appliance, or a label of it. */
export function GroupSelect() {
  const { data } = useQuery(bff('applianceList'))
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState(false)
  const chosen = search.get('group') ?? none
  const choices = groupChoices(data?.appliances.flatMap(({ labels }) => labels) ?? [])
  const name = choices.find(([group]) => group === chosen)?.[1]
  const select = (group: string) => {
    setOpen(false)
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete('page')
        if (group === none) next.delete('group')
        else next.set('group', group)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      selected={chosen}
      onSelect={(_, value) => select(String(value))}
      isScrollable
      toggle={(ref) => (
        <MenuToggle ref={ref} isExpanded={open} onClick={() => setOpen(!open)}>
          {name ? `By ${name}` : 'Not grouped'}
        </MenuToggle>
      )}
    >
      <SelectList aria-label="Group by">
        <SelectOption value={none}>Not grouped</SelectOption>
        {choices.map(([group, each]) => (
          <SelectOption key={group} value={group}>
            By {each}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  )
}
