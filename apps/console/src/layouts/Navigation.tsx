import { paths } from '../paths.ts'
import { PageLink } from '../components/PageLink.tsx'
import { Nav, NavGroup, NavItem, NavList } from '@patternfly/react-core'
import { useLocation, useParams, useSearchParams } from 'react-router'

interface Place {
  readonly text: string
  readonly to: string
  /** Which addresses belong to it, besides its own. */
  readonly details?: RegExp
}

/** The console's places, in their order; what is not built yet is not here. */
function places(
  appliance: string | undefined,
): readonly (Place | { readonly group: string; readonly places: readonly Place[] })[] {
  return [
    { text: 'Overview', to: paths.home(), details: /^\/unprotected\// },
    { text: 'Appliances', to: paths.appliances(), details: /^\/appliances\/[^/]+(\/initialize)?$/ },
    {
      group: 'Storage',
      places: [
        { text: 'Pools', to: paths.pools({ appliance }), details: /^\/(pools\/|appliances\/[^/]+\/pools\/)/ },
        { text: 'Volumes', to: paths.volumes({ appliance }), details: /^\/(volumes\/|appliances\/[^/]+\/volumes\/)/ },
        { text: 'Snapshots', to: paths.snapshots({ appliance }), details: /^\/appliances\/[^/]+\/snapshots\// },
        { text: 'Shares', to: paths.shares({ appliance }), details: /^\/(shares\/|appliances\/[^/]+\/shares\/)/ },
        { text: 'Hosts', to: paths.hosts({ appliance }), details: /^\/(hosts\/|appliances\/[^/]+\/hosts\/)/ },
      ],
    },
    {
      text: 'Replication',
      to: paths.replication({ appliance }),
      details: /^\/(replication\/|appliances\/[^/]+\/relationships\/)/,
    },
    {
      group: 'Activity',
      places: [
        { text: 'Tasks', to: paths.tasks(), details: /^\/tasks\// },
        { text: 'Alerts', to: paths.alerts() },
        { text: 'Audit', to: paths.audit({ appliance }) },
      ],
    },
    { text: 'Settings', to: paths.settings(), details: /^\/settings\// },
  ]
}

/** The navigation beside the page. The masthead's choice of appliance goes along from list to list. */
export function Navigation() {
  const { pathname } = useLocation()
  const { applianceId } = useParams()
  const [search] = useSearchParams()
  const isActive = ({ to, details }: Place) => pathname === to.split('?')[0] || details?.test(pathname) === true
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
    </Nav>
  )
}
