import { count, countText, integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { byId, idText, nothing, text, times } from './common.ts'

/** §12.3. A remote vSnap system; its id is that system's id. */
export const partner = open({
  id: idText,
  address: text,
  api_port: countText.optional(),
  ssh_port: countText.optional(),
  ...times,
})
export type Partner = z.output<typeof partner>

const address = z.string().min(1).max(253)
const port = integerText.nullish()

export const partnerEndpoints = defineEndpoints({
  partnerCreate: {
    method: 'POST',
    path: '/partner',
    title: 'Add partner',
    section: '12.1',
    role: 'admin',
    body: z.strictObject({
      remote_addr: address,
      remote_user: z.string().min(1).max(256),
      remote_pass: z.string().min(1).max(1024),
      local_addr: address.nullish(),
      local_api_port: port,
      remote_api_port: port,
      local_ssh_port: port,
      remote_ssh_port: port,
    }),
    result: partner,
    changes: ['partner'],
    timeout: 60_000,
    found: { operation: 'partnerList', items: 'partners', where: { address: 'body.remote_addr' } },
  },
  partnerList: {
    method: 'GET',
    path: '/partner',
    title: 'List partners',
    section: '12.2',
    role: 'viewer',
    result: open({ partners: z.array(partner), total: count.optional() }),
  },
  partnerView: {
    method: 'GET',
    path: '/partner/:id',
    title: 'View partner',
    section: '12.3',
    role: 'viewer',
    params: byId,
    result: partner,
  },
  partnerDelete: {
    method: 'DELETE',
    path: '/partner/:id',
    title: 'Remove partner',
    section: '12.4',
    role: 'admin',
    params: byId,
    result: nothing,
    destructive: true,
    changes: ['partner', 'relationship'],
  },
})
