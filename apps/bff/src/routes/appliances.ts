import type { applianceEndpoints } from '@vsnap/console-api/appliance.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import { invalidParameter } from '@vsnap/contract/error.ts'
import type { Enrolment } from '../appliances/enrolment.ts'
import { notFound } from '../appliances/errors.ts'
import type { Registry } from '../appliances/registry.ts'
import type { Watch } from '../appliances/watch.ts'
import type { Collector } from '../collector/collector.ts'
import { z } from 'zod'
import type { RouteContext } from './context.ts'
import type { Subject } from './mount.ts'

/** How long a list waits for the first round of calls after a start, in milliseconds. */
const patience = 2_000

/** Seconds that work on an appliance may be announced for. */
const longest = 30 * 86_400

export interface ApplianceRoutes {
  readonly registry: Registry
  readonly enrolment: Enrolment
  readonly watch: Watch
  readonly collector: Collector
}

/** The registry of appliances. */
export function applianceHandlers({
  registry,
  enrolment,
  watch,
  collector,
}: ApplianceRoutes): Handlers<typeof applianceEndpoints, RouteContext> {
  // Each appliance was asked once since the start.
  const { firstRound } = watch
  let asked: Promise<unknown> | null = Promise.race([
    firstRound,
    new Promise((resolve) => setTimeout(resolve, patience).unref()),
  ])
  void asked.then(() => {
    asked = null
  })

  return {
    async applianceList() {
      if (asked) await asked
      const appliances = [...registry.list()]
      return { appliances, total: appliances.length }
    },

    async applianceView({ params }) {
      if (asked) await asked
      return registry.view(params.id) ?? notFound(params.id)
    },

    applianceProbe: ({ body }) => enrolment.probe(body.url),
    applianceCreate: ({ body }) => enrolment.add(body),
    applianceUpdate: ({ params, body }) => enrolment.edit(params.id, body),

    async applianceLook({ params: { id } }) {
      if (!registry.view(id)) notFound(id)
      await watch.look(id)
      const seen = registry.view(id) ?? notFound(id)
      // The lists may take long: they are told of when they are there.
      if (seen.error === null) void collector.read(id)
      return seen
    },

    async applianceDescribe({ params: { id }, body }) {
      await registry.describe(id, body)
      return registry.view(id) ?? notFound(id)
    },

    async applianceMaintain({ params: { id }, body: { until, reason = '' } }, { caller }) {
      const now = Math.floor(Date.now() / 1000)
      if (until !== null && (until <= now || until > now + longest))
        throw invalidParameter('until: expected a time within the next 30 days.', 'until')
      await registry.maintain(id, until === null ? null : { until, by: caller.user?.name ?? '', reason })
      return registry.view(id) ?? notFound(id)
    },

    async applianceDelete({ params }) {
      await registry.remove(params.id)
      return {}
    },
  }
}

/** The appliance that a call of these is about, for the audit trail. */
export function applianceOf(registry: Registry): Subject {
  const named = z.object({ id: z.string(), name: z.string() })
  return ({ params }, result) => {
    const made = named.safeParse(result)
    if (made.success) return made.data
    const one = registry.view(String((params as { id?: string } | undefined)?.id))
    return one && { id: one.id, name: one.name }
  }
}
