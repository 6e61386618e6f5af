import { vsnap } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { Button, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { words } from './page-words.tsx'

const { system: says } = words

const yesNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? <Nothing /> : value ? says.yes : says.no

/** What the appliance says of itself. */
export function SystemTab({ applianceId }: { applianceId: string }) {
  const { data: system, error, refetch } = useQuery(vsnap(applianceId, 'systemView'))
  if (!system && error) {
    return (
      <ErrorAlert
        error={error}
        actions={
          <Button variant="link" isInline onClick={() => void refetch()}>
            {says.tryAgain}
          </Button>
        }
      />
    )
  }
  if (!system) return <Skeleton height="16rem" screenreaderText={says.heard.loading} />
  return (
    <Facts
      items={{
        [says.hostName]: system.hostname ?? <Nothing />,
        [says.fullName]: system.fqdn ?? <Nothing />,
        [says.id]: <CopyId value={system.id} what="system id" whole />,
        [says.initialisation]: system.init_status ?? <Nothing />,
        [says.severalPools]: yesNo(system.multipool),
        [says.vsnap]: system.vsnap_version ?? <Nothing />,
        [says.api]: system.api_version ?? <Nothing />,
        [says.operatingSystem]: [system.os_name, system.os_version].filter(Boolean).join(' ') || <Nothing />,
        [says.zfs]: system.zfs_version ?? <Nothing />,
        [says.nfs]: system.nfs_version ?? <Nothing />,
        [says.samba]: system.samba_version ?? <Nothing />,
        [says.nginx]: system.nginx_version ?? <Nothing />,
        [says.uwsgi]: system.uwsgi_version ?? <Nothing />,
      }}
    />
  )
}
