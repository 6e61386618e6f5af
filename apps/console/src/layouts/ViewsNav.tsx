import { bff } from '../api/queries.ts'
import { PageLink } from '../components/PageLink.tsx'
import { paths } from '../paths.ts'
import { NavGroup, NavItem } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearchParams } from 'react-router'

/** Views that lead straight from the navigation; of many the rest is on their page. */
const most = 8

/** The person's views, and those that are shared. Nothing while there is none: the first one is made in a list. */
export function ViewsNav() {
  const { data } = useQuery(bff('viewList'))
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  if (!data || data.total === 0) return null
  const item = (text: string, to: string, isActive: boolean) => (
    <NavItem key={to} isActive={isActive}>
      <PageLink to={to} aria-current={isActive ? 'page' : undefined} className="vs-break">
        {text}
      </PageLink>
    </NavItem>
  )
  return (
    <NavGroup title="Views" className="vs-nav-group">
      {data.views.slice(0, most).map(({ id, name }) => item(name, paths.view(id), search.get('view') === id))}
      {item('All views', paths.views(), pathname === paths.views())}
    </NavGroup>
  )
}
