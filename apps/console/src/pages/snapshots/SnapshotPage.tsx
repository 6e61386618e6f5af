import { vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { PageActions } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { useClones } from '../../components/dialogs/use-clones.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StaleNotice } from '../../components/StaleNotice.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { VolumeLinks } from '../../components/related.tsx'
import { useArrivals } from '../../components/replication/use-arrivals.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { exactTime } from '../../ui/time.ts'
import { Card, CardBody, CardTitle } from '@patternfly/react-core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useNavigate, useParams } from 'react-router'
import { snapshotActions } from './snapshot-actions.ts'
import { words } from './words.ts'

const { page } = words

const DeleteSnapshot = lazy(() =>
  import('../../components/dialogs/DeleteSnapshot.tsx').then((module) => ({ default: module.DeleteSnapshot })),
)

/** One snapshot: of what, when, what it takes, and what was made of it. */
export default function SnapshotPage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'snapshotView', view),
    refetchInterval: refreshEvery,
  })
  const { data: snapshot, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const { clones, error: unread } = useClones(applianceId, id)
  const { data: replication } = useQuery(vsnap(applianceId, 'relationshipList'))
  const arrivals = useArrivals(applianceId, snapshot.parent_id)
  const refusal = useRefusal()
  const navigate = useNavigate()
  const dialog = useDialog()
  // Deleted by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'delete') throw error
  const { parent_id: parent, pool_id: pool } = snapshot
  return (
    <>
      <PageHeader
        title={snapshot.name}
        trail={[{ text: words.snapshots, to: paths.snapshots() }]}
        aside={
          <PageLink to={paths.appliance(applianceId)} className="vs-name">
            {appliance.name}
          </PageLink>
        }
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('snapshotView', view)} />
            <PageActions
              name={snapshot.name}
              actions={snapshotActions(snapshot, {
                applianceId,
                refusal,
                open: (name) => dialog.open(name),
                clones,
                relationships: replication?.relationships,
              })}
            />
          </>
        }
      />
      <StaleNotice read={read} />
      <div className="vs-cards">
        <Card component="section">
          <CardTitle component="h2">{page.snapshot}</CardTitle>
          <CardBody>
            <Facts
              columns={1}
              items={{
                ...(arrivals
                  ? {
                      [page.madeOn(arrivals.home)]: <Time value={arrivals.made(id)} />,
                      [page.arrived]: <Time value={snapshot.time_created} />,
                    }
                  : { [page.taken]: <Time value={snapshot.time_created} /> }),
                [page.spaceOfItsOwn]: <Bytes value={snapshot.size_used} />,
                [page.id]: <CopyId value={snapshot.id} what="snapshot id" />,
                [page.version]: snapshot.version_id ? (
                  <CopyId value={snapshot.version_id} what="version id" whole />
                ) : (
                  <Nothing />
                ),
              }}
            />
          </CardBody>
        </Card>
        <Card component="section">
          <CardTitle component="h2">{page.related}</CardTitle>
          <CardBody>
            <Facts
              columns={1}
              items={{
                [page.volume]:
                  parent == null ? (
                    <Nothing />
                  ) : (
                    <PageLink to={paths.volume(applianceId, parent, { tab: 'snapshots' })} className="vs-name">
                      {snapshot.parent_name ?? parent}
                    </PageLink>
                  ),
                [page.pool]:
                  pool == null ? (
                    <Nothing />
                  ) : (
                    <PageLink to={paths.pool(applianceId, pool)} className="vs-name">
                      {snapshot.pool_name ?? pool}
                    </PageLink>
                  ),
                [page.clones]: (
                  <VolumeLinks applianceId={applianceId} volumes={clones} none={page.noClones} error={unread} />
                ),
              }}
            />
          </CardBody>
        </Card>
      </div>
      <Suspense>
        {dialog.name === 'delete' && (
          <DeleteSnapshot
            applianceId={applianceId}
            snapshotId={id}
            onClose={dialog.close}
            onDeleted={() => navigate(paths.snapshots({ appliance: applianceId }), { replace: true })}
          />
        )}
      </Suspense>
    </>
  )
}

function Time({ value }: { value: number | null | undefined }) {
  if (value == null) return <Nothing why={page.timeUnknown} />
  return (
    <>
      <RelativeTime value={value} />
      <span className="vs-subtle">, {exactTime(value)}</span>
    </>
  )
}
