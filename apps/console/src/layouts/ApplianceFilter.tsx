import { bff } from '../api/queries.ts'
import { ChoiceMenu } from '../components/menu/ChoiceMenu.tsx'
import { paths } from '../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { words } from './words.tsx'

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
  const appliances = data?.appliances ?? []
  const chosen = search.get('appliance') ?? applianceId ?? all
  const choose = (value: string) => {
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
  const everything = appliances.length > 1 ? words.appliances.allOf(appliances.length) : words.appliances.all
  return (
    <ChoiceMenu
      label={words.appliances.appliance}
      choices={[{ value: all, text: everything }, ...appliances.map(({ id, name }) => ({ value: id, text: name }))]}
      chosen={chosen}
      onChoose={choose}
      className="vs-appliance-filter"
      aria-label={words.appliances.heard.chosen(name ?? everything)}
    >
      {name ?? everything}
    </ChoiceMenu>
  )
}
