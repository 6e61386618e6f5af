import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { ruleText } from '../../components/form/submit.ts'
import { toast } from '../../components/toasts.tsx'
import { paths } from '../../paths.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { formatBytes } from '../../ui/bytes.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useClones } from './clones.ts'

/** Deletes a snapshot (guide §11.3), unless it has clones. */
export default function DeleteSnapshot({
  applianceId,
  snapshotId,
  onClose,
}: {
  applianceId: string
  snapshotId: string
  onClose: () => void
}) {
  const remove = useOperation(applianceId, 'snapshotDelete')
  const { data: snapshot, error } = useQuery(vsnap(applianceId, 'snapshotView', { params: { id: snapshotId } }))
  const { clones, error: clonesError } = useClones(applianceId, snapshotId)
  const navigate = useNavigate()
  if (!snapshot) return null
  const space = snapshot.size_used == null ? '' : `; ${formatBytes(snapshot.size_used)} become free`
  return (
    <ConfirmDelete
      what="snapshot"
      name={snapshot.name}
      consequences={clones && [`the state of ${snapshot.parent_name ?? 'its volume'} that it keeps${space}`]}
      refusal={ruleText(clones && snapshotCan.delete(snapshot, clones))}
      isBusy={remove.isPending}
      error={remove.error ?? clonesError ?? error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: snapshotId } })
        toast({ title: `Snapshot ${snapshot.name} deleted` })
        await navigate(paths.snapshots({ appliance: applianceId }), { replace: true })
      }}
    />
  )
}
