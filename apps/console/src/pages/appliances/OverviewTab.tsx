import { fleet } from '../../api/fleet.ts'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { useQuery } from '@tanstack/react-query'

const sum = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** What the console knows of an appliance, and what is on it. */
export function OverviewTab({ appliance }: { appliance: Appliance }) {
  const filters = { appliance: appliance.id }
  const { data: pools } = useQuery(fleet('pool', filters))
  const { data: volumes } = useQuery(fleet('volume', filters))
  return (
    <Facts
      items={{
        Address: <CopyId value={appliance.url} what="address" whole />,
        User: appliance.username,
        Certificate: appliance.fingerprint ? (
          <CopyId value={appliance.fingerprint} what="fingerprint" />
        ) : (
          'A certificate authority vouches for it'
        ),
        Version: appliance.vsnap_version ?? <Nothing />,
        'System id': appliance.system_id ? <CopyId value={appliance.system_id} what="system id" /> : <Nothing />,
        'Last answer': <RelativeTime value={appliance.read_at} />,
        Added: <RelativeTime value={appliance.time_created} />,
        Pools: pools ? <PageLink to={paths.pools(filters)}>{pools.total}</PageLink> : <Nothing why="loading" />,
        Volumes: volumes ? <PageLink to={paths.volumes(filters)}>{volumes.total}</PageLink> : <Nothing why="loading" />,
        Capacity:
          pools && pools.items.length > 0 ? (
            <UsageBar
              used={sum(pools.items.map((pool) => pool.size_used))}
              of={sum(pools.items.map((pool) => pool.size_total))}
            />
          ) : (
            <Nothing why="no pool" />
          ),
      }}
    />
  )
}
