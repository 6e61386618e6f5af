import { places, type Place } from '../components/places.ts'
import { PageLink } from '../components/PageLink.tsx'
import { ViewsNav } from './ViewsNav.tsx'
import { Nav, NavGroup, NavItem, NavList } from '@patternfly/react-core'
import { useLocation, useParams, useSearchParams } from 'react-router'

/** The navigation beside the page. The masthead's choice of appliance goes along from list to list. */
export function Navigation() {
  const { pathname } = useLocation()
  const { applianceId } = useParams()
  const [search] = useSearchParams()
  const isActive = ({ to, details }: Place) =>
    !search.has('view') && (pathname === to.split('?')[0] || details?.test(pathname) === true)
  const item = (place: Place) => (
    <NavItem key={place.text} isActive={isActive(place)}>
      <PageLink to={place.to} aria-current={isActive(place) ? 'page' : undefined}>
        {place.text}
      </PageLink>
    </NavItem>
  )
  return (
    <Nav aria-label="Console">
      {places(search.get('appliance') ?? applianceId).map((entry) =>
        'group' in entry ? (
          <NavGroup key={entry.group} title={entry.group} className="vs-nav-group">
            {entry.places.map(item)}
          </NavGroup>
        ) : (
          <NavList key={entry.text}>{item(entry)}</NavList>
        ),
      )}
      <ViewsNav />
    </Nav>
  )
}
