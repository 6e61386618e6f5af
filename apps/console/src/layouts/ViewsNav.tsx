import { bff } from '../api/queries.ts'
import { paths } from '../paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearchParams } from 'react-router'
import { NavEntry, NavSection } from './nav-parts.tsx'
import { words } from './words.tsx'

/** Views that lead straight from the navigation; of many the rest is on their page. */
const most = 8

/** The person's views, and those that are shared. Nothing while there is none: the first one is made in a list. */
export function ViewsNav() {
  const { data } = useQuery(bff('viewList'))
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  if (!data || data.total === 0) return null
  return (
    <NavSection title={words.views.views}>
      {data.views.slice(0, most).map(({ id, name }) => (
        <NavEntry key={id} to={paths.view(id)} isActive={search.get('view') === id}>
          {name}
        </NavEntry>
      ))}
      <NavEntry to={paths.views()} isActive={pathname === paths.views()}>
        {words.views.all}
      </NavEntry>
    </NavSection>
  )
}
