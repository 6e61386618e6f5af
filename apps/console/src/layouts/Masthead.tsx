import { useEventsLost } from '../api/events.ts'
import { paths } from '../paths.ts'
import { StateLabel } from '../ui/StateLabel.tsx'
import {
  Masthead as PfMasthead,
  MastheadBrand,
  MastheadContent,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core'
import { PageLink } from '../components/PageLink.tsx'
import { ApplianceFilter } from './ApplianceFilter.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { RunningTasks } from './RunningTasks.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { ThemeMenu } from './ThemeMenu.tsx'
import { words } from './words.tsx'

/** The bar above everything. */
export function Masthead({ isNavigationOpen, onNavigation }: { isNavigationOpen: boolean; onNavigation: () => void }) {
  const isLost = useEventsLost()
  return (
    <PfMasthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            isHamburgerButton
            aria-label={words.heard.navigation}
            isSidebarOpen={isNavigationOpen}
            onSidebarToggle={onNavigation}
          />
        </MastheadToggle>
        <MastheadBrand>
          <PageLink to={paths.home()} className="vs-product">
            {words.product}
          </PageLink>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isFullHeight isStatic aria-label={words.heard.console}>
          <ToolbarContent>
            <ToolbarItem>
              <ApplianceFilter />
            </ToolbarItem>
            <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapSm' }}>
              <ToolbarItem>
                <RunningTasks />
              </ToolbarItem>
              <ToolbarItem>
                <output>{isLost && <StateLabel meaning="warning">{words.updatesLate}</StateLabel>}</output>
              </ToolbarItem>
              <ToolbarItem>
                <Shortcuts />
              </ToolbarItem>
              <ToolbarItem>
                <ThemeMenu />
              </ToolbarItem>
              <ToolbarItem>
                <PersonMenu />
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </PfMasthead>
  )
}
