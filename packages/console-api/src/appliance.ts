import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/** What the console's server last found when it spoke to an appliance. */
export const applianceStates = [
  'online',
  'slow',
  'maintenance',
  'not-initialised',
  'unreachable',
  'credentials-rejected',
  'certificate-changed',
] as const
export type ApplianceState = (typeof applianceStates)[number]

/** The states that a list tells apart: while an appliance initialises, it says that. */
export type ShownState = ApplianceState | 'initialising'

/** Each of them in words. */
export const applianceStateWords: Readonly<Record<ShownState, string>> = {
  initialising: 'Initialising',
  online: 'Online',
  slow: 'Slow',
  maintenance: 'Maintenance',
  'not-initialised': 'Not initialised',
  unreachable: 'Does not answer',
  'credentials-rejected': 'Credentials rejected',
  'certificate-changed': 'Certificate changed',
}

interface WithState {
  readonly state: ApplianceState
  readonly init_status: string | null
}

/** The state of an appliance as a list shows it, and asks for it. */
export const shownStateOf = ({ state, init_status: initStatus }: WithState): ShownState =>
  state === 'not-initialised' && initStatus === 'Initializing' ? 'initialising' : state

/** The same in a word. */
export const applianceStateWord = (appliance: WithState): string => applianceStateWords[shownStateOf(appliance)]

/** Whether an appliance in this state answers calls, as far as is known. */
export const answers = (state: ApplianceState): boolean =>
  state === 'online' || state === 'slow' || state === 'not-initialised'

/**
 * Whether what is known of an appliance is as of now, also while somebody works on it. One that has not been asked yet
 * since the start is not taken for silent.
 */
export const isKnownNow = (appliance: {
  readonly state: ApplianceState
  readonly error: { readonly type: string } | null
}): boolean =>
  answers(appliance.state) ||
  (appliance.state === 'maintenance' && appliance.error === null) ||
  appliance.error?.type === 'NotAskedYet'

/** What is odd about an appliance that answers: it stands under another address too, is another system than was added, its clock is wrong. */
export const findingTypes = ['SameSystem', 'AnotherSystem', 'ClockSkew'] as const

/** Work on an appliance that somebody has announced: until then (epoch seconds) its state raises no alert. */
export const maintenance = open({ until: z.int(), by: z.string(), reason: z.string() })

/** A TLS certificate as a person compares it: SHA-256 `fingerprint` (`AB:CD:…`), validity in epoch seconds, `trusted` when a CA vouches for it. */
export const certificate = open({
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  valid_from: z.int(),
  valid_to: z.int(),
  trusted: z.boolean(),
})
export type Certificate = z.output<typeof certificate>

/**
 * An appliance of the registry. Never its password.
 * `fingerprint`: of the pinned certificate, null when a CA vouches for it. `system_id`: the vSnap system's own id.
 * `since`: when `state` began; `read_at`: when the appliance last answered (epoch seconds, null: never).
 * `certificate`: the one it shows now, while `state` is `certificate-changed`.
 * `init_status`, `vsnap_version`: as its `GET /system` last said. `clock_skew`: seconds that its clock is ahead of the
 * console's, null while that is not known. `labels`: `site=fra`; `notes`: Markdown.
 */
export const appliance = open({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  username: z.string(),
  fingerprint: z.string().nullable(),
  system_id: z.string().nullable(),
  state: z.enum(applianceStates),
  since: z.int(),
  read_at: z.int().nullable(),
  error: open({ type: z.string(), message: z.string() }).nullable(),
  certificate: certificate.nullable(),
  findings: z.array(open({ type: z.enum(findingTypes), message: z.string() })),
  clock_skew: z.int().nullable(),
  maintenance: maintenance.nullable(),
  labels: z.array(z.string()),
  notes: z.string(),
  init_status: z.string().nullable(),
  vsnap_version: z.string().nullable(),
  time_created: z.int(),
})
export type Appliance = z.output<typeof appliance>

const applianceName = z.string().trim().min(1, 'expected a name').max(256)
/** `https://host:port`; `host` or `host:port` will do, the port is 8900 when none is written (guide §1). */
const url = z.string().trim().min(1, 'expected an address').max(2048)
const username = z
  .string()
  .min(1, 'expected a user name')
  .max(256)
  .regex(/^[^:\p{Cc}]+$/u, 'expected no colon and no control characters')
const password = z.string().min(1, 'expected a password').max(1024)
const fingerprint = z.string().regex(/^([0-9a-f]{2}:?){31}[0-9a-f]{2}$/i, 'expected a SHA-256 fingerprint, AB:CD:…')
/** What rows that belong to appliances are grouped by: `appliance`, or the values of a label (`label:site`). */
export const grouping = z
  .string()
  .regex(/^(appliance|label:[a-z][a-z0-9_.-]{0,30})$/i, 'expected appliance, or label: and its name')

