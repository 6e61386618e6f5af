import { integerText, open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { label } from './appliance.ts'

/**
 * `sent`: under way. `done`: it succeeded. `refused`: somebody said no, see `error`. `unknown`: nobody was told how it
 * ended (a time-out, a lost connection, a console that was killed): look at the appliance.
 */
export const auditStates = ['sent', 'done', 'refused', 'unknown'] as const
export type AuditState = (typeof auditStates)[number]

/**
 * One line of the audit trail: a write, by whom, from where, to what, and how it ended.
 * `time` in epoch seconds; `user` null when nobody was logged in; `appliance` null for the console's own operations.
 * `request`: the params and body of the operation, without secrets.
 */
export const auditEntry = open({
  id: z.string(),
  time: z.int(),
  user: z.string().nullable(),
  address: z.string().nullable(),
  appliance: open({ id: z.string(), name: z.string() }).nullable(),
  operation: z.string(),
  title: z.string(),
  method: z.string(),
  path: z.string(),
  request: open({ params: z.unknown(), body: z.unknown() }),
  state: z.enum(auditStates),
  status: z.int().nullable(),
  error: open({ type: z.string(), message: z.string() }).nullable(),
  request_id: z.string(),
})
export type AuditEntry = z.output<typeof auditEntry>

/** The audit trail: every write, the newest first. `appliance`: only this one's (id). `label`: only those of appliances that have it. */
export const auditEndpoints = defineEndpoints({
  auditList: {
    method: 'GET',
    path: '/audit',
    title: 'List audit trail',
    role: 'viewer',
    query: z.strictObject({
      appliance: z.string().max(64).optional(),
      label: label.optional(),
      limit: integerText.refine((rows) => rows >= 1 && rows <= 1000, 'expected 1 to 1000').optional(),
      cursor: z.string().max(64).optional(),
    }),
    result: open({ entries: z.array(auditEntry), next: z.string().nullable(), total: z.int() }),
  },
})
