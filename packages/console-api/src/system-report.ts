import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'
import { alert } from './alert.ts'
import { appliance } from './appliance.ts'
import { auditEntry } from './audit.ts'
import { bytes, fleetResources } from './fleet.ts'

/**
 * What whoever helps with an appliance has to know of it. No account, no notes, and of calls that went wrong not what was
 * sent. Times in epoch seconds. `lists`: how many objects there are, when that was read, what was wrong about reading it.
 * `failed_sessions`: relationships (ids) whose last session failed, and why.
 */
export const systemReport = open({
  time_created: z.int(),
  appliance: appliance.omit({ username: true, notes: true, certificate: true }),
  lists: z.array(
    open({
      resource: z.enum(fleetResources),
      items: z.int().nullable(),
      read_at: z.int().nullable(),
      error: open({ type: z.string(), message: z.string() }).nullable(),
    }),
  ),
  pools: z.array(
    open({
      id: z.string(),
      name: z.string(),
      status: z.string().nullable(),
      health: z.number().nullable(),
      size_used: bytes.nullable(),
      size_total: bytes.nullable(),
    }),
  ),
  failed_sessions: z.array(open({ relationship: z.string(), reason: z.string() })),
  alerts: z.array(alert.pick({ rule: true, severity: true, title: true, text: true, since: true, time_cleared: true })),
  errors: z.array(
    auditEntry.pick({ time: true, operation: true, method: true, path: true, state: true, status: true, error: true }),
  ),
})

export const systemReportEndpoints = defineEndpoints({
  systemReport: {
    method: 'GET',
    path: '/appliances/:id/report',
    title: 'View system report',
    role: 'viewer',
    params: z.object({ id: z.string().min(1).max(64) }),
    result: systemReport,
  },
})
