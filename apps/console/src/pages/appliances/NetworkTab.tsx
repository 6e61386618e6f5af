import { useRefusal } from '../../api/person.ts'
import { vsnap } from '../../api/queries.ts'
import { QueryTable } from '../../components/table/QueryTable.tsx'
import type { Column } from '../../components/table/table-rows.ts'
import { useDialog } from '../../components/use-dialog.ts'
import { Nothing } from '../../ui/Nothing.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Network } from '@vsnap/vsnap-api/network.ts'
import { EmptyState, Label, LabelGroup } from '@patternfly/react-core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { words } from './page-words.tsx'

const { network: says } = words

const addresses = ({ ip4_addrs: ip4, ip6_addrs: ip6 }: Network) => [...(ip4 ?? []), ...(ip6 ?? [])]
const hardware = ({ hw_addr: hw }: Network) => (hw && /^[0-9a-f]{12}$/i.test(hw) ? hw.replace(/(..)(?=.)/g, '$1:') : hw)

const columns: readonly Column<Network>[] = [
  { key: 'name', header: says.interface, cell: ({ name }) => name, value: ({ name }) => name },
  {
    key: 'addresses',
    header: says.addresses,
    cell: (network) =>
      addresses(network).length > 0 ? (
        addresses(network).map((address) => (
          <div key={address}>
            <code className="vs-code">{address}</code>
          </div>
        ))
      ) : (
        <Nothing why={says.noAddress} />
      ),
    value: (network) => addresses(network).join(' '),
  },
  {
    key: 'services',
    header: says.services,
    cell: ({ services }) =>
      services && services.length > 0 ? (
        <LabelGroup aria-label={says.heard.services} numLabels={8}>
          {services.map((service) => (
            <Label key={service} isCompact>
              {service}
            </Label>
          ))}
        </LabelGroup>
      ) : (
        <Nothing why={says.noService} />
      ),
    value: ({ services }) => services?.join(' '),
  },
  {
    key: 'hw_addr',
    header: says.hardwareAddress,
    cell: (network) => <code className="vs-code">{hardware(network) ?? <Nothing />}</code>,
    value: hardware,
  },
]

// The form loads when it is opened.
const NetworkServices = lazy(() =>
  import('./network-services.tsx').then((module) => ({ default: module.NetworkServices })),
)

/** The network interfaces of an appliance, and what they carry. */
export function NetworkTab({ appliance }: { appliance: Appliance }) {
  const { data, error, refetch } = useQuery(vsnap(appliance.id, 'networkList'))
  const refusal = useRefusal()
  const dialog = useDialog()
  const open = dialog.name === 'services' ? data?.networks.find(({ id }) => id === dialog.on) : undefined
  return (
    <>
      <QueryTable
        name="appliance-networks"
        label={says.interfaces}
        query={{ data: data?.networks, error, refetch }}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        actions={({ id }) => [
          { label: says.setServices, onSelect: () => dialog.open('services', id), refusal: refusal('networkUpdate') },
        ]}
        empty={<EmptyState titleText={says.empty} headingLevel="h2" variant="sm" />}
      />
      <Suspense>
        {open && data && (
          <NetworkServices appliance={appliance} network={open} networks={data.networks} onClose={dialog.close} />
        )}
      </Suspense>
    </>
  )
}
