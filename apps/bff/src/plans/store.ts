import type { PlanState } from '@vsnap/console-api/plan.ts'
import type { Insertable, Kysely, Selectable } from 'kysely'
import { batched, makeAll, statement } from '../database/batch.ts'
import type { Database, PlansTable, PlanStepsTable } from '../database/schema.ts'
import type { Failure, PlanRecord, Step, StepInput } from './step.ts'

/** A plan without its steps, as a list has it. */
export interface PlanHead extends Omit<PlanRecord, 'steps'> {
  readonly counts: Partial<Record<PlanState, number>>
  readonly appliances: { id: string; name: string }[]
}

/** Plans in the database. What was saved survives a kill. */
export interface PlanStore {
  /** Keeps a new plan, with `key` of its maker and the hash of its content. The plan that this key made before is left, and answered. */
  insert(plan: PlanRecord, once: { key: string; content: string }): Promise<{ id: string; content: string }>
  /** Resolves once no kill can take it back; it is on the disk some milliseconds later, and at the end of the plan. */
  saveStep(plan: PlanRecord, step: Step): Promise<void>
  /** Everything of a plan that an action may have changed. */
  save(plan: PlanRecord, steps: readonly Step[]): Promise<void>
  load(id: string): Promise<PlanRecord | undefined>
  /** The newest first; `next` is the cursor of what follows. `current` knows better how far a plan is, as long as it goes on. */
  list(
    filter: { state?: PlanState | undefined; limit?: number | undefined; cursor?: string | undefined },
    current: (id: string) => PlanHead | undefined,
  ): Promise<{ plans: PlanHead[]; next: string | null; total: number }>
  /** Ids of the plans that have not ended. */
  unfinished(): Promise<string[]>
}

const going: PlanState[] = ['queued', 'running', 'waiting']

export function openPlanStore(db: Kysely<Database>): PlanStore {
  const update = statement(({ plan_id, n, ...row }: ReturnType<typeof progressOf> & { plan_id: string; n: number }) =>
    db.updateTable('plan_steps').set(row).where('plan_id', '=', plan_id).where('n', '=', n),
  )
  const insertStep = statement((row: Insertable<PlanStepsTable>) => db.insertInto('plan_steps').values(row))
  // As it is now, whatever becomes of it until its turn comes.
  const updateStep = ({ id }: PlanRecord, step: Step) => update({ ...progressOf(step), plan_id: id, n: step.n })
  const stepsOf = (id: string) =>
    db.selectFrom('plan_steps').selectAll().where('plan_id', '=', id).orderBy('n').execute()

  return {
    async insert(plan, { key, content }) {
      return db.transaction().execute(async (transaction) => {
        const { id, title, user, actor, address, state, time_created, time_ended } = plan
        const row = { id, title, actor, address, state, time_created, time_ended }
        const made = await transaction
          .insertInto('plans')
          .values({ ...row, name: user, undoing: 0, idempotency_key: key, content })
          .onConflict((conflict) => conflict.columns(['name', 'idempotency_key']).doNothing())
          .executeTakeFirst()
        if (made.numInsertedOrUpdatedRows === 0n) {
          return transaction
            .selectFrom('plans')
            .select(['id', 'content'])
            .where('name', '=', user)
            .where('idempotency_key', '=', key)
            .executeTakeFirstOrThrow()
        }
        await makeAll(
          db,
          transaction,
          plan.steps.map((step) => insertStep(rowOf(id, step))),
        )
        return { id, content }
      })
    },

    saveStep: (plan, step) => batched(db, updateStep(plan, step), 'on its way'),

    async save(plan, steps) {
      await db.transaction().execute(async (transaction) => {
        const { id, actor, address, state, undoing, time_ended } = plan
        await transaction
          .updateTable('plans')
          .set({ actor, address, state, undoing: Number(undoing), time_ended })
          .where('id', '=', id)
          .execute()
        for (const step of steps) await transaction.executeQuery(updateStep(plan, step))
      })
    },

    async load(id) {
      const row = await db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...headOf(row), steps: (await stepsOf(id)).map(stepOf) }
    },

    async list({ state, limit = 100, cursor }, current) {
      let rows = db.selectFrom('plans')
      // How far one that goes on is, is known to who goes on with it.
      if (state !== undefined) rows = rows.where('state', 'in', going.includes(state) ? going : [state])
      const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      if (cursor !== undefined) rows = rows.where('id', '<', cursor)
      const found = await rows
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const page = found.slice(0, limit)
      const known = new Map(page.map(({ id }) => [id, current(id)]))
      const ids = page.flatMap(({ id }) => (known.get(id) ? [] : id))
      const groups = ids.length
        ? await db
            .selectFrom('plan_steps')
            .select(['plan_id', 'appliance_id', 'appliance_name', 'state'])
            .select(({ fn }) => fn.countAll<number>().as('steps'))
            .where('plan_id', 'in', ids)
            .groupBy(['plan_id', 'appliance_id', 'appliance_name', 'state'])
            .execute()
        : []
      const plans = page.map((row): PlanHead => {
        const now = known.get(row.id)
        if (now) return now
        const own = groups.filter(({ plan_id }) => plan_id === row.id)
        const counts: PlanHead['counts'] = {}
        for (const one of own) counts[one.state] = (counts[one.state] ?? 0) + Number(one.steps)
        const appliances = new Map(own.map(({ appliance_id, appliance_name }) => [appliance_id, appliance_name]))
        return { ...headOf(row), counts, appliances: [...appliances].map(([id, name]) => ({ id, name })) }
      })
      return { plans, next: found.length > limit ? (page.at(-1)?.id ?? null) : null, total: Number(total) }
    },

    async unfinished() {
      const rows = await db.selectFrom('plans').select('id').where('state', 'in', going).orderBy('id').execute()
      return rows.map(({ id }) => id)
    },
  }
}

function headOf({ name, undoing, ...row }: Selectable<PlansTable>): Omit<PlanRecord, 'steps'> {
  const { id, title, actor, address, state, time_created, time_ended } = row
  return { id, title, user: name, actor, address, state, undoing: undoing === 1, time_created, time_ended }
}

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

function rowOf(plan_id: string, step: Step): Insertable<PlanStepsTable> {
  const { n, appliance, operation, about, input } = step
  const { id: appliance_id, name: appliance_name } = appliance
  return {
    plan_id,
    n,
    appliance_id,
    appliance_name,
    operation,
    about,
    input: JSON.stringify(input),
    ...progressOf(step),
  }
}

/** What changes of a step. */
function progressOf({ state, request_id, status, time_started, time_ended, ...step }: Step) {
  return {
    // That it is under way says the audit trail.
    state: state === 'running' ? 'queued' : state,
    request_id,
    status,
    answer: json(step.answer),
    error: json(step.error),
    doubtful: Number(step.doubtful),
    found: Number(step.found),
    time_started,
    time_ended,
  }
}

function stepOf(row: Selectable<PlanStepsTable>): Step {
  const { n, operation, about, state, request_id, status, time_started, time_ended } = row
  return {
    n,
    appliance: { id: row.appliance_id, name: row.appliance_name },
    operation,
    about,
    input: JSON.parse(row.input) as StepInput,
    state,
    request_id,
    status,
    answer: row.answer === null ? null : (JSON.parse(row.answer) as unknown),
    error: row.error === null ? null : (JSON.parse(row.error) as Failure),
    doubtful: row.doubtful === 1,
    found: row.found === 1,
    time_started,
    time_ended,
    recovered: state === 'queued',
  }
}
