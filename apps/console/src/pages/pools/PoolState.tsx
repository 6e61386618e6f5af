import { StateLabel, type Meaning } from '../../ui/StateLabel.tsx'
import { words as uiWords } from '../../ui/words.ts'
import type { PoolSummary } from '@vsnap/vsnap-api/pool.ts'
import { words } from './words.ts'

const { usage } = uiWords

/** ZFS's words for how a pool is, and what each means. */
const meanings: Readonly<Record<string, Meaning>> = {
  ONLINE: 'good',
  DEGRADED: 'warning',
  OFFLINE: 'danger',
  FAULTED: 'danger',
  UNAVAIL: 'danger',
  REMOVED: 'danger',
  SUSPENDED: 'danger',
}

/** The state of a pool in the appliance's own word, and its health when that is not whole. */
export function poolStateWord({ status, health }: Pick<PoolSummary, 'status' | 'health'>): string {
  const word = status ?? words.stateUnknown
  return health === null || health === undefined || health >= 100 ? word : [word, usage.share(health)].join(', ')
}

export function PoolState({ pool }: { pool: Pick<PoolSummary, 'status' | 'health'> }) {
  const meaning = meanings[pool.status ?? ''] ?? 'unknown'
  const isWhole = pool.health === null || pool.health === undefined || pool.health >= 100
  return <StateLabel meaning={meaning === 'good' && !isWhole ? 'warning' : meaning}>{poolStateWord(pool)}</StateLabel>
}