/** A label: what it says, and what of it: `site=fra`. */
export const label = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_.-]{0,30}=[^\s=,]{1,63}$/i, 'expected name=value, without spaces and commas')
const byId = z.object({ id: z.string().min(1).max(64) })

/**
 * The registry of appliances. Whatever speaks to an appliance may answer 502 ApplianceUnreachable,
 * 502 ApplianceCredentialsRejected, 502 ApplianceAnswerInvalid or 504 ApplianceTimeout.
 */
export const applianceEndpoints = defineEndpoints({
  applianceList: {
    method: 'GET',
    path: '/appliances',
    title: 'List appliances',
    role: 'viewer',
    result: open({ appliances: z.array(appliance), total: z.int() }),
  },
  /** Looks at the certificate under an address; sends no credential and changes nothing. */
  applianceProbe: {
    method: 'POST',
    path: '/appliances/probe',
    title: 'Look at certificate',
    role: 'admin',
    body: z.strictObject({ url }),
    result: open({ url: z.string(), certificate }),
  },
  /**
   * 409 UntrustedCertificate (with `fingerprint`, `subject`, `issuer`, `valid_from`, `valid_to`) when no CA vouches for
   * the certificate and `fingerprint` does not repeat it: no credential was sent. 409 AlreadyRegistered (with
   * the `id` and `name` that it has) when the same system is known, under whatever address. 409 AlreadyExistsError: the name.
   */
  applianceCreate: {
    method: 'POST',
    path: '/appliances',
    title: 'Add appliance',
    role: 'admin',
    body: z.strictObject({ name: applianceName, url, username, password, fingerprint: fingerprint.optional() }),
    result: appliance,
    changes: ['appliance'],
  },
  applianceView: {
    method: 'GET',
    path: '/appliances/:id',
    title: 'View appliance',
    role: 'viewer',
    params: byId,
    result: appliance,
  },
  /**
   * Another name, address, account or certificate; the errors of applianceCreate. Only the name: no connection is made.
   * An appliance that does not answer is changed as well, and tried again later. Nothing is changed when the appliance
   * refuses the account that was given, or its certificate needs a look first; an account that is given for one that shows another
   * certificate than the pinned one is kept, and sent to nobody until that is trusted. A new address takes the password again,
   * unless the pinned certificate answers there. `tried`: whether the appliance has taken the account that was given; null: none was.
   */
  applianceUpdate: {
    method: 'PATCH',
    path: '/appliances/:id',
    title: 'Edit appliance',
    role: 'admin',
    params: byId,
    body: z.strictObject({
      name: applianceName.optional(),
      url: url.optional(),
      username: username.optional(),
      password: password.optional(),
      fingerprint: fingerprint.optional(),
    }),
    result: appliance.extend({ tried: z.boolean().nullable() }),
    changes: ['appliance'],
  },
  /** Asks it now, and reads its lists anew, however long it would have been left alone; answers how it is then. */
  applianceLook: {
    method: 'POST',
    path: '/appliances/:id',
    title: 'Try appliance now',
    role: 'viewer',
    params: byId,
    body: z.strictObject({ action: z.literal('look') }),
    result: appliance,
    changes: ['appliance'],
  },
  /** How people tell it apart, and what they should know of it; the appliance does not learn it. What is absent stays as it is. */
  applianceDescribe: {
    method: 'PUT',
    path: '/appliances/:id/description',
    title: 'Describe appliance',
    role: 'operator',
    params: byId,
    body: z.strictObject({ labels: z.array(label).max(20).optional(), notes: z.string().max(20_000).optional() }),
    result: appliance,
    changes: ['appliance'],
  },
  /** Announces work on it until then (epoch seconds, within 30 days), or, with `until` null, its end. */
  applianceMaintain: {
    method: 'POST',
    path: '/appliances/:id',
    title: 'Set maintenance of appliance',
    role: 'operator',
    params: byId,
    body: z.strictObject({
      action: z.literal('maintain'),
      until: z.int().positive().nullable(),
      reason: z.string().trim().max(500).optional(),
    }),
    result: appliance,
    changes: ['appliance'],
  },
  /** The console forgets the appliance and its credentials; the appliance itself keeps everything. */
  applianceDelete: {
    method: 'DELETE',
    path: '/appliances/:id',
    title: 'Remove appliance',
    role: 'admin',
    params: byId,
    result: open({}),
    destructive: true,
    changes: ['appliance'],
  },
})
