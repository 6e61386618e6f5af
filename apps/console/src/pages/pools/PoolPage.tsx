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
import { DisksTab } from './DisksTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { poolActions } from './pool-actions.ts'
import { PoolState } from './PoolState.tsx'
import { SettingsTab } from './SettingsTab.tsx'
import { VolumesTab } from './VolumesTab.tsx'
import { words } from './page-words.tsx'

const { tabs } = words

// Forms load when one is opened.
const PoolDialogs = lazy(() => import('./PoolDialogs.tsx'))
const HistoryTab = lazy(() => import('./HistoryTab.tsx'))

/** One pool of one appliance. */
export default function PoolPage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'poolView', view),
    refetchInterval: refreshEvery,
  })
  const { data: pool, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const disks = useQuery(vsnap(applianceId, 'diskList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  // Deleted by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'delete') throw error
  const actions = poolActions(pool, {
    applianceId,
    refusal,
    open: (name) => dialog.open(name),
    detail: { pool, disks: disks.data?.disks },
  })
  const place = { applianceId, pool }
  return (
    <>
      <PageHeader
        title={pool.name}
        trail={[{ text: words.pools, to: paths.pools() }]}
        aside={
          <>
            <PoolState pool={pool} />
            <PageLink to={paths.appliance(applianceId)} className="vs-name">
              {appliance.name}
            </PageLink>
          </>
        }
        actions={
          <>
            <ApiCall
              applianceId={applianceId}
              call={vsnapCall('poolView', view)}
              tabs={{
                disks: [vsnapCall('diskList', {})],
                volumes: [vsnapCall('volumeList', {})],
                history: [
                  consoleCall('historyPool', { params: { appliance: applianceId, pool: id }, query: { step: 86_400 } }),
                ],
              }}
            />
            <PageActions name={pool.name} actions={Object.values(actions)} />
          </>
        }
      />
      <StaleNotice read={read} />
      <PageTabs
        label={pool.name}
        tabs={[
          { id: 'overview', title: tabs.overview, content: <OverviewTab {...place} disks={disks.data?.disks} /> },
          { id: 'disks', title: tabs.disks, content: <DisksTab pool={pool} disks={disks} actions={actions} /> },
          { id: 'volumes', title: tabs.volumes, content: <VolumesTab {...place} /> },
          { id: 'history', title: tabs.history, content: <HistoryTab {...place} /> },
          { id: 'settings', title: tabs.settings, content: <SettingsTab pool={pool} actions={actions} /> },
        ]}
      />
      <Suspense>{dialog.name && <PoolDialogs applianceId={applianceId} poolId={id} dialog={dialog} />}</Suspense>
    </>
  )
}
