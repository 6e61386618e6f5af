import { vsnap } from '../../api/queries.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { CopyId } from '../../ui/CopyId.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Nothing } from '../../ui/Nothing.tsx'
import { Button, Skeleton } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'

const yesNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? <Nothing /> : value ? 'Yes' : 'No'

/** What the appliance says of itself. */
export function SystemTab({ applianceId }: { applianceId: string }) {
  const { data: system, error, refetch } = useQuery(vsnap(applianceId, 'systemView'))
  if (!system && error) {
    return (
      <ErrorAlert
        error={error}
        actions={
          <Button variant="link" isInline onClick={() => void refetch()}>
            Try again
          </Button>
        }
      />
    )
  }
  if (!system) return <Skeleton height="16rem" screenreaderText="Loading" />
  return (
    <Facts
      items={{
        'Host name': system.hostname ?? <Nothing />,
        'Full name': system.fqdn ?? <Nothing />,
        'System id': <CopyId value={system.id} what="system id" whole />,
        Initialisation: system.init_status ?? <Nothing />,
        'Several pools': yesNo(system.multipool),
        vSnap: system.vsnap_version ?? <Nothing />,
        API: system.api_version ?? <Nothing />,
        'Operating system': [system.os_name, system.os_version].filter(Boolean).join(' ') || <Nothing />,
        ZFS: system.zfs_version ?? <Nothing />,
        NFS: system.nfs_version ?? <Nothing />,
        Samba: system.samba_version ?? <Nothing />,
        nginx: system.nginx_version ?? <Nothing />,
        uWSGI: system.uwsgi_version ?? <Nothing />,
      }}
    />
  )
}
