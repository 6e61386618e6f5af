import { bff, vsnap } from '../../api/queries.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { appliancesOf } from '../../components/bulk/rows.ts'
import { useLive } from '../../components/bulk/use-live.ts'
import { SnapshotVolumes } from '../../components/dialogs/SnapshotVolumes.tsx'
import { DialogFailed } from '../../components/form/DialogFailed.tsx'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { volumeCan } from '@vsnap/vsnap-api/volume.rules.ts'
import { useQuery } from '@tanstack/react-query'
import type { PoolDialogProps } from './pool-rename.tsx'
import { words } from './dialog-words.tsx'

interface PoolOfAppliance {
  readonly id: string
  readonly name: string
  readonly appliance: { readonly id: string; readonly name: string }
}

/** A snapshot of every volume of one pool. */
export function SnapshotPool({ applianceId, pool, onClose }: PoolDialogProps) {
  const { data: appliance } = useQuery(bff('applianceView', { params: { id: applianceId } }))
  return appliance && <SnapshotPools rows={[{ id: pool.id, name: pool.name, appliance }]} left={[]} onClose={onClose} />
}

/** A snapshot of every volume that the pools hold now. */
export function SnapshotPools({ rows, left, onClose }: BulkDialogProps<PoolOfAppliance>) {
  const appliances = appliancesOf(rows)
  const volumes = useLive(appliances.map(({ id }) => vsnap(id, 'volumeList')))
  // Where replication is not to be had, the appliance itself decides.
  const relationships = useLive(appliances.map(({ id }) => vsnap(id, 'relationshipList')))
  if (volumes.error)
    return <DialogFailed title={words.snapshotVolumes.unread} error={volumes.error} onClose={onClose} />
  if (!volumes.isKnown || !relationships.isKnown) return null
  const within = appliances.flatMap((appliance, at) => {
    const pools = new Set<string | null | undefined>(
      rows.filter((row) => row.appliance.id === appliance.id).map(({ id }) => id),
    )
    const known = relationships.data[at]?.relationships ?? []
    return (volumes.data[at]?.volumes ?? [])
      .filter(({ pool_id: pool }) => pools.has(pool))
      .map((volume) => ({
        id: volume.id,
        name: volume.name,
        appliance,
        reason: reasonOf(all(volumeCan.snapshot(volume), whileReplicated.snapshot(volume, known))),
      }))
  })
  return (
    <SnapshotVolumes
      rows={within.filter(({ reason }) => reason === undefined)}
      left={[...left, ...within.flatMap(({ name, reason }) => (reason === undefined ? [] : [{ name, reason }]))]}
      onClose={onClose}
    />
  )
}
