import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { meantServices, networkCan } from '@vsnap/vsnap-api/network.rules.ts'
import type { networkEndpoints } from '@vsnap/vsnap-api/network.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import type { NetworkRow } from '../catalog/rows.ts'
import type { HandlerContext } from './context.ts'

const list = (json: string): string[] => JSON.parse(json) as string[]

function view({ id, name, hw_addr, ip4_addrs, ip6_addrs, services }: NetworkRow) {
  return { id, name, hw_addr, ip4_addrs: list(ip4_addrs), ip6_addrs: list(ip6_addrs), services: list(services) }
}

/** §4. */
export const networkHandlers: Handlers<typeof networkEndpoints, HandlerContext> = {
  networkList: (_, { catalog }) => {
    const networks = catalog.all('network').map(view)
    return { networks, total: networks.length }
  },

  networkUpdate: ({ params, body }, { catalog, inTurn }) =>
    inTurn(async () => {
      const row = catalog.one('network', { id: params.id })
      if (!row) throw refusal('NotFoundError', `No network interface has the id ${params.id}.`)
      demand(networkCan.update(view(row), body.services, catalog.all('network').map(view)))
      const services = JSON.stringify(meantServices(body.services))
      catalog.change(() => catalog.update('network', { id: row.id }, { services }))
      return view({ ...row, services })
    }),
}
