import type { Network, NetworkService } from './network.ts'
import { networkServices } from './network.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** The services that a list means, in their order: `all` stands for all of them, whatever else is named (§4.2). */
export function meantServices(services: readonly string[]): NetworkService[] {
  return networkServices.filter((service) => services.includes('all') || services.includes(service))
}

/** What may be done with network interfaces, and why not (§4). */
export const networkCan = {
  /** §4.2. `networks` are all interfaces of the system: the last one with `mgmt` keeps it. */
  update(network: Network, services: readonly string[], networks: readonly Network[]): Verdict {
    const manages = ({ services: carried }: Network) => carried?.includes('mgmt') === true
    const elsewhere = networks.some((other) => other.id !== network.id && manages(other))
    if (!manages(network) || elsewhere || meantServices(services).includes('mgmt')) return allowed
    return refused(
      'InUseError',
      `${network.name} is the last interface with mgmt: without it nobody could reach this API. Give mgmt to another interface first.`,
      'services',
    )
  },
}
