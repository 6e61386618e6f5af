import { bff } from '../api/queries.ts'
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

const any = ''

/** Which appliances a page is about, by a label that they have. Nothing where no appliance has one. */
export function LabelFilter() {
  const { data } = useQuery(bff('applianceList'))
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState(false)
  const chosen = search.get('label') ?? any
  const counts = new Map<string, number>(chosen === any ? [] : [[chosen, 0]])
  for (const label of data?.appliances.flatMap(({ labels }) => labels) ?? [])
    counts.set(label, (counts.get(label) ?? 0) + 1)
  if (counts.size === 0) return null
  const select = (label: string) => {
    setOpen(false)
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete('page')
        if (label === any) next.delete('label')
        else next.set('label', label)
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
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          {...(chosen === any ? {} : { 'aria-label': `Label: ${chosen}` })}
        >
          {chosen === any ? 'Any label' : chosen}
        </MenuToggle>
      )}
    >
      <SelectList aria-label="Label">
        <SelectOption value={any}>Any label</SelectOption>
        {[...counts]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([label, count]) => (
            <SelectOption key={label} value={label}>
              {label} <span className="vs-subtle">{count}</span>
            </SelectOption>
          ))}
      </SelectList>
    </Select>
  )
}
