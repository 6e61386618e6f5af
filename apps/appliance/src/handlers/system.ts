import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { systemEndpoints } from '@vsnap/vsnap-api/system.ts'
import { systemCan } from '@vsnap/vsnap-api/system.rules.ts'
import { demand } from '@vsnap/vsnap-api/verdict.ts'
import { initialize } from '../initialize.ts'
import { systemRow, type HandlerContext } from './context.ts'

/** Versions that the guide's sample shows; a console may show them, nothing depends on them. */
const versions = {
  api_version: '1.0',
  nfs_version: '1.3.0-0.33.el7_3',
  nginx_version: '1.10.2-1.el7',
  os_name: 'CentOS Linux',
  os_version: '7.3.1611',
  samba_version: '4.4.4-13.el7_3',
  uwsgi_version: '2.0.14-6.el7',
  vsnap_version: '1.0.0-19',
  zfs_version: '0.6.5.10-1.el7.centos',
}

function view(context: HandlerContext) {
  const { id, hostname, init_status, multipool } = systemRow(context)
  return { fqdn: hostname, hostname, id, init_status, multipool: multipool === 1, ...versions }
}

/** §2. */
export const systemHandlers: Handlers<typeof systemEndpoints, HandlerContext> = {
  systemView: (_, context) => view(context),

  systemInit: async ({ body }, context) => {
    const running = await context.inTurn(async () => {
      demand(systemCan.init({ id: '', init_status: systemRow(context).init_status }))
      return { done: initialize(context, { multipool: body.multipool ?? false, skipPool: body.skip_pool ?? false }) }
    })
    if (body.async !== true) await running.done
    return view(context)
  },
}
