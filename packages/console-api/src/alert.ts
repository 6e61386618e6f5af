import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

export const severities = ['danger', 'warning'] as const
export type Severity = (typeof severities)[number]

/** What helps, as the console offers it: where it leads follows from the kind, the appliance and the object. */
export const remedies = [
  'look',
  'give-credentials',
  'compare-certificate',
  'expand-pool',
  'look-at-disks',
  'add-spare',
  'start-session',
  'look-at-replication',
  'create-snapshot',
  'look-at-task',
  'look-at-notifications',
] as const
export type Remedy = (typeof remedies)[number]

const ref = { id: z.string(), name: z.string() }

/** Something that needs a person. `title` says what is so, `text` what to do; `remedy`: the one thing that helps. `since` in epoch seconds. */
export const finding = {
  /** One rule about one thing: the same as long as it is so. */
  key: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  appliance: open(ref).nullable(),
  object: open({ resource: z.string(), ...ref }).nullable(),
  title: z.string(),
  text: z.string(),
  remedy: z.enum(remedies).nullable(),
  since: z.int(),
}

/** A line of what needs attention now. */
export const attention = open({ ...finding, acknowledged_by: z.string().nullable() })
export type Attention = z.output<typeof attention>

/**
 * An alert: raised once when it was so for long enough, cleared by itself. Times in epoch seconds. `snoozed_until`: nobody wants
 * to hear of it before. `silenced_until`: nor of anything of its appliance.
 */
export const alert = open({
  ...finding,
  id: z.string(),
  time_cleared: z.int().nullable(),
  acknowledged_by: z.string().nullable(),
  time_acknowledged: z.int().nullable(),
  snoozed_until: z.int().nullable(),
  snoozed_by: z.string().nullable(),
  silenced_until: z.int().nullable(),
})
export type Alert = z.output<typeof alert>

/** Nothing of an appliance is told until then: it stands with the alerts, and neither on the overview nor in a message. */
export const silence = open({
  appliance: open(ref),
  until: z.int(),
  user: z.string(),
})
export type Silence = z.output<typeof silence>

const byId = z.object({ id: z.string().min(1).max(64) })
/** Epoch seconds. */
const until = z.int('expected a time in epoch seconds').positive('expected a time in epoch seconds')

export const alertEndpoints = defineEndpoints({
  /** Those that are open, the worst first, and then the last that were cleared. */
  alertList: {
    method: 'GET',
    path: '/alerts',
    title: 'List alerts',
    role: 'viewer',
    result: open({ alerts: z.array(alert), total: z.int(), open: z.int() }),
  },
  /** Somebody knows and looks after it: it is no longer counted, and is cleared by itself as ever. */
  alertAcknowledge: {
    method: 'POST',
    path: '/alerts/:id',
    title: 'Acknowledge alert',
    role: 'operator',
    params: byId,
    body: z.strictObject({ action: z.literal('acknowledge') }),
    result: alert,
    changes: ['alert'],
  },
  /** Neither on the overview nor in a message until then; when it is still so, it is told again. 400 for a time that has passed, or is more than a year away. */
  alertSnooze: {
    method: 'POST',
    path: '/alerts/:id',
    title: 'Snooze alert',
    role: 'operator',
    params: byId,
    body: z.strictObject({ action: z.literal('snooze'), until }),
    result: alert,
    changes: ['alert'],
  },
  /** Snoozed no longer. */
  alertWake: {
    method: 'POST',
    path: '/alerts/:id',
    title: 'Wake alert',
    role: 'operator',
    params: byId,
    body: z.strictObject({ action: z.literal('wake') }),
    result: alert,
    changes: ['alert'],
  },
  silenceList: {
    method: 'GET',
    path: '/silences',
    title: 'List silenced appliances',
    role: 'viewer',
    result: open({ silences: z.array(silence), total: z.int() }),
  },
  /** Says nothing of an appliance (id) for a time, while somebody works on it. What is so when the time is over is told then. */
  silenceSet: {
    method: 'PUT',
    path: '/silences/:id',
    title: 'Silence appliance',
    role: 'operator',
    params: byId,
    body: z.strictObject({ until }),
    result: silence,
    changes: ['silence', 'alert'],
  },
  silenceEnd: {
    method: 'DELETE',
    path: '/silences/:id',
    title: 'End silence of appliance',
    role: 'operator',
    params: byId,
    result: open({}),
    changes: ['silence', 'alert'],
  },
})
