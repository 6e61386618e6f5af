import { open } from '@vsnap/codecs/codec.ts'
import { defineEndpoints } from '@vsnap/contract/endpoint.ts'
import { z } from 'zod'

/**
 * What the console's server found at the address under which an appliance (id) knows a partner (its system's id) that is an
 * appliance of the console too: its certificate (`same`), another one (`other`, with the appliance that it belongs to, where
 * the console knows that), or nobody (`nobody`: which says nothing of the way between the two).
 */
export const partnerCheck = open({
  appliance: z.string(),
  partner: z.string(),
  found: z.enum(['same', 'other', 'nobody']),
  other: open({ id: z.string(), name: z.string() }).nullable(),
})
export type PartnerCheck = z.output<typeof partnerCheck>

export const partnerCheckEndpoints = defineEndpoints({
  /** Certificates alone are looked at: no request and no credential is sent to an address that only an appliance has named. */
  partnerCheckList: {
    method: 'GET',
    path: '/partners/checks',
    title: 'Look where partners lead',
    role: 'viewer',
    result: open({ checks: z.array(partnerCheck), total: z.int() }),
    timeout: 30_000,
  },
})
