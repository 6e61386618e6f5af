import { type Appliance, type ApplianceState, type Certificate, certificate } from '@vsnap/console-api/appliance.ts'
import { toApiError } from '@vsnap/contract/error.ts'
import { systemCan } from '@vsnap/vsnap-api/system.rules.ts'
import type { System } from '@vsnap/vsnap-api/system.ts'

/** What is known of how an appliance is; in memory, found out anew after each start. */
export interface Status {
  readonly state: Exclude<ApplianceState, 'maintenance'>
  readonly since: number
  readonly read_at: number | null
  readonly error: Appliance['error']
  readonly certificate: Appliance['certificate']
  readonly clock_skew: number | null
}

export interface Identity {
  readonly system_id: string | null
  readonly init_status: string | null
  readonly vsnap_version: string | null
}

type Failure = { readonly type: string; readonly message: string }

/**
 * What somebody who spoke to an appliance found. `system`: its answer of GET /system, when that was asked for, with the
 * milliseconds that it `took`, and the seconds that its clock is ahead (`skew`).
 */
export type Observation =
  | {
      readonly state: 'online'
      readonly system?: System
      readonly took?: number
      readonly skew?: number | undefined
    }
  | { readonly state: 'unreachable' | 'credentials-rejected'; readonly error: Failure }
  | { readonly state: 'certificate-changed'; readonly error: Failure; readonly certificate: Certificate | null }

/** Milliseconds to say who it is, from which on an appliance is slow, and under which it is not any more. */
const slow = { from: 3_000, under: 1_500 }

const secondsNow = () => Math.floor(Date.now() / 1000)

/** Before the first answer. */
export function unknownStatus(): Status {
  const error = { type: 'NotAskedYet', message: 'The console has just started and has not asked this appliance yet.' }
  return { state: 'unreachable', since: secondsNow(), read_at: null, error, certificate: null, clock_skew: null }
}

/** The status after something new was found. `since` stays while the state does. */
export function nextStatus(before: Status, seen: Observation, identity: Identity): Status {
  const state = seen.state === 'online' ? stateOf(before, seen.took, identity) : seen.state
  return {
    state,
    since: state === before.state && before.error?.type !== 'NotAskedYet' ? before.since : secondsNow(),
    read_at: seen.state === 'online' ? secondsNow() : before.read_at,
    error: seen.state === 'online' ? otherSystem(before, seen.system, identity) : seen.error,
    certificate: seen.state === 'certificate-changed' ? seen.certificate : null,
    clock_skew: (seen.state === 'online' ? seen.skew : undefined) ?? before.clock_skew,
  }
}

/** Whether this is what was found in this very second, as with most of many calls. */
export function isKnown({ state, read_at, error }: Status, seen: Observation): boolean {
  const saysLittle = seen.state === 'online' && [seen.system, seen.took, seen.skew].every((one) => one === undefined)
  return saysLittle && state === 'online' && error === null && read_at === secondsNow()
}

/** How one is that answers; `took`: milliseconds to say who it is, when that was asked. */
function stateOf({ state }: Status, took: number | undefined, { init_status }: Identity): Status['state'] {
  // Not yet initialised, or just being it: the appliance's own rule says whether it can work.
  if (!systemCan.work({ id: '', init_status }).ok) return 'not-initialised'
  const isSlow = took === undefined ? state === 'slow' : took >= (state === 'slow' ? slow.under : slow.from)
  return isSlow ? 'slow' : 'online'
}

/** Another system under the same address (re-installed, or the address moved on): it works, but it is not the one that was added. */
function otherSystem(before: Status, system: System | undefined, { system_id }: Identity): Appliance['error'] {
  // Most calls don't ask who it is.
  if (!system) return before.error?.type === 'AnotherSystem' ? before.error : null
  if (system_id === null || system.id === system_id) return null
  return {
    type: 'AnotherSystem',
    message: `Another system (${system.id}) answers at this address than the one that was added (${system_id}). Save its address again to accept it, or remove it.`,
  }
}

/** What a failed call says about the appliance. */
export function observationOf(failure: unknown): Observation {
  const { type, message, details } = toApiError(failure)
  const error = { type, message }
  if (type === 'ApplianceCredentialsRejected') return { state: 'credentials-rejected', error }
  if (type !== 'CertificateChanged') return { state: 'unreachable', error }
  const shown = certificate.safeParse(details)
  return { state: 'certificate-changed', error, certificate: shown.success ? shown.data : null }
}
