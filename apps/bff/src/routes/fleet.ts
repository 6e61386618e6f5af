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
      const asked = registry.connections().filter(({ id }) => query?.appliance === undefined || id === query.appliance)
      const known = await Promise.all(
        asked.map(async (connection) => ({ connection, ...(await reader.read(connection, params.resource)) })),
      )
      const rows = known.flatMap(({ connection: { id, name }, rows: own }) =>
        own.map((row) => ({ ...row, appliance: { id, name } })),
      )
      const appliances = known.flatMap(({ connection, read_at, error }) => {
        const view = registry.view(connection.id)
        return view ? [{ id: view.id, name: view.name, state: view.state, read_at, error: error ?? view.error }] : []
      })
      return { ...list(rows, query ?? {}), appliances }
    },
  }
}
