import type { Appliance } from '@vsnap/console-api/appliance.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import { findingsOf } from './findings.ts'
import type { ApplianceRow } from './records.ts'
import type { Status } from './status.ts'

/** What people see of an appliance; `twins`: names of others behind which the same system stands. */
export function applianceOf(row: ApplianceRow, status: Status, twins: readonly string[]): Full<Appliance> {
  const { id, name, url, username, fingerprint, system_id, init_status, vsnap_version, time_created } = row
  const { maintenance_until: until, maintenance_by: by, maintenance_reason: reason } = row
  const maintenance = until !== null && until > Date.now() / 1000 ? { until, by: by ?? '', reason: reason ?? '' } : null
  return {
    id,
    name,
    url,
    username,
    fingerprint,
    system_id,
    ...status,
    ...(maintenance && { state: 'maintenance' as const }),
    findings: findingsOf({ status, twins }),
    maintenance,
    labels: row.labels === null ? [] : (JSON.parse(row.labels) as string[]),
    notes: row.notes ?? '',
    init_status,
    vsnap_version,
    time_created,
  }
}
