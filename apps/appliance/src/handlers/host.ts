import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { hostCan } from '@vsnap/vsnap-api/host.rules.ts'
import type { hostEndpoints } from '@vsnap/vsnap-api/host.ts'
import { all, demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import type { HostRow } from '../catalog/rows.ts'
import { changing, type HandlerContext } from './context.ts'
import { changeAccess, hostRow, mapVolume, unmapVolume } from './mapping.ts'

function summary({ id, name, iqns, time_created, time_updated }: HostRow) {
  return { id: String(id), name, iqns: JSON.parse(iqns) as string[], time_created, time_updated }
}

function detail({ catalog }: HandlerContext, row: HostRow) {
  const mapped = catalog.all('mapping', { host_id: row.id })
  return { ...summary(row), mapped_luns: mapped.map(({ volume_id, lun }) => ({ vol_id: String(volume_id), lun })) }
}

/** §10. */
export const hostHandlers: Handlers<typeof hostEndpoints, HandlerContext> = {
  hostCreate: ({ body }, context) =>
    changing(context, async () => {
      const { catalog, clock } = context
      const hosts = catalog.all('host').map(summary)
      const iqns = body.iqns ?? []
      demand(all(hostCan.name(body.name, hosts), hostCan.initiators(iqns, hosts)))
      const now = clock.now()
      const id = catalog.change(() =>
        catalog.insert('host', { name: body.name, iqns: JSON.stringify(iqns), time_created: now, time_updated: now }),
      )
      return detail(context, hostRow(context, String(id)))
    }),

  hostList: (_, { catalog }) => {
    const hosts = catalog.all('host').map(summary)
    return { hosts, total: hosts.length }
  },

  hostView: ({ params }, context) => {
    const row = 'id' in params ? hostRow(context, params.id) : context.catalog.one('host', { name: params.name })
    if (!row) throw refusal('NotFoundError', `No host has the name ${'name' in params ? params.name : ''}.`)
    return detail(context, row)
  },

  hostUpdate: ({ params, body }, context) =>
    changing(context, async () => {
      const { catalog, clock } = context
      const row = hostRow(context, params.id)
      const hosts = catalog.all('host').map(summary)
      if (body.name !== undefined) demand(hostCan.name(body.name, hosts, String(row.id)))
      if (body.iqns !== undefined) demand(hostCan.initiators(body.iqns, hosts, String(row.id)))
      const iqns = body.iqns === undefined ? row.iqns : JSON.stringify(body.iqns)
      const columns = { name: body.name ?? row.name, iqns, time_updated: clock.now() }
      const mappings = catalog.all('mapping', { host_id: row.id })
      await changeAccess(context, { id: row.id, iqns }, mappings, () => catalog.update('host', { id: row.id }, columns))
      return detail(context, hostRow(context, params.id))
    }),

  hostMap: ({ params, body }, context) => changing(context, () => mapVolume(context, body.vol_id, params.id)),

  hostUnmap: ({ params, body }, context) =>
    changing(context, async () => {
      await unmapVolume(context, body.vol_id, params.id)
      return {}
    }),

  hostDelete: ({ params }, context) =>
    changing(context, async () => {
      const row = hostRow(context, params.id)
      await changeAccess(context, row, [], () => context.catalog.delete('host', { id: row.id }))
      return {}
    }),
}
