import { PageHeader } from '../../components/PageHeader.tsx'
import { PageTabs } from '../../components/PageTabs.tsx'
import { AboutTab } from './AboutTab.tsx'
import { PeopleTab } from './PeopleTab.tsx'

/** The console itself: who may use it, and what it is. */
export default function SettingsPage() {
  return (
    <>
      <PageHeader title="Settings" />
      <PageTabs
        label="Settings"
        tabs={[
          { id: 'people', title: 'People', content: <PeopleTab /> },
          { id: 'about', title: 'About', content: <AboutTab /> },
        ]}
      />
    </>
  )
}
