import { integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/**
 * `waiting`: the appliance has answered, and what it began there goes on. `unknown`: it was sent, nobody knows what became of it,
 * and the appliance does not show it either: a person looks, and says `retry` or `skip`. `cancelled`: not done, on purpose.
 */
export const planStates = [
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'unknown',
  'cancelled',
  'undone',
] as const
export type PlanState = (typeof planStates)[number]

const ref = { id: z.string(), name: z.string() }
const failure = open({ type: z.string(), message: z.string() })

/**
 * One call of a plan. `operation`: a name of the vSnap API. `params`, `query`, `body`: as they were submitted, without
 * secrets; `call`: as it was or will be sent, null while it refers to answers that are not there yet.
 * `answer`: of the appliance (decoded, without secrets). `error`: why it failed, why nobody knows, or why it was left out;
 * for one that could not be taken back, why not. `found`: its answer was lost, and what it made was found on the appliance.
 * `undo`: it can be taken back, by this operation. `about`: what it is about, by name, as whoever submitted it called it; it
 * stays when the object is gone. Times in epoch seconds.
 */
export const planStep = open({
  n: z.int(),
  appliance: open(ref),
  operation: z.string(),
  title: z.string(),
  about: z.string().nullable(),
  params: z.unknown(),
  query: z.unknown(),
  body: z.unknown(),
  state: z.enum(planStates),
  call: open({ method: z.string(), path: z.string() }).nullable(),
  status: z.int().nullable(),
  answer: z.unknown(),
  error: failure.nullable(),
  request_id: z.string(),
  found: z.boolean(),
  undo: z.string().nullable(),
  time_started: z.int().nullable(),
  time_ended: z.int().nullable(),
})
export type PlanStep = z.output<typeof planStep>

const summary = {
  id: z.string(),
  title: z.string(),
  /** Who made it; and whose rights it runs with: who acted on it last. */
  user: z.string(),
  actor: z.string(),
  state: z.enum(planStates),
  /** True while, and after, it is taken back. */
  undoing: z.boolean(),
  /** How many steps are in each state. */
  counts: z.record(z.enum(planStates), z.int()),
  total: z.int(),
  appliances: z.array(open(ref)),
  time_created: z.int(),
  time_ended: z.int().nullable(),
}

/** A plan as the list has it. */
export const planSummary = open(summary)
export type PlanSummary = z.output<typeof planSummary>

export const plan = open({ ...summary, steps: z.array(planStep) })
export type Plan = z.output<typeof plan>

/**
 * A step as it is submitted. A value of `params`, `query` or `body` may be `{"$ref": "steps.0.result.id"}`, out of the
 * answer to an earlier step, and a secret of a body `{"$secret": "appliance:<id>"}`, the password that the console keeps for that appliance.
 */
export const newStep = z.strictObject({
  appliance: z.string().min(1).max(64),
  operation: z.string().min(1).max(64),
  params: z.record(z.string(), z.unknown()).optional(),
  query: z.record(z.string(), z.unknown()).optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  /** What it is about, by name, for people: the path of a call has an id at most. */
  about: z.string().min(1).max(256).optional(),
})
export type NewStep = z.output<typeof newStep>

export const planActions = ['retry', 'skip', 'undo', 'cancel'] as const
export type PlanAction = (typeof planActions)[number]

/** Steps that a plan has at most. */
export const mostSteps = 1000

const byId = z.object({ id: z.string().min(1).max(64) })

/** Plans: many calls that the console's server makes by itself, also when nobody looks any more. */
export const planEndpoints = defineEndpoints({
  /**
   * Answers 202. Takes the header `Idempotency-Key` (of the caller's making, a UUID say): the same call again makes no
   * second plan, and answers the first. Everything is checked before: operations, inputs, references, roles; 400
   * InvalidParameterError (`field`: `steps.3.body.name`), 403 PermissionDeniedError, 404 NotFoundError; 409
   * IdempotencyKeyReused when another plan was made with this key.
   */
  planCreate: {
    method: 'POST',
    path: '/plans',
    title: 'Make plan',
    role: 'operator',
    body: z.strictObject({
      title: z.string().trim().min(1, 'expected a title').max(256),
      steps: z
        .array(newStep)
        .min(1, 'expected at least one step')
        .max(mostSteps, `expected at most ${mostSteps} steps`),
    }),
    result: plan,
    changes: ['plan'],
  },
  /** The newest first. `state`: only these; `running` for all that go on. `limit`: 1 to 1000, 100 when absent. `cursor`: `next` of the answer before. */
  planList: {
    method: 'GET',
    path: '/plans',
    title: 'List plans',
    role: 'viewer',
    query: z.strictObject({
      state: z.enum(planStates).optional(),
      limit: integerText.refine((rows) => rows >= 1 && rows <= 1000, 'expected 1 to 1000').optional(),
      cursor: z.string().max(64).optional(),
    }),
    result: open({ plans: z.array(planSummary), next: z.string().nullable(), total: z.int() }),
  },
  planView: {
    method: 'GET',
    path: '/plans/:id',
    title: 'View plan',
    role: 'viewer',
    params: byId,
    result: plan,
  },
  /**
   * `retry`: failed, unknown and cancelled steps again, and what comes after them. `skip`: what failed or is unknown is
   * left out, with the steps that need its answer, and the rest goes on. `undo`: what was made is taken back, the
   * newest first. `cancel`: what has not begun is not begun, and nothing more is waited for. `step`: only this one (retry, skip).
   * 409 PlanStateError when the plan's state has no such action.
   */
  planAct: {
    method: 'POST',
    path: '/plans/:id',
    title: 'Act on plan',
    role: 'operator',
    params: byId,
    body: z.strictObject({ action: z.enum(planActions), step: z.int().nonnegative().optional() }),
    result: plan,
    changes: ['plan'],
  },
})
