import { laterValue, plannedCall, type PlannedCall } from '../../api/plans.ts'
import { replicaCalls } from '../../components/replication/replica.ts'
import { shareBody } from '../../components/share/share-values.ts'
import type { HostSummary } from '@vsnap/vsnap-api/host.ts'
import { words } from './create-words.tsx'
import { bodiesOf, isReplicated, shareOf, type CreateValues, type PoolRow } from './create-values.ts'

/** The hosts that each new volume is mapped to. */
export const seenBy = (values: CreateValues, hosts: readonly HostSummary[]): readonly HostSummary[] =>
  values.volume_type === 'filesystem' ? [] : hosts.filter(({ name }) => values.hosts.includes(name))

/** Everything that the wizard will do, in its order: all volumes first. `hosts`: those of the pool's appliance. */
export function callsOf(values: CreateValues, pool: PoolRow, hosts: readonly HostSummary[]): PlannedCall[] {
  const bodies = bodiesOf(values, pool)
  const made = bodies.map(({ name }, step) => ({ name, of: { params: { id: laterValue(step, 'id') } } }))
  const share = shareOf(values)
  const seeing = seenBy(values, hosts)
  const calls = [
    ...bodies.map((body) => plannedCall(pool.appliance, 'volumeCreate', { body })),
    ...(share
      ? made.map(({ name, of }) => plannedCall(pool.appliance, 'shareCreate', { ...of, body: shareBody(share) }, name))
      : []),
    ...made.flatMap(({ name, of }) =>
      seeing.map((host) =>
        plannedCall(
          pool.appliance,
          'volumeMap',
          { ...of, body: { host_id: host.id } },
          words.kept.volumeTo(name, host.name),
        ),
      ),
    ),
  ]
  if (!isReplicated(values)) return calls
  const volumes = bodies.map(({ name }, step) => ({ name, id: laterValue(step, 'id') }))
  return [...calls, ...replicaCalls(values, pool.appliance, volumes, calls.length)]
}
