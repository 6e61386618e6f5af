import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import type { Relationship } from '@vsnap/vsnap-api/relationship.ts'
import type { Volume } from '@vsnap/vsnap-api/volume.ts'
import { Card, CardBody, CardTitle } from '@patternfly/react-core'
import { CloneTree } from './CloneTree.tsx'
import { words } from './page-words.tsx'
import type { Relations } from './relations.ts'
import { HostLink, Origin, RelationshipLinks, ShareLink, VolumeLink, VolumeLinks } from '../../components/related.tsx'

const { overview } = words

interface Props {
  readonly applianceId: string
  readonly volume: Volume
  /** Undefined while they are looked for. */
  readonly relations: Relations | undefined
  /** Why they cannot be read. */
  readonly unread: Error | null
  /** Those of the appliance; `data` undefined while they are read. */
  readonly replication: { readonly data: readonly Relationship[] | undefined; readonly error: Error | null }
}

/** What a volume is, and what it belongs together with. */
export function OverviewTab({ applianceId, volume, relations, unread, replication }: Props) {
  return (
    <div className="vs-cards">
      <Card component="section">
        <CardTitle component="h2">{overview.volume}</CardTitle>
        <CardBody>
          <Facts columns={1} items={{ ...sizes(volume), ...identity(volume) }} />
        </CardBody>
      </Card>
      <Card component="section">
        <CardTitle component="h2">{overview.related}</CardTitle>
        <CardBody>
          <Facts
            columns={1}
            items={{
              [overview.pool]:
                volume.pool_id == null ? (
                  <Nothing />
                ) : (
                  <PageLink to={paths.pool(applianceId, volume.pool_id)} className="vs-name">
                    {volume.pool_name ?? volume.pool_id}
                  </PageLink>
                ),
              ...upwards(applianceId, volume),
              ...downwards(applianceId, volume, relations, unread),
              ...access(applianceId, volume),
              [overview.relationship]: (
                <RelationshipLinks
                  applianceId={applianceId}
                  relationships={replication.data?.filter(({ local_vol_id: id }) => id === volume.id)}
                  none={overview.notReplicated}
                  error={replication.error}
                />
              ),
            }}
          />
        </CardBody>
      </Card>
      {relations && relations.clones.length > 0 && (
        <Card component="section">
          <CardTitle component="h2">{overview.clones}</CardTitle>
          <CardBody>
            <CloneTree applianceId={applianceId} relations={relations} />
          </CardBody>
        </Card>
      )}
    </div>
  )
}

type Items = Record<string, React.ReactNode>

function sizes({ volume_type: kind, size_total: total, size_used: used, size_free: free }: Volume): Items {
  if (kind === 'filebackedlun') return { [overview.size]: overview.sizeOfFile }
  return {
    [overview.used]: total == null ? <Bytes value={used} /> : <UsageBar used={used} of={total} />,
    [kind === 'filesystem' ? overview.limit : overview.size]: <Bytes value={total} none={overview.noLimit} />,
    [overview.free]: <Bytes value={free} />,
  }
}

function identity({ id, serial, time_created: created, time_updated: updated }: Volume): Items {
  return {
    [overview.id]: <CopyId value={id} what="volume id" />,
    [overview.serial]: serial ? <CopyId value={serial} what="serial" whole /> : <Nothing />,
    [overview.created]: <RelativeTime value={created} />,
    [overview.changed]: <RelativeTime value={updated} />,
  }
}

/** What the volume comes from. */
function upwards(applianceId: string, volume: Volume): Items {
  const { snapshot_id: origin, parent_id: parent, parent_path: path } = volume
  return {
    ...(origin == null ? {} : { [overview.cloneOf]: <Origin applianceId={applianceId} id={origin} /> }),
    ...(parent == null ? {} : { [overview.parent]: <VolumeLink applianceId={applianceId} id={parent} /> }),
    ...(path == null ? {} : { [overview.file]: <CopyId value={path} what="path of the backing file" whole /> }),
  }
}

/** What comes from the volume. */
function downwards(
  applianceId: string,
  { id, volume_type: kind }: Volume,
  relations: Relations | undefined,
  unread: Error | null,
): Items {
  if (kind === 'filebackedlun') return {}
  return {
    [overview.snapshots]: relations ? (
      <PageLink to={paths.volume(applianceId, id, { tab: 'snapshots' })}>{relations.snapshots.length}</PageLink>
    ) : (
      <Unread error={unread} />
    ),
    // Those that there are stand as a tree beside this.
    ...(relations?.clones.length
      ? {}
      : { [overview.clones]: relations ? <Nothing why={overview.noClones} /> : <Unread error={unread} /> }),
    ...(kind === 'filesystem'
      ? {
          [overview.fileBacked]: (
            <VolumeLinks
              applianceId={applianceId}
              volumes={relations?.fileBacked}
              none={overview.noFileBacked}
              error={unread}
            />
          ),
        }
      : {}),
  }
}

function access(applianceId: string, { volume_type: kind, share_id: share, host_ids: hosts }: Volume): Items {
  if (kind === 'filesystem')
    return {
      [overview.share]:
        share == null ? <Nothing why={overview.notShared} /> : <ShareLink applianceId={applianceId} id={share} />,
    }
  return {
    [overview.hosts]:
      hosts && hosts.length > 0 ? (
        <ul>
          {hosts.map((host) => (
            <li key={host}>
              <HostLink applianceId={applianceId} id={host} />
            </li>
          ))}
        </ul>
      ) : (
        <Nothing why={overview.noHosts} />
      ),
  }
}
