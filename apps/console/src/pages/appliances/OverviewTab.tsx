import { fleet, type FleetRow } from '../../api/fleet.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { PageLink } from '../../components/PageLink.tsx'
import { paths } from '../../paths.ts'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { UsageBar } from '../../ui/UsageBar.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Labels } from './Labels.tsx'
import { words } from './page-words.tsx'

const { overview } = words

// What renders Markdown loads when there is some.
const Notes = lazy(() => import('./Notes.tsx'))

/** What the console knows of an appliance, and what is on it. */
export function OverviewTab({ appliance }: { appliance: Appliance }) {
  return (
    <div className="vs-cards">
      <Card component="section">
        <CardTitle component="h2">{overview.connection}</CardTitle>
        <CardBody>
          <Facts
            columns={1}
            items={{
              [overview.address]: <CopyId value={appliance.url} what="address" whole />,
              [overview.user]: appliance.username,
              [overview.certificate]: appliance.fingerprint ? (
                <CopyId value={appliance.fingerprint} what="fingerprint" />
              ) : (
                overview.vouchedFor
              ),
              [overview.systemId]: appliance.system_id ? (
                <CopyId value={appliance.system_id} what="system id" />
              ) : (
                <Nothing />
              ),
              [overview.version]: appliance.vsnap_version ?? <Nothing />,
              [overview.lastAnswer]: <RelativeTime value={appliance.read_at} />,
              [overview.added]: <RelativeTime value={appliance.time_created} />,
              [overview.labels]: <Labels labels={appliance.labels} />,
            }}
          />
        </CardBody>
      </Card>
      <Card component="section">
        <CardTitle component="h2">{overview.storage}</CardTitle>
        <CardBody>
          <Storage applianceId={appliance.id} />
        </CardBody>
      </Card>
      {appliance.notes !== '' && (
        <Card component="section">
          <CardTitle component="h2">{overview.notes}</CardTitle>
          <CardBody>
            <Suspense fallback={<Skeleton screenreaderText={overview.heard.loading} />}>
              <Notes text={appliance.notes} />
            </Suspense>
          </CardBody>
        </Card>
      )}
    </div>
  )
}

const sum = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

function Storage({ applianceId }: { applianceId: string }) {
  const filters = { appliance: applianceId }
  const { data: pools, error } = useQuery(fleet('pool', filters))
  const { data: volumes } = useQuery(fleet('volume', filters))
  if (error && !pools) return <ErrorAlert error={error} />
  if (!pools) return <Skeleton height="8rem" screenreaderText={overview.heard.loading} />
  // Nothing was ever read from it: that is not the same as nothing being there.
  if (pools.appliances.some(({ read_at: readAt }) => readAt === null)) return <Nothing why={overview.silent} />
  if (pools.items.length === 0) return <p>{overview.noPool}</p>
  return (
    <Facts
      columns={1}
      items={{
        [overview.inAll]: (
          <UsageBar
            used={sum(pools.items.map((pool) => pool.size_used))}
            of={sum(pools.items.map((pool) => pool.size_total))}
          />
        ),
        [overview.pools]: <PoolBars pools={pools.items} />,
        [overview.volumes]: volumes ? (
          <PageLink to={paths.volumes(filters)}>{volumes.total}</PageLink>
        ) : (
          <Nothing why={overview.volumesLoading} />
        ),
      }}
    />
  )
}

function PoolBars({ pools }: { pools: readonly FleetRow<'pool'>[] }) {
  return (
    <ul className="vs-stack">
      {pools.map(({ appliance, id, name, size_used: used, size_total: total }) => (
        <li key={id} className="vs-pair">
          <PageLink to={paths.pool(appliance.id, id)} className="vs-name">
            {name}
          </PageLink>
          <UsageBar used={used} of={total} />
        </li>
      ))}
    </ul>
  )
}
