import { vsnap } from '../api/queries.ts'
import { CopyId } from '../ui/CopyId.tsx'
import { Facts } from '../ui/Facts.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Share } from '@vsnap/vsnap-api/share.ts'
import { Alert, Card, CardBody, CardTitle, Label, LabelGroup } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { mountLine, serviceHost, uncPath } from './mount-line.ts'
import { words } from './access-words.ts'

const { share: ofShare } = words

interface Props {
  readonly appliance: Appliance
  readonly share: Share
  /** Said before all else of the share. */
  readonly first: Readonly<Record<string, React.ReactNode>>
}

/** A share: who may reach it, and the line that mounts it on a client. */
export function ShareFacts({ appliance, share, first }: Props) {
  const { data: network, isPending } = useQuery(vsnap(appliance.id, 'networkList'))
  const isSmb = share.share_type === 'smb'
  const host = serviceHost(appliance.url, network?.networks, isSmb ? 'smb' : 'nfs')
  return (
    <div className="vs-cards">
      <Card component="section">
        <CardTitle component="h2">{isSmb ? ofShare.smb : ofShare.nfs}</CardTitle>
        <CardBody>
          <Facts
            columns={1}
            items={{
              ...first,
              ...(isSmb ? {} : clients(share)),
              [ofShare.id]: <CopyId value={share.id} what="share id" />,
              [ofShare.created]: <RelativeTime value={share.time_created} />,
              [ofShare.changed]: <RelativeTime value={share.time_updated} />,
            }}
          />
        </CardBody>
      </Card>
      {/* Until the interfaces are known, the line could name the wrong address. */}
      {!isPending && (
        <Card component="section">
          <CardTitle component="h2">{ofShare.onClient}</CardTitle>
          <CardBody>
            <Facts
              columns={1}
              items={{
                ...(isSmb ? { [ofShare.windows]: <CopyId value={uncPath(share, host)} what="path" whole /> } : {}),
                [isSmb ? ofShare.linux : ofShare.mount]: (
                  <CopyId value={mountLine(share, host)} what="mount line" whole />
                ),
              }}
            />
          </CardBody>
        </Card>
      )}
    </div>
  )
}

function clients({ share_options: options }: Share): Record<string, React.ReactNode> {
  const hosts = options?.allowed_hosts ?? []
  return {
    [ofShare.access]: options?.read_only === true ? ofShare.readOnly : ofShare.readAndWrite,
    [ofShare.allowedHosts]:
      hosts.length === 0 ? (
        <Alert variant="warning" isInline isPlain title={ofShare.nobody} />
      ) : (
        <LabelGroup aria-label={ofShare.allowedHosts} numLabels={12}>
          {hosts.map((host) => (
            <Label key={host} isCompact>
              {host === 'all' ? ofShare.everybody : host}
            </Label>
          ))}
        </LabelGroup>
      ),
  }
}
