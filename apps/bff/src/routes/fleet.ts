import type { fleetEndpoints } from '@vsnap/console-api/fleet.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { notFound } from '../appliances/errors.ts'
import type { Collector } from '../collector/collector.ts'
import type { Model } from '../collector/model.ts'
import { undisturbed } from '../database/undisturbed.ts'
import { groupsOf, listGroups } from '../fleet/groups.ts'
import { list } from '../fleet/listing.ts'
import { narrowed } from '../fleet/narrowed.ts'
import { overview, type OverviewDependencies, unprotected } from '../fleet/overview.ts'
import { search } from '../fleet/search.ts'
import { countStates } from '../fleet/states.ts'
import type { RouteContext } from './context.ts'

export interface FleetRoutes extends OverviewDependencies {
  readonly model: Model
  readonly collector: Collector
}

/** The whole fleet at once: each answer carries each appliance's state and the age of what is shown of it. */
export function fleetHandlers(deps: FleetRoutes): Handlers<typeof fleetEndpoints, RouteContext> {
  const { db, registry, model, collector } = deps
  return {
    fleetView: ({ query = {} }) => overview(deps, query.label),
    fleetUnprotected: ({ params, query = {} }) => unprotected(deps, params.without, query.label),

    fleetSearch: ({ query = { q: '' } }) =>
      search(db, new Map(registry.list().map(({ id, name }) => [id, name])), query),

    async fleetList({ params: { resource }, query = {} }) {
      const { appliance: only } = query
      if (only !== undefined && !registry.view(only)) notFound(only)
      const late = await collector.look(resource, only)
      const known = registry
        .list()
        .filter(
          ({ id, labels }) => (only === undefined || id === only) && (!query.label || labels.includes(query.label)),
        )
      const names = new Map(known.map(({ id, name }) => [id, name]))
      const { label, status, group, counts = false, ...asked } = query
      const among = label === undefined ? undefined : [...names.keys()]
      const listing = { ...asked, among, states: status?.split(',').filter((state) => state !== '') }
      const { groups, ...listed } = group
        ? await listGroups(db, resource, names, groupsOf(known, group), listing)
        : { ...(await list(db, resource, names, listing)), groups: null }
      const appliances = known.map(({ id, name, state, error }) => ({
        id,
        name,
        state,
        read_at: model.known(id, resource)?.read_at ?? null,
        error: error ?? (late.has(id) ? slow(name) : collector.error(id, resource)),
      }))
      return {
        ...listed,
        items: [...listed.items],
        states: counts
          ? await undisturbed(db, async (on) => {
              const { where } = await narrowed(on, resource, names, { ...listing, states: [] })
              return countStates(on, resource, where)
            })
          : null,
        groups: counts && groups ? [...groups] : null,
        appliances,
      }
    },
  }
}

const slow = (name: string) => ({
  type: 'ApplianceSlow',
  message: `${name} has not answered in time; what is shown is older.`,
})
