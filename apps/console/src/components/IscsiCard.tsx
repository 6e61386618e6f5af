import { vsnap } from '../api/queries.ts'
import { CopyId } from '../ui/CopyId.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Nothing } from '../ui/Nothing.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { Card, CardBody, CardTitle } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { serviceHost } from './mount-line.ts'
import { words } from './access-words.ts'

const { iscsi } = words

interface Props {
  readonly appliance: Appliance
  /** By which a host tells the volume from others, when it is about one. */
  readonly serial?: string | null | undefined
}

/** What a host needs to reach its LUNs: where to log in, and to what. */
export function IscsiCard({ appliance, serial }: Props) {
  const { data: targets } = useQuery(vsnap(appliance.id, 'targetList'))
  const { data: network, isPending } = useQuery(vsnap(appliance.id, 'networkList'))
  const portal = `${serviceHost(appliance.url, network?.networks, 'iscsi')}:3260`
  return (
    <Card component="section">
      <CardTitle component="h2">{iscsi.onHost}</CardTitle>
      <CardBody>
        <Facts
          columns={1}
          items={{
            [iscsi.portal]: isPending ? <Nothing why={iscsi.loading} /> : <CopyId value={portal} what="portal" whole />,
            [iscsi.target]: targets?.targets.length ? (
              <ul>
                {targets.targets.map(({ wwn }) => (
                  <li key={wwn}>
                    <CopyId value={wwn} what="target" whole />
                  </li>
                ))}
              </ul>
            ) : (
              <Nothing />
            ),
            ...(serial ? { [iscsi.serial]: <CopyId value={serial} what="serial" whole /> } : {}),
          }}
        />
      </CardBody>
    </Card>
  )
}
