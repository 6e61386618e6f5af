import { setTimeout as wait } from 'node:timers/promises'
import { ApiError } from '@vsnap/contract/error.ts'
import type { SessionRow } from '../catalog/rows.ts'
import { EngineError } from '../engine/engine.ts'
import type { HandlerContext } from '../handlers/context.ts'
import { sendSnapshot } from './send-snapshot.ts'

/** Why a session was stopped, in words for its message. */
class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Milliseconds that stopping a session waits for the partner to have cleared away its part. */
const patience = 700
/** Milliseconds after which it is noted how far a session has come. */
const noteEvery = 500

/** Sends one session, from now on in the background; `afterwards` is called when it has ended. */
export function sendSession(context: HandlerContext, session: SessionRow, afterwards: () => void): void {
  const { catalog, clock, replication } = context
  const { id, rel_id, local_snap_id } = session
  const control = new AbortController()
  let [sent, noted, over] = [0, Date.now(), false]

  catalog.change(() => {
    catalog.update('session', { id }, { status: 'ACTIVE', time_started: clock.now(), size_sent: 0 })
    catalog.update('relationship', { id: rel_id }, { last_attempt_snap_id: local_snap_id })
  })

  const end = (status: 'COMPLETED' | 'FAILED', outcome: Pick<SessionRow, 'message' | 'remote_snap_id'>): void => {
    if (over) return
    over = true
    const now = clock.now()
    const success = status === 'COMPLETED' ? { last_success_snap_id: local_snap_id } : {}
    catalog.change(() => {
      catalog.update('session', { id }, { status, size_sent: sent, time_ended: now, ...outcome })
      catalog.update('relationship', { id: rel_id }, { last_sync_status: status, time_updated: now, ...success })
    })
  }
  const fail = (error: unknown): void => end('FAILED', { message: wordsOf(error), remote_snap_id: null })

  const progress = (bytes: number): void => {
    sent = bytes
    if (over || Date.now() - noted < noteEvery) return
    noted = Date.now()
    catalog.change(() => catalog.update('session', { id }, { size_sent: bytes }))
  }

  const ended = sendSnapshot(context, session, progress, control.signal)
    .then((outcome) => end('COMPLETED', outcome))
    .catch((error: unknown) => fail(control.signal.aborted ? control.signal.reason : error))
    .finally(() => {
      replication.running.delete(id)
      afterwards()
    })

  replication.running.set(id, {
    rel_id,
    sent: () => sent,
    async stop(reason) {
      const why = new Stopped(reason)
      control.abort(why)
      await Promise.race([ended, wait(patience, undefined, { ref: false })])
      fail(why)
    },
  })
}

function wordsOf(error: unknown): string {
  if (error instanceof ApiError || error instanceof EngineError || error instanceof Stopped) return error.message
  return 'The session failed because of an internal error.'
}
