import { refusal } from '@vsnap/vsnap-api/verdict.ts'
import { systemCan } from '@vsnap/vsnap-api/system.rules.ts'
import { demand } from '@vsnap/vsnap-api/verdict.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { PoolRow, SystemRow, VolumeRow } from '../catalog/rows.ts'
import type { Clock } from '../clock.ts'
import type { StorageEngine } from '../engine/engine.ts'
import type { ReplicationState } from '../replication/state.ts'
import type { Secrets } from '../secrets.ts'

/** What a handler works with. */
export interface HandlerContext {
  readonly engine: StorageEngine
  readonly catalog: Catalog
  readonly clock: Clock
  readonly secrets: Secrets
  readonly replication: ReplicationState
  /** What other systems see of this one: its certificate (PEM), and the port of its API, once it listens. */
  readonly self: { readonly certificate: string; port: number }
  /** Names of the accounts that may call (§3.1). */
  readonly accounts: readonly string[]
  /** Runs one change after another, so that of two calls for one disk or name one wins and the other is refused. */
  readonly inTurn: <R>(change: () => Promise<R>) => Promise<R>
}

/** A queue of one: each change starts when the one before it has ended, however it ended. */
export function turns(): HandlerContext['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (change) => {
    const mine = last.then(change, change)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** An id of the API as the catalog has it; 0, which no object has, when it is no number. */
export function rowId(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : 0
}

/** The system's row. */
export function systemRow({ catalog }: HandlerContext): SystemRow {
  const row = catalog.one('system')
  if (!row) throw new Error('The catalog has no system.')
  return row
}

/** Refuses (409 NotInitializedError) while the system is not initialised. */
export function demandReady(context: HandlerContext): void {
  demand(systemCan.work({ id: '', init_status: systemRow(context).init_status }))
}

/** Runs a change of a system that is initialised, in its turn. */
export function changing<R>(context: HandlerContext, change: () => Promise<R>): Promise<R> {
  return context.inTurn(async () => {
    demandReady(context)
    return change()
  })
}

/** @throws 404 NotFoundError. */
export function poolRow({ catalog }: HandlerContext, id: string): PoolRow {
  const row = catalog.one('pool', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No pool has the id ${id}.`)
  return row
}

/** @throws 404 NotFoundError. */
export function volumeRow({ catalog }: HandlerContext, id: string): VolumeRow {
  const row = catalog.one('volume', { id: rowId(id) })
  if (!row) throw refusal('NotFoundError', `No volume has the id ${id}.`)
  return row
}
