import type { AuditEntry } from '@vsnap/console-api/audit.ts'
import type { Endpoint } from '@vsnap/contract/endpoint.ts'
import { ApiError, toApiError } from '@vsnap/contract/error.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { Insertable, Kysely, Selectable } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { batched, statement, type Until } from '../database/batch.ts'
import type { AuditTable, Database } from '../database/schema.ts'
import { redact } from './redact.ts'

export interface AuditedAppliance {
  readonly id: string
  readonly name: string
}

/** Who does what to whom; written down before it is done. */
export interface AuditedCall {
  readonly operation: string
  readonly endpoint: Endpoint
  /** As it is sent, from the operation: `/pool/1`. */
  readonly path: string
  readonly params?: unknown
  readonly body?: unknown
  readonly user: string | null
  /** The caller's network address. */
  readonly address: string | null
  readonly appliance?: AuditedAppliance | undefined
  readonly request_id: string
}

export interface AuditedOutcome {
  readonly state: 'done' | 'refused' | 'unknown'
  readonly status: number | null
  readonly error?: { readonly type: string; readonly message: string } | null
  /** When it was not known before: the appliance that was added. */
  readonly appliance?: AuditedAppliance | undefined
}

export interface Audit {
  /** Resolves to the entry's id once it is on the disk, or on its way there; only then may the call be made. Rejects: don't make it. */
  begin(call: AuditedCall, until?: Until): Promise<string>
  /** Completes an entry. Never rejects: what cannot be written is logged, and told as `unknown` after the next start. */
  finish(id: string, outcome: AuditedOutcome, until?: Until): Promise<void>
  /** When the call with this request id was made and how it ended, as far as the trail knows; undefined: it was never begun. */
  outcome(request_id: string): Promise<Pick<AuditEntry, 'time' | 'state' | 'status' | 'error'> | undefined>
  /** Begins, does it, completes; for what the console itself does (its failure means that nothing was changed). */
  run<T>(call: AuditedCall, work: () => Promise<T> | T, about?: (result: T) => AuditedAppliance | undefined): Promise<T>
  /** The newest first; `next` is the cursor of what follows. `among`: only changes of these appliances (ids). */
  list(filter: {
    appliance?: string | undefined
    among?: readonly string[]
    limit?: number | undefined
    cursor?: string | undefined
  }): Promise<{
    entries: Full<AuditEntry>[]
    next: string | null
    total: number
  }>
}

/** Opens the trail. Calls that an earlier process left under way become `unknown`: nobody saw how they ended. */
export async function openAudit(db: Kysely<Database>, log: Logger): Promise<Audit> {
  await db.updateTable('audit').set({ state: 'unknown' }).where('state', '=', 'sent').execute()
  const nextId = idSequence()
  const insert = statement((row: Insertable<AuditTable>) => db.insertInto('audit').values(row))
  const complete = statement(({ id, ...row }: Partial<Insertable<AuditTable>> & { id: string }) =>
    db.updateTable('audit').set(row).where('id', '=', id),
  )

  const begin: Audit['begin'] = async (call, until) => {
    const id = nextId()
    const row = {
      id,
      time: Math.floor(Date.now() / 1000),
      name: call.user,
      address: call.address,
      appliance_id: call.appliance?.id ?? null,
      appliance_name: call.appliance?.name ?? null,
      operation: call.operation,
      title: call.endpoint.title,
      method: call.endpoint.method,
      path: call.path,
      request: JSON.stringify({ params: redact(call.params ?? {}), body: redact(call.body ?? {}) }),
      state: 'sent' as const,
      status: null,
      error: null,
      request_id: call.request_id,
    }
    await batched(db, insert(row), until)
    return id
  }

  const finish: Audit['finish'] = async (id, { state, status, error = null, appliance }, until) => {
    const kept = error && JSON.stringify({ type: error.type, message: redact(error.message) })
    try {
      const about = appliance && { appliance_id: appliance.id, appliance_name: appliance.name }
      await batched(db, complete({ state, status, error: kept, ...about, id }), until)
    } catch (failure) {
      log.error({ err: failure, audit: id, state, status }, 'the outcome of an audited call could not be written')
    }
  }

  return {
    begin,
    finish,

    async outcome(request_id) {
      const row = await db.selectFrom('audit').selectAll().where('request_id', '=', request_id).executeTakeFirst()
      return row && entryOf(row)
    },

    async run(call, work, about) {
      const id = await begin(call)
      try {
        const result = await work()
        await finish(id, { state: 'done', status: 200, appliance: about?.(result) })
        return result
      } catch (error) {
        const { status, type, message } = toApiError(error)
        await finish(id, { state: error instanceof ApiError ? 'refused' : 'unknown', status, error: { type, message } })
        throw error
      }
    },

    async list({ appliance, among, limit = 100, cursor }) {
      let rows = db.selectFrom('audit')
      if (appliance !== undefined) rows = rows.where('appliance_id', '=', appliance)
      if (among) rows = rows.where('appliance_id', 'in', among.length > 0 ? among : [''])
      const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      if (cursor !== undefined) rows = rows.where('id', '<', cursor)
      const found = await rows
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const page = found.slice(0, limit)
      return {
        entries: page.map(entryOf),
        next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
        total: Number(total),
      }
    },
  }
}

function entryOf(row: Selectable<AuditTable>): Full<AuditEntry> {
  const { name, appliance_id, appliance_name, request, error, ...same } = row
  return {
    ...same,
    user: name,
    appliance: appliance_id === null ? null : { id: appliance_id, name: appliance_name ?? appliance_id },
    request: JSON.parse(request) as AuditEntry['request'],
    error: error === null ? null : (JSON.parse(error) as { type: string; message: string }),
  }
}

/** Ids that sort by time also as text: milliseconds, a counter, and chance against a second process. */
function idSequence(): () => string {
  let last = 0
  let count = 0
  return () => {
    const now = Math.max(Date.now(), last)
    count = now === last ? count + 1 : 0
    last = now
    return `${now.toString(36).padStart(9, '0')}${count.toString(36).padStart(4, '0')}${randomUUID().slice(0, 6)}`
  }
}
