import type { Endpoint } from '@vsnap/contract/endpoint.ts'

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
  readonly appliance?: { readonly id: string; readonly name: string }
  readonly request_id: string
}

export interface AuditedOutcome {
  readonly state: 'done' | 'refused' | 'unknown'
  readonly status: number | null
  readonly error?: { readonly type: string; readonly message: string } | null
}

export interface Audit {
  /** Resolves to the entry's id once it is on the disk; only then may the call be made. */
  begin(call: AuditedCall): Promise<string>
  /** Completes an entry. */
  finish(id: string, outcome: AuditedOutcome): Promise<void>
}
