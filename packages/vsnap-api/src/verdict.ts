import { ApiError } from '@vsnap/contract/error.ts'

/** The answer of a rule: allowed, or the reason why not, in the words that the console shows and the appliance answers. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly type: Refusal; readonly reason: string; readonly field?: string }

const statuses = {
  InvalidParameterError: 400,
  InvalidCandidateError: 400,
  NotFoundError: 404,
  AlreadyExistsError: 409,
  HasClonesError: 409,
  InUseError: 409,
  InsufficientSpaceError: 409,
  NotInitializedError: 409,
  NotApplicableError: 409,
  ReplicatedError: 409,
  PartnerCredentialsError: 400,
  PartnerUnreachableError: 409,
  PartnerCertificateError: 409,
  PartnerRefusedError: 409,
} as const

export type Refusal = keyof typeof statuses

export const allowed: Verdict = { ok: true }

/** A refusal; `field` is the name of the body's field that it is about, when it is about one. */
export function refused(type: Refusal, reason: string, field?: string): Verdict {
  return { ok: false, type, reason, ...(field === undefined ? {} : { field }) }
}

/** The first refusal among verdicts, else allowed. */
export function all(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? allowed
}

/** Why a rule refuses; undefined when it allows, or was not asked. */
export function reasonOf(verdict: Verdict | undefined): string | undefined {
  return verdict === undefined || verdict.ok ? undefined : verdict.reason
}

/** Throws a refusal as the guide's error object. */
export function demand(verdict: Verdict): void {
  if (!verdict.ok) throw refusal(verdict.type, verdict.reason, verdict.field)
}

/** The error for a refusal, with the status that belongs to its type. */
export function refusal(type: Refusal, reason: string, field?: string): ApiError {
  return new ApiError(statuses[type], type, reason, field === undefined ? {} : { field })
}
