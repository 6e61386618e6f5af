import { vsnapCall } from '../../api/calls.ts'
import { errorKind } from '../../api/errors.ts'
import { useRefusal } from '../../api/person.ts'
import { bff, vsnap } from '../../api/queries.ts'
import { ActionMenu } from '../../components/actions.tsx'
import { ApiCall } from '../../components/ApiCall.tsx'
import { mountLine, serviceHost, uncPath } from '../../components/mount-line.ts'
import { PageHeader } from '../../components/PageHeader.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { useDialog } from '../../components/use-dialog.ts'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import { Alert, Card, CardBody, CardTitle, ClipboardCopy, Label, LabelGroup } from '@patternfly/react-core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { shareActions } from './share-actions.ts'

const ShareDialogs = lazy(() => import('./ShareDialogs.tsx'))

/** One share: who may reach it, and the line that mounts it. */
export default function SharePage() {
  const { applianceId = '', id = '' } = useParams()
  const view = { params: { id } }
  const { data: share, error } = useSuspenseQuery(vsnap(applianceId, 'shareView', view))
  const { data: appliance } = useSuspenseQuery(bff('applianceView', { params: { id: applianceId } }))
  const { data: network } = useQuery(vsnap(applianceId, 'networkList'))
  const { data: volumes } = useQuery(vsnap(applianceId, 'volumeList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  // Deleted by somebody else. (By this person: the dialog is still open, and leads to the list.)
  if (errorKind(error) === 'gone' && dialog.name !== 'delete') throw error
  const isSmb = share.share_type === 'smb'
  const host = serviceHost(appliance.url, network?.networks, isSmb ? 'smb' : 'nfs')
  const volume = volumes?.volumes.find((each) => each.id === share.vol_id)
  return (
    <>
      <PageHeader
        title={share.name}
        trail={[{ text: 'Shares', to: paths.shares() }]}
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
            <ActionMenu
              label={`Actions of ${share.name}`}
              toggle="Actions"
              actions={shareActions({ refusal, open: (name) => dialog.open(name) })}
            />
          </>
        }
      />
      <div className="vs-cards">
        <Card component="section">
          <CardTitle component="h2">Share</CardTitle>
          <CardBody>
            <Facts
              columns={1}
              items={{
                Volume:
                  share.vol_id == null ? (
                    <Nothing />
                  ) : (
                    <PageLink to={paths.volume(applianceId, share.vol_id, { tab: 'access' })} className="vs-name">
                      {volume?.name ?? share.vol_id}
                    </PageLink>
                  ),
                ...(isSmb ? {} : access(share)),
                Id: <CopyId value={share.id} what="share id" />,
                Created: <RelativeTime value={share.time_created} />,
                Changed: <RelativeTime value={share.time_updated} />,
              }}
            />
          </CardBody>
        </Card>
        <Card component="section">
          <CardTitle component="h2">On a client</CardTitle>
          <CardBody>
            <div className="vs-stack">
              {isSmb && <Line label="Windows" text={uncPath(share, host)} />}
              <Line label={isSmb ? 'Linux, as root' : 'Mount it, as root'} text={mountLine(share, host)} />
            </div>
          </CardBody>
        </Card>
      </div>
      <Suspense>{dialog.name && <ShareDialogs applianceId={applianceId} shareId={id} dialog={dialog} />}</Suspense>
    </>
  )
}

function access({ share_options: options }: Share): Record<string, React.ReactNode> {
  const hosts = options?.allowed_hosts ?? []
  return {
    Access: options?.read_only === true ? 'read only' : 'read and write',
    'Allowed hosts':
      hosts.length === 0 ? (
        <Alert variant="warning" isInline isPlain title="Nobody can reach this share: it allows no hosts." />
      ) : (
        <LabelGroup aria-label="Allowed hosts" numLabels={12}>
          {hosts.map((each) => (
            <Label key={each} isCompact>
              {each === 'all' ? 'all: everybody' : each}
            </Label>
          ))}
        </LabelGroup>
      ),
  }
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <h3 className="vs-label">{label}</h3>
      <ClipboardCopy isCode isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel={label}>
        {text}
      </ClipboardCopy>
    </div>
  )
}
