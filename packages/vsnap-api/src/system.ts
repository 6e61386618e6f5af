import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { flag, idText, text } from './common.ts'

/** §2.1. `init_status`: `Not Initialized`, `Initializing`, `Ready`; other words may come. */
export const system = open({
  fqdn: text,
  hostname: text,
  id: idText,
  init_status: text,
  multipool: flag,
  api_version: text,
  nfs_version: text,
  nginx_version: text,
  os_name: text,
  os_version: text,
  samba_version: text,
  uwsgi_version: text,
  vsnap_version: text,
  zfs_version: text,
})
export type System = z.output<typeof system>

export const systemEndpoints = defineEndpoints({
  systemView: { method: 'GET', path: '/system', title: 'View system', section: '2.1', role: 'viewer', result: system },
  systemInit: {
    method: 'POST',
    path: '/system',
    title: 'Initialize system',
    section: '2.2',
    role: 'admin',
    body: z.strictObject({
      action: z.literal('init'),
      async: z.boolean().optional(),
      multipool: z.boolean().optional(),
      skip_pool: z.boolean().optional(),
    }),
    result: system,
    changes: ['system', 'pool', 'disk'],
    timeout: 600_000,
    settles: { operation: 'systemView', field: 'init_status', done: ['Ready'], failed: ['Not Initialized'] },
  },
})
