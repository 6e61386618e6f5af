import { toApiError } from '@vsnap/contract/error.ts'

/** Errors that tell how the appliance is, and not how the call is. */
const aboutAppliance = [
  'ApplianceUnreachable',
  'ApplianceTimeout',
  'ApplianceCredentialsRejected',
  'ApplianceAnswerInvalid',
  'CertificateChanged',
] as const
type AboutAppliance = (typeof aboutAppliance)[number]

export const isAboutAppliance = (type: string): type is AboutAppliance =>
  (aboutAppliance as readonly string[]).includes(type)

/** How a call to an appliance ended: with its answer, its own error (`refused`), nobody who waited (`left`), or what is wrong with it. */
export type CallOutcome = 'answered' | 'refused' | 'left' | AboutAppliance

/** What a failed call is counted as: few words, whatever an appliance calls its errors. */
export function outcomeOf(failure: unknown): CallOutcome {
  const { type } = toApiError(failure)
  return isAboutAppliance(type) ? type : 'refused'
}
