import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { formatBytes } from '../../ui/bytes.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useQuery } from '@tanstack/react-query'
import { ConfirmDelete } from '../ConfirmDelete.tsx'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { VolumeLinks } from '../related.tsx'
import { toast } from '../toasts.tsx'
import { said } from '../../ui/isolated.ts'
import { useClones } from './use-clones.ts'

interface Props {
  readonly applianceId: string
  readonly snapshotId: string
  readonly onClose: () => void
  /** Where it leads afterwards, when the page that it was opened on goes with the snapshot. */
  readonly onDeleted?: () => unknown
}

/** Deletes a snapshot (guide §11.3), unless it has clones or a replication builds on it. */
export function DeleteSnapshot({ applianceId, snapshotId, onClose, onDeleted = onClose }: Props) {
  const remove = useOperation(applianceId, 'snapshotDelete')
  const view = vsnap(applianceId, 'snapshotView', { params: { id: snapshotId } })
  const { data: snapshot, error } = useQuery({ ...view, refetchOnMount: 'always' })
  const { clones, error: clonesError } = useClones(applianceId, snapshotId, { live: true })
  // Where replication is not to be had, the appliance itself decides.
  const { data: replication } = useQuery(vsnap(applianceId, 'relationshipList'))
  const name = snapshot?.name ?? snapshotId
  const refusal =
    snapshot &&
    clones &&
    reasonOf(
      all(
        whileReplicated.deleteSnapshot(snapshot, replication?.relationships ?? []),
        snapshotCan.delete(snapshot, clones),
      ),
    )
  const failure = error ?? clonesError
  return (
    <ConfirmDelete
      what="snapshot"
      name={name}
      consequences={
        snapshot &&
        clones && [`the state of ${snapshot.parent_name ?? 'its volume'} that it keeps${space(snapshot.size_used)}`]
      }
      refusal={
        refusal === undefined ? undefined : (
          <>
            <p className="vs-break">{refusal}</p>
            {clones && clones.length > 0 && <VolumeLinks applianceId={applianceId} volumes={clones} none="none" />}
          </>
        )
      }
      note={
        failure && !(snapshot && clones) ? (
          <ErrorAlert error={failure} title="The snapshot could not be looked at" />
        ) : undefined
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: snapshotId } })
        toast({ title: said`Snapshot ${name} deleted` })
        await onDeleted()
      }}
    />
  )
}

const space = (used: number | null | undefined) => (used == null ? '' : `; ${formatBytes(used)} become free`)
