import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageTabs } from '../../components/PageTabs.tsx'
import { paths } from '../../paths.ts'
import { AboutTab } from './AboutTab.tsx'
import { AlertRulesTab } from './AlertRulesTab.tsx'
import { NotificationsTab } from './NotificationsTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'
import { TokensTab } from './TokensTab.tsx'
import { words } from './words.ts'

/** The console itself: who may use it, and what it is. */
export default function SettingsPage() {
  return (
    <>
      <PageHeader
        title={words.settings}
        actions={<ActionButton action={{ label: words.apiReference, to: paths.apiReference() }} />}
      />
      <PageTabs
        label={words.settings}
        tabs={[
          { id: 'people', title: words.tabs.people, content: <PeopleTab /> },
          { id: 'alerts', title: words.tabs.alerts, content: <AlertRulesTab /> },
          { id: 'notifications', title: words.tabs.notifications, content: <NotificationsTab /> },
          { id: 'tokens', title: words.tabs.tokens, content: <TokensTab /> },
          { id: 'about', title: words.tabs.about, content: <AboutTab /> },
        ]}
      />
    </>
  )
}
