import { open } from '@vsnap/contract/codec.ts'
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
  'look-at-replication',
  'look-at-task',
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

/** An alert: raised once when it was so for long enough, cleared by itself. Times in epoch seconds. */
export const alert = open({
  ...finding,
  id: z.string(),
  time_cleared: z.int().nullable(),
  acknowledged_by: z.string().nullable(),
  time_acknowledged: z.int().nullable(),
})
export type Alert = z.output<typeof alert>

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
    params: z.object({ id: z.string().min(1).max(64) }),
    body: z.strictObject({ action: z.literal('acknowledge') }),
    result: alert,
    changes: ['alert'],
  },
})
