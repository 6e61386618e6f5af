import type { Lag } from '@vsnap/console-api/lag-target.ts'
import type { Full } from '@vsnap/contract/endpoint.ts'
import type { ApplianceFacts } from './facts.ts'

/** How far each relationship has come, once each: what its primary's appliance knows, else what the replica's does. */
export function lagsOf(all: readonly ApplianceFacts[]): Full<Lag>[] {
  const lags = new Map<string, Full<Lag>>()
  for (const { relationships, newest } of all)
    for (const { id, local_role: role, local_vol_id: volume } of relationships)
      if (role === 'replica')
        lags.set(id, { relationship: id, succeeded: newest.get(volume ?? '') ?? null, failed: false })
  for (const { relationships, succeeded, failed } of all)
    for (const { id, local_role: role } of relationships)
      if (role === 'primary')
        lags.set(id, { relationship: id, succeeded: succeeded.get(id) ?? null, failed: failed.has(id) })
  return [...lags.values()]
}
