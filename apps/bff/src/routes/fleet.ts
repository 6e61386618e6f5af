import type { fleetEndpoints } from '@vsnap/console-api/fleet.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { notFound, type Registry } from '../appliances/registry.ts'
import type { FleetReader } from '../fleet/fleet-reader.ts'
import { list } from '../fleet/listing.ts'
import type { RouteContext } from './context.ts'

/** The whole fleet at once: each answer carries each appliance's state and the age of what is shown of it. */
export function fleetHandlers(registry: Registry, reader: FleetReader): Handlers<typeof fleetEndpoints, RouteContext> {
  return {
    fleetView() {
      const appliances = registry
        .list()
        .map(({ id, name, state, since, read_at }) => ({ id, name, state, since, read_at }))
      return { appliances }
    },

    async fleetList({ params, query }) {
      if (query?.appliance !== undefined && !registry.view(query.appliance)) notFound(query.appliance)
      const mine = ({ id }: { id: string }) => query?.appliance === undefined || id === query.appliance
      const known = new Map(
        await Promise.all(
          registry
            .connections()
            .filter(mine)
            .map(async (connection) => {
              const read = await reader.read(connection, params.resource)
              return [connection.id, { name: connection.name, ...read }] as const
            }),
        ),
      )
      const rows = [...known].flatMap(([id, { name, rows: own }]) =>
        own.map((row) => ({ ...row, appliance: { id, name } })),
      )
      // One whose password cannot be read is not asked, and not left out.
      const appliances = registry
        .list()
        .filter(mine)
        .map(({ id, name, state, error }) => {
          const read = known.get(id)
          return { id, name, state, read_at: read?.read_at ?? null, error: read?.error ?? error }
        })
      return { ...list(rows, query ?? {}), appliances }
    },
  }
}
