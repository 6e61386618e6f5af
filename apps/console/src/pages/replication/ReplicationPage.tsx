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

const MapTab = lazy(() => import('./MapTab.tsx'))

/** What is copied where, how far behind it is, and what is being sent now. */
export default function ReplicationPage() {
  const refusal = useRefusal()
  const [search] = useSearchParams()
  const appliance = search.get('appliance') ?? undefined
  return (
    <>
      <PageHeader
        title="Replication"
        actions={
          <>
            <ActionButton
              action={{ label: 'Add partner', to: paths.partnerAdd({ appliance }), refusal: refusal('partnerCreate') }}
            />
            <ActionButton
              variant="primary"
              action={{
                label: 'Replicate volumes',
                to: paths.replicate({ appliance }),
                refusal: refusal('relationshipCreate'),
              }}
            />
          </>
        }
      />
      <PageTabs
        label="Replication"
        tabs={[
          { id: 'relationships', title: 'Relationships', content: <RelationshipsTab appliance={appliance} /> },
          { id: 'sessions', title: 'Sessions', content: <SessionsTab appliance={appliance} /> },
          { id: 'partners', title: 'Partners', content: <PartnersTab appliance={appliance} /> },
          { id: 'map', title: 'Map', content: <MapTab appliance={appliance} /> },
        ]}
      />
    </>
  )
}
