import { consoleCall, vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { PageActions } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StaleNotice } from '../../components/StaleNotice.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { PageTabs } from '../../components/PageTabs.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { AccessTab } from './AccessTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { words } from './page-words.tsx'
import { deletionOf, useRelations } from './relations.ts'
import { SettingsTab } from './SettingsTab.tsx'
import { SnapshotsTab } from './SnapshotsTab.tsx'
import { volumeActions } from './volume-actions.ts'
import { kindText } from './volume-columns.tsx'
import './volume.css'

const { tabs } = words

// Forms load when one is opened, and the tabs that ask for more than the volume.
const VolumeDialogs = lazy(() => import('./VolumeDialogs.tsx'))
const HistoryTab = lazy(() => import('./HistoryTab.tsx'))
const ReplicationTab = lazy(() => import('./ReplicationTab.tsx'))

/** One volume of one appliance. */
export default function VolumePage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'volumeView', view),
    refetchInterval: refreshEvery,
  })
  const { data: volume, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const relations = useRelations(applianceId, volume)
  const { data: replication, error: unreplicated } = useQuery(vsnap(applianceId, 'relationshipList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  // Deleted by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'delete') throw error
  const actions = volumeActions(volume, {
    applianceId,
    refusal,
    open: (name) => dialog.open(name),
    deletion: relations.data && deletionOf(volume, relations.data),
    relationships: replication?.relationships,
  })
  const place = { applianceId, volume }
  return (
    <>
      <PageHeader
        title={volume.name}
        trail={[{ text: words.volumes, to: paths.volumes() }]}
        aside={
          <>
            <span className="vs-subtle">{kindText(volume)}</span>
            <PageLink to={paths.appliance(applianceId)} className="vs-name">
              {appliance.name}
            </PageLink>
          </>
        }
        actions={
          <>
            <ApiCall
              applianceId={applianceId}
              call={vsnapCall('volumeView', view)}
              tabs={{
                snapshots: [vsnapCall('volumeSnapshotList', view)],
                access:
                  volume.share_id == null
                    ? (volume.host_ids ?? []).map((host) => vsnapCall('hostView', { params: { id: host } }))
                    : [vsnapCall('shareView', { params: { id: volume.share_id } })],
                replication: [vsnapCall('volumeRelationshipList', view)],
                history: [
                  consoleCall('historyVolume', {
                    params: { appliance: applianceId, volume: id },
                    query: { step: 86_400 },
                  }),
                ],
              }}
            />
            <PageActions name={volume.name} actions={Object.values(actions)} />
          </>
        }
      />
      <StaleNotice read={read} />
      <PageTabs
        label={volume.name}
        tabs={[
          {
            id: 'overview',
            title: tabs.overview,
            content: (
              <OverviewTab
                {...place}
                relations={relations.data}
                unread={relations.error}
                replication={{ data: replication?.relationships, error: unreplicated }}
              />
            ),
          },
          {
            id: 'snapshots',
            title: tabs.snapshots,
            content: (
              <SnapshotsTab
                {...place}
                relations={relations}
                relationships={replication?.relationships}
                create={actions.snapshot}
              />
            ),
          },
          {
            id: 'access',
            title: tabs.access,
            content: <AccessTab {...place} appliance={appliance} create={actions.access} />,
          },
          {
            id: 'replication',
            title: tabs.replication,
            content: <ReplicationTab {...place} hanging={relations.data} relationships={replication?.relationships} />,
          },
          { id: 'history', title: tabs.history, content: <HistoryTab {...place} /> },
          { id: 'settings', title: tabs.settings, content: <SettingsTab volume={volume} actions={actions} /> },
        ]}
      />
      <Suspense>{dialog.name && <VolumeDialogs applianceId={applianceId} volumeId={id} dialog={dialog} />}</Suspense>
    </>
  )
}
