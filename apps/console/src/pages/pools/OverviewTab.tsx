import { vsnap } from '../../api/queries.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import { words as uiWords } from '../../ui/words.ts'
import type { Disk } from '@vsnap/vsnap-api/disk.ts'
import { raid } from '@vsnap/vsnap-api/pool.layout.ts'
import { dataGroups } from '@vsnap/vsnap-api/pool.rules.ts'
import { poolTypes, type Pool, type PoolType } from '@vsnap/vsnap-api/pool.ts'
import { Alert, Card, CardBody, CardTitle } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { GroupPicture } from './LayoutPicture.tsx'
import { blockGroups, diskTitle, poolDisks, weakenedGroups, type PoolDisk } from './pool-groups.ts'
import { PoolState } from './PoolState.tsx'
import { words } from './page-words.tsx'
import { onOff } from './words.ts'

const { overview } = words
const { usage } = uiWords

interface Props {
  readonly applianceId: string
  readonly pool: Pool
  /** Undefined while they are read. */
  readonly disks: readonly Disk[] | undefined
}

/** How a pool is: its space, what it does with it, and the disks that it is made of. */
export function OverviewTab({ applianceId, pool, disks }: Props) {
  const members = poolDisks(pool, disks ?? [])
  const failed = members.filter(({ kind }) => kind === 'failed')
  return (
    <div className="vs-stack">
      {failed.length > 0 && (
        <Alert variant="danger" isInline title={overview.failed(failed.length)}>
          {failed.map(({ uuid, group, disk }) => (
            <div key={uuid} className="vs-break">
              {group}: {diskTitle(uuid, disk)}
            </div>
          ))}
        </Alert>
      )}
      <div className="vs-cards">
        <div className="vs-stack">
          <Card component="section">
            <CardTitle component="h2">{overview.capacity}</CardTitle>
            <CardBody>
              <Facts
                columns={1}
                items={{ ...capacity(pool), [overview.volumes]: <VolumeCount applianceId={applianceId} pool={pool} /> }}
              />
            </CardBody>
          </Card>
          <Card component="section">
            <CardTitle component="h2">
              <PageLink to={paths.pool(applianceId, pool.id, { tab: 'disks' })}>{overview.disks}</PageLink>
            </CardTitle>
            <CardBody>
              <GroupPicture groups={blockGroups(members)} />
            </CardBody>
          </Card>
        </div>
        <Card component="section">
          <CardTitle component="h2">{overview.pool}</CardTitle>
          <CardBody>
            <Facts columns={1} items={identity(pool, members)} />
          </CardBody>
        </Card>
      </div>
    </div>
  )
}

/** `1.83x: 5.4 TiB were 9.9 TiB`. */
function Ratio({
  on,
  ratio,
  before,
}: {
  on: boolean | null | undefined
  ratio: string | null | undefined
  before: number | null | undefined
}) {
  if (on !== true && (ratio == null || ratio === '1.00x')) return on === false ? onOff(on) : <Nothing />
  return (
    <>
      {onOff(on === true)}
      {ratio != null && `, ${ratio}`}
      {before != null && <span className="vs-subtle"> {overview.before(<Bytes value={before} />)}</span>}
    </>
  )
}

function capacity(pool: Pool): Record<string, React.ReactNode> {
  return {
    [overview.used]: <UsageBar used={pool.size_used} of={pool.size_total} />,
    [overview.free]: <Bytes value={pool.size_free} />,
    [overview.size]: <Bytes value={pool.size_total} />,
    [overview.compression]: (
      <Ratio on={pool.compression} ratio={pool.compression_ratio} before={pool.size_before_compression} />
    ),
    [overview.deduplication]: (
      <Ratio on={pool.deduplication} ratio={pool.deduplication_ratio} before={pool.size_before_deduplication} />
    ),
  }
}

/** What the pool survives as it is now: what has failed already it cannot lose once more. */
function Survival({ pool, type, members }: { pool: Pool; type: PoolType; members: readonly PoolDisk[] }) {
  const { parity, survives } = raid[type]
  const weakened = weakenedGroups(type, members)
  const groups = dataGroups(pool).length
  if (weakened.length === 0) {
    const isWhole = parity === 0 || pool.status == null || pool.status === 'ONLINE'
    // It has lost something that the list of disks does not name.
    return isWhole ? survives : overview.survivesLess(survives, pool.status ?? '')
  }
  const [only] = weakened
  if (groups === 1 && only) return overview.survivesYet(only.left)
  return (
    <>
      {weakened.map(({ group, left }) => (
        <div key={group}>{overview.survivesIn(group, overview.survivesYet(left))}</div>
      ))}
      {weakened.length < groups && <div>{overview.survivesElsewhere(survives)}</div>}
    </>
  )
}

function identity(pool: Pool, members: readonly PoolDisk[]): Record<string, React.ReactNode> {
  const type = poolTypes.find((known) => known === pool.pool_type)
  return {
    [overview.state]: <PoolState pool={pool} />,
    [overview.health]: pool.health == null ? <Nothing /> : usage.share(pool.health),
    [overview.type]: pool.pool_type ?? <Nothing />,
    [overview.survives]: type ? <Survival pool={pool} type={type} members={members} /> : <Nothing />,
    [overview.syncwrite]: pool.syncwrite == null ? <Nothing /> : onOff(pool.syncwrite),
    [overview.id]: <CopyId value={pool.id} what="pool id" />,
    [overview.created]: <RelativeTime value={pool.time_created} />,
    [overview.changed]: <RelativeTime value={pool.time_updated} />,
  }
}

function VolumeCount({ applianceId, pool }: { applianceId: string; pool: Pool }) {
  const { data } = useQuery(vsnap(applianceId, 'volumeList'))
  if (!data) return <Nothing why={overview.loading} />
  const count = data.volumes.filter((volume) => volume.pool_id === pool.id).length
  return <PageLink to={paths.pool(applianceId, pool.id, { tab: 'volumes' })}>{count}</PageLink>
}
