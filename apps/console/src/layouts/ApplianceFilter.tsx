import { bff } from '../api/queries.ts'
import { paths } from '../paths.ts'
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'

const all = ''
/** Lists about the whole fleet, which the filter narrows. */
const lists: readonly string[] = [
  paths.pools(),
  paths.volumes(),
  paths.snapshots(),
  paths.shares(),
  paths.hosts(),
  paths.audit(),
]

/** Which appliance the lists are about. On the pages of one appliance it leads to another one. */
export function ApplianceFilter() {
  const { data } = useQuery(bff('applianceList'))
  const { pathname } = useLocation()
  const { applianceId } = useParams()
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const appliances = data?.appliances ?? []
  const chosen = search.get('appliance') ?? applianceId ?? all
  const select = (value: string) => {
    setOpen(false)
    if (!lists.includes(pathname)) {
      void navigate(value === all ? paths.appliances() : paths.appliance(value))
      return
    }
    setSearch((current) => {
      const next = new URLSearchParams(current)
      next.delete('page')
      if (value === all) next.delete('appliance')
      else next.set('appliance', value)
      return next
    })
  }
  const name = appliances.find(({ id }) => id === chosen)?.name
  const everything = appliances.length > 1 ? `All ${appliances.length} appliances` : 'All appliances'
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      selected={chosen}
      onSelect={(_, value) => select(String(value))}
      isScrollable
      maxMenuHeight="60vh"
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          className="vs-appliance-filter"
          aria-label={`Appliance: ${name ?? everything}`}
        >
          {name ?? everything}
        </MenuToggle>
      )}
    >
      <SelectList aria-label="Appliance">
        <SelectOption value={all}>{everything}</SelectOption>
        {appliances.map((appliance) => (
          <SelectOption key={appliance.id} value={appliance.id}>
            {appliance.name}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  )
}
