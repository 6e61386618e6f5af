import type { Input } from '@vsnap/contract/endpoint.ts'
import { sessionCan } from '@vsnap/vsnap-api/session.rules.ts'
import type { sessionEndpoints } from '@vsnap/vsnap-api/session.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { demand, refusal } from '@vsnap/vsnap-api/verdict.ts'
import type { SessionRow } from '../catalog/rows.ts'
import { changing, rowId, type HandlerContext } from '../handlers/context.ts'
import { createSnapshot, snapshotRow, summary } from '../handlers/snapshot.ts'
import { relationshipRow, undoUnfinished } from './relationships.ts'
import { relationshipViews } from './relationship-view.ts'
import { sendSession } from './send-session.ts'
import { sessionView } from './session-view.ts'
import { abortTransfers } from './transfers.ts'

/** Sessions that are sent at the same time; others wait in order. */
const mostActive = 4
/** Ended sessions that are kept of each relationship. */
const mostKept = 100

/** @throws 404 NotFoundError. */
export function sessionRow({ catalog }: HandlerContext, id: string): SessionRow {
  const row = catalog.one('session', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No session has the id ${id}.`)
  return row
}

/** Queues a session (§14.1), of a snapshot that is given or made. */
export async function startSession(
  context: HandlerContext,
  relId: string,
  wanted: Input<(typeof sessionEndpoints)['sessionStart']>['body'],
): Promise<SessionRow> {
  const row = await changing(context, async () => {
    const { catalog, clock } = context
    const relationship = relationshipRow(context, relId)
    const [view] = relationshipViews(context, { id: relId })
    const given = wanted.snap_id == null ? undefined : snapshotRow(context, wanted.snap_id)
    if (view) demand(sessionCan.start(view, given && summary(given)))
    if (wanted.remote_snap_name != null) demand(nameOnPartner(wanted.remote_snap_name))
    const snapshot = given ?? (await createSnapshot(context, String(relationship.volume_id)))
    const id = catalog.change(() =>
      catalog.insert('session', {
        rel_id: relId,
        local_snap_id: snapshot.id,
        local_snap_name: snapshot.name,
        remote_snap_name: wanted.remote_snap_name ?? snapshot.name,
        status: 'PENDING',
        time_queued: clock.now(),
      }),
    )
    return sessionRow(context, String(id))
  })
  sendNext(context)
  return row
}

/** The partner alone knows whether the name is free. */
function nameOnPartner(name: string) {
  const verdict = snapshotCan.name(name, [])
  return verdict.ok ? verdict : { ...verdict, field: 'remote_snap_name' }
}

/** Starts what waits, in order: one session a relationship, so many in all. */
function sendNext(context: HandlerContext): void {
  const { catalog, replication } = context
  if (!replication.open) return
  for (const session of catalog.all('session', { status: 'PENDING' })) {
    if (replication.running.size >= mostActive) return
    const taken = [...replication.running.values()].some(({ rel_id: id }) => id === session.rel_id)
    if (!taken) sendSession(context, session, () => afterwards(context, session))
  }
}

function afterwards(context: HandlerContext, { rel_id }: SessionRow): void {
  const { catalog, replication } = context
  if (!replication.open) return
  const ended = catalog.all('session', { rel_id }).filter(({ time_ended: time }) => time !== null)
  const old = ended.slice(0, Math.max(0, ended.length - mostKept))
  if (old.length > 0) catalog.change(() => old.forEach(({ id }) => catalog.delete('session', { id })))
  sendNext(context)
}

/** Ends a session that waits or is being sent (§14.4). */
export async function cancelSession(context: HandlerContext, id: string): Promise<SessionRow> {
  const { catalog, clock, replication } = context
  const row = sessionRow(context, id)
  demand(sessionCan.cancel(sessionView(context, row)))
  const running = replication.running.get(row.id)
  if (running) await running.stop('Canceled')
  else {
    const ended = { status: 'FAILED', message: 'Canceled', time_ended: clock.now() } as const
    catalog.change(() => catalog.update('session', { id: row.id }, ended))
  }
  return sessionRow(context, id)
}

/** What was being sent when the process ended has failed; the partner gives up its part by itself. */
export function failInterrupted({ catalog, clock }: HandlerContext): void {
  const message = 'The appliance stopped while it was sending.'
  catalog.change(() => {
    for (const { id, rel_id } of catalog.all('session', { status: 'ACTIVE' })) {
      catalog.update('session', { id }, { status: 'FAILED', message, time_ended: clock.now() })
      catalog.update('relationship', { id: rel_id }, { last_sync_status: 'FAILED' })
    }
  })
}

/** Milliseconds after which partners that were away are told again what they have to forget. */
const again = 30_000

/** Milliseconds before what waited at the start is sent: after a power failure partners come back at about the same time. */
const settling = 5000

/** Begins to replicate, once this system can be reached; returns how to stop. */
export function startReplication(context: HandlerContext): () => Promise<void> {
  const { replication } = context
  replication.open = true
  const undo = () => void undoUnfinished(context)
  const timer = setInterval(undo, again).unref()
  undo()
  const resume = setTimeout(() => sendNext(context), settling).unref()
  return async () => {
    replication.open = false
    clearInterval(timer)
    clearTimeout(resume)
    await Promise.all([...replication.running.values()].map((one) => one.stop('The appliance was stopped.')))
    await abortTransfers(context)
  }
}
