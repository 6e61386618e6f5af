import { useRefusal } from '../../api/person.ts'
import { ActionButton } from '../../components/actions.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageTabs } from '../../components/PageTabs.tsx'
import { paths } from '../../paths.ts'
import { lazy } from 'react'
import { useSearchParams } from 'react-router'
import { PartnersTab } from './PartnersTab.tsx'
import { RelationshipsTab } from './RelationshipsTab.tsx'
import { SessionsTab } from './SessionsTab.tsx'
import { words } from './words.tsx'

const { tabs } = words

const MapTab = lazy(() => import('./MapTab.tsx'))

/** What is copied where, how far behind it is, and what is being sent now. */
export default function ReplicationPage() {
  const refusal = useRefusal()
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  return (
    <>
      <PageHeader
        title={words.replication}
        actions={
          <>
            <ActionButton
              action={{
                label: words.actions.addPartner,
                to: paths.partnerAdd({ appliance }),
                refusal: refusal('partnerCreate'),
              }}
            />
            <ActionButton
              variant="primary"
              action={{
                label: words.actions.replicate,
                to: paths.replicate({ appliance }),
                refusal: refusal('relationshipCreate'),
              }}
            />
          </>
        }
      />
      <PageTabs
        label={words.replication}
        tabs={[
          { id: 'relationships', title: tabs.relationships, content: <RelationshipsTab appliance={appliance} /> },
          { id: 'sessions', title: tabs.sessions, content: <SessionsTab appliance={appliance} /> },
          { id: 'partners', title: tabs.partners, content: <PartnersTab appliance={appliance} /> },
          { id: 'map', title: tabs.map, content: <MapTab appliance={appliance} /> },
        ]}
      />
    </>
  )
}
