import { count, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, idText, nameText, text } from './common.ts'

/** Services that an interface can carry: those of §4.2 and `repl` of §14.1. */
export const networkServices = ['mgmt', 'nfs', 'smb', 'iscsi', 'repl'] as const
export type NetworkService = (typeof networkServices)[number]

/** §4.1. A network interface. */
export const network = open({
  id: idText,
  name: nameText,
  hw_addr: text,
  ip4_addrs: z.array(nameText).nullish(),
  ip6_addrs: z.array(nameText).nullish(),
  services: z.array(nameText).nullish(),
})
export type Network = z.output<typeof network>

export const networkEndpoints = defineEndpoints({
  networkList: {
    method: 'GET',
    path: '/network',
    title: 'List network interfaces',
    section: '4.1',
    role: 'viewer',
    result: open({ networks: z.array(network), total: count.optional() }),
  },
  networkUpdate: {
    method: 'PUT',
    path: '/network/:id',
    title: 'Set services of a network interface',
    section: '4.2',
    role: 'admin',
    params: byId,
    body: z.strictObject({ services: z.array(z.enum(['all', ...networkServices])) }),
    result: network,
    changes: ['network'],
  },
})
