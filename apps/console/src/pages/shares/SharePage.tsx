import { vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, refreshEvery, vsnap } from '../../api/queries.ts'
import { PageActions } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StaleNotice } from '../../components/StaleNotice.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { VolumeLink } from '../../components/related.tsx'
import { ShareFacts } from '../../components/ShareFacts.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useNavigate, useParams } from 'react-router'
import { shareActions } from './share-actions.ts'
import { words } from './words.ts'

const { page } = words

const ShareDialogs = lazy(() => import('./ShareDialogs.tsx'))

/** One share: who may reach it, and the line that mounts it. */
export default function SharePage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const read = useSuspenseQuery({
    ...vsnap(applianceId, 'shareView', view),
    refetchInterval: refreshEvery,
  })
  const { data: share, error } = read
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const refusal = useRefusal()
  const dialog = useDialog()
  const navigate = useNavigate()
  // Deleted by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'delete') throw error
  return (
    <>
      <PageHeader
        title={share.name}
        trail={[{ text: words.shares, to: paths.shares() }]}
        aside={
          <>
            <span className="vs-subtle">{share.share_type?.toUpperCase()}</span>
            <PageLink to={paths.appliance(applianceId)} className="vs-name">
              {appliance.name}
            </PageLink>
          </>
        }
        actions={
          <>
            <ApiCall applianceId={applianceId} call={vsnapCall('shareView', view)} />
            <PageActions name={share.name} actions={shareActions({ refusal, open: (name) => dialog.open(name) })} />
          </>
        }
      />
      <StaleNotice read={read} />
      <ShareFacts
        appliance={appliance}
        share={share}
        first={{
          [page.volume]:
            share.vol_id == null ? (
              <Nothing />
            ) : (
              <VolumeLink applianceId={applianceId} id={share.vol_id} tab="access" />
            ),
        }}
      />
      <Suspense>
        {dialog.name && (
          <ShareDialogs
            applianceId={applianceId}
            shareId={id}
            dialog={dialog}
            onDeleted={() => navigate(paths.shares({ appliance: applianceId }), { replace: true })}
          />
        )}
      </Suspense>
    </>
  )
}
