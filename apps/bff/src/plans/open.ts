import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Registry } from '../appliances/registry.ts'
import type { Vault } from '../appliances/vault.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/schema.ts'
import type { ApplianceCalls } from '../proxy/appliance-calls.ts'
import { createTurns } from '../turns.ts'
import { createLook } from './look.ts'
import { createPerformer, type ActorOf } from './perform.ts'
import { createPlans, type Plans } from './plans.ts'
import { createRunner } from './runner.ts'
import { openPlanStore } from './store.ts'

/** Milliseconds; what is absent is as usual: a look each second, 1 minute out of reach for what was lost, 10 for what goes on. */
export interface PlanPatience {
  readonly every?: number | undefined
  readonly lost?: number | undefined
  readonly outage?: number | undefined
}

export interface OpenPlansDependencies {
  readonly db: Kysely<Database>
  readonly log: Logger
  readonly registry: Registry
  readonly calls: ApplianceCalls
  readonly actorOf: ActorOf
  readonly audit: Audit
  readonly vault: Vault
  readonly waits: PlanPatience
}

/** Calls that plans make at once. */
const atOnce = 32

/** Opens the plans and goes on with those that an earlier process has left. */
export async function openPlans(deps: OpenPlansDependencies): Promise<{ plans: Plans; stop: () => Promise<void> }> {
  const { db, log, registry, calls, actorOf, audit, vault } = deps
  const { every = 1_000, lost = 60_000, outage = 600_000 } = deps.waits
  const store = openPlanStore(db)
  const look = createLook({ registry, calls, every, patience: lost })
  const performer = createPerformer({
    registry,
    calls,
    actorOf,
    audit,
    vault,
    look,
    save: (plan, step) => store.saveStep(plan, step),
    turn: createTurns(atOnce),
    every,
    outage,
  })
  const runner = createRunner({ store, performer, log })
  await runner.resume()
  return { plans: createPlans({ store, runner, registry, vault }), stop: () => runner.stop() }
}
