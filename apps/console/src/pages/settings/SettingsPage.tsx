import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageTabs } from '../../components/PageTabs.tsx'
import { paths } from '../../paths.ts'
import { AboutTab } from './AboutTab.tsx'
import { AlertRulesTab } from './AlertRulesTab.tsx'
import { NotificationsTab } from './NotificationsTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { TokensTab } from './TokensTab.tsx'

/** The console itself: who may use it, and what it is. */
export default function SettingsPage() {
  return (
    <>
      <PageHeader
        title="Settings"
        actions={<ActionButton action={{ label: 'API reference', to: paths.apiReference() }} />}
      />
      <PageTabs
        label="Settings"
        tabs={[
          { id: 'people', title: 'People', content: <PeopleTab /> },
          { id: 'alerts', title: 'Alerts', content: <AlertRulesTab /> },
          { id: 'notifications', title: 'Notifications', content: <NotificationsTab /> },
          { id: 'tokens', title: 'API tokens', content: <TokensTab /> },
          { id: 'about', title: 'About', content: <AboutTab /> },
        ]}
      />
    </>
  )
}
