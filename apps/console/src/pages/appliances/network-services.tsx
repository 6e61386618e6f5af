import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { DialogForm } from '../../components/form/DialogForm.tsx'
import { CheckboxField } from '../../components/form/fields.tsx'
import { rereading, useEditing } from '../../components/form/use-editing.ts'
import { toast } from '../../components/toasts.tsx'
import type { Appliance } from '@vsnap/console-api/appliance.ts'
import { networkCan } from '@vsnap/vsnap-api/network.rules.ts'
import { networkServices, type Network, type NetworkService } from '@vsnap/vsnap-api/network.ts'
import { Alert } from '@patternfly/react-core'
import { useWatch } from 'react-hook-form'
import { words } from './dialog-words.ts'

const { services: says } = words

type Choice = Record<NetworkService, boolean>

/** The host of an address, without brackets: `https://[::1]:8900` → `::1`. */
const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, '')

/** Which services an interface carries; says so before the console would lock itself out. */
export function NetworkServices({
  appliance,
  network,
  networks,
  onClose,
}: {
  appliance: Appliance
  network: Network
  networks: readonly Network[]
  onClose: () => void
}) {
  const update = useOperation(appliance.id, 'networkUpdate')
  const readList = rereading(vsnap(appliance.id, 'networkList'))
  const { form, changed, sending, isBusy } = useEditing<Network, Choice>({
    what: 'interface',
    shown: network,
    reread: () => readList().then((list) => list.networks.find(({ id }) => id === network.id)),
    valuesOf: (now) =>
      Object.fromEntries(
        networkServices.map((service) => [service, now.services?.includes(service) === true]),
      ) as Choice,
    tell: (now) => ({
      [says.services]: networkServices.filter((service) => now.services?.includes(service)).join(', '),
    }),
  })
  const choice = useWatch({ control: form.control })
  const services = networkServices.filter((service) => choice[service])
  const verdict = networkCan.update(network, services, networks)
  const isOurs = [...(network.ip4_addrs ?? []), ...(network.ip6_addrs ?? [])].includes(hostOf(appliance.url))
  const locksOut = isOurs && !choice.mgmt && network.services?.includes('mgmt')
  const send = sending(async () => {
    await update.mutateAsync({ params: { id: network.id }, body: { services } })
    toast({
      title: services.length > 0 ? says.carries(network.name, services) : says.carriesNone(network.name),
    })
    onClose()
  })
  return (
    <DialogForm
      title={says.title(network.name)}
      description={says.text}
      submit={says.submit}
      isBusy={isBusy}
      changed={changed}
      isDisabled={!verdict.ok}
      error={update.error}
      onClose={onClose}
      onSubmit={form.handleSubmit(send)}
    >
      {networkServices.map((service) => (
        <CheckboxField
          key={service}
          control={form.control}
          name={service}
          label={service}
          help={says.meanings[service]}
        />
      ))}
      <output>
        {!verdict.ok ? (
          <Alert variant="danger" isInline isPlain title={verdict.reason} />
        ) : locksOut ? (
          <Alert variant="warning" isInline title={says.lockOut.title}>
            {says.lockOut.text(appliance.name, hostOf(appliance.url))}
          </Alert>
        ) : null}
      </output>
    </DialogForm>
  )
}
