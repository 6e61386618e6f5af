import type { Transfer } from './transfers.ts'

/** A session that is being sent, and how it can be stopped. */
export interface RunningSession {
  readonly rel_id: string
  /** Stops it for a reason, which becomes its message; resolves when it has ended, on the partner too. */
  stop(reason: string): Promise<void>
  /** Bytes that the partner has acknowledged. */
  sent(): number
}

/** What replication knows only while the process lives: its end ends all of it. */
export interface ReplicationState {
  /** Proofs (see PartnerRow) of systems that are becoming partners just now, by id. */
  readonly joining: Map<string, string>
  /** What is being received, by id. */
  readonly transfers: Map<string, Transfer>
  /** What is being sent, by the session's id. */
  readonly running: Map<number, RunningSession>
  /** What a call that talks to a partner is working on, so that a second one is refused. */
  readonly busy: Set<string>
  /** False while nothing new may begin: before the appliance listens, and when it stops. */
  open: boolean
}

export function replicationState(): ReplicationState {
  return { joining: new Map(), transfers: new Map(), running: new Map(), busy: new Set(), open: false }
}
