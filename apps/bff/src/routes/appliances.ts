import type { applianceEndpoints } from '@vsnap/console-api/appliance.ts'
import type { Handlers } from '@vsnap/contract/endpoint.ts'
import type { Enrolment } from '../appliances/enrolment.ts'
import { notFound, type Registry } from '../appliances/registry.ts'
import { z } from 'zod'
import type { RouteContext } from './context.ts'
import type { Subject } from './mount.ts'

/** How long a list waits for the first round of calls after a start, in milliseconds. */
const patience = 2_000

/** The registry of appliances. `firstRound`: each appliance was asked once since the start. */
export function applianceHandlers(
  registry: Registry,
  enrolment: Enrolment,
  firstRound: Promise<void>,
): Handlers<typeof applianceEndpoints, RouteContext> {
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
