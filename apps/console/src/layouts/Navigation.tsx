import { places, type Place } from '../components/places.ts'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { NavEntries, NavEntry, NavSection } from './nav-parts.tsx'
import { ViewsNav } from './ViewsNav.tsx'
import { words } from './words.tsx'

/** The navigation beside the page. The masthead's choice of appliance goes along from list to list. */
export function Navigation() {
  const { pathname } = useLocation()
  const { applianceId } = useParams()
  const [search] = useSearchParams()
  const isActive = ({ to, details }: Place) =>
    !search.has('view') && (pathname === to.split('?')[0] || details?.test(pathname) === true)
  const entry = (place: Place) => (
    <NavEntry key={place.text} to={place.to} isActive={isActive(place)}>
      {place.text}
    </NavEntry>
  )
  return (
    <nav className="pf-v6-c-nav" aria-label={words.heard.console}>
      {places(search.get('appliance') ?? applianceId).map((each) =>
        'group' in each ? (
          <NavSection key={each.group} title={each.group}>
            {each.places.map(entry)}
          </NavSection>
        ) : (
          <NavEntries key={each.text}>{entry(each)}</NavEntries>
        ),
      )}
      <ViewsNav />
    </nav>
  )
}
