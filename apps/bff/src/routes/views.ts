import type { Person } from '@vsnap/console-api/session.ts'
import type { viewEndpoints } from '@vsnap/console-api/view.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Kysely } from 'kysely'
import type { Registry } from '../appliances/registry.ts'
import type { Database } from '../database/schema.ts'
import { countOf } from '../fleet/view-counts.ts'
import type { Views } from '../fleet/views.ts'
import { notLoggedIn, type Caller } from '../sessions/caller.ts'
import type { RouteContext } from './context.ts'

function personOf({ user }: Caller): Person {
  if (!user) throw notLoggedIn()
  return user
}

/** Questions that people keep, each with the rights of who asks. */
export function viewHandlers({
  db,
  registry,
  views,
}: {
  readonly db: Kysely<Database>
  readonly registry: Registry
  readonly views: Views
}): Handlers<typeof viewEndpoints, RouteContext> {
  return {
    viewList(_input, { caller }) {
      const seen = views.list(personOf(caller))
      return { views: seen, total: seen.length }
    },

    async viewCounts(_input, { caller }) {
      const shown = views.list(personOf(caller)).filter((view) => view.on_overview)
      return {
        counts: await Promise.all(
          shown.map(async (view) => ({ id: view.id, count: await countOf(db, registry, view) })),
        ),
      }
    },

    viewCreate: ({ body }, { caller }) => views.create(body, personOf(caller)),
    viewUpdate: ({ params, body }, { caller }) => views.update(params.id, body, personOf(caller)),

    async viewDelete({ params }, { caller }) {
      await views.remove(params.id, personOf(caller))
      return {}
    },
  }
}
