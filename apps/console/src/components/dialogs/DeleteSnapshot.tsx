import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { formatBytes } from '../../ui/bytes.ts'
import { whileReplicated } from '@vsnap/vsnap-api/relationship.rules.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import type { Snapshot } from '@vsnap/vsnap-api/snapshot.ts'
import { all, reasonOf } from '@vsnap/vsnap-api/verdict.ts'
import { useQuery } from '@tanstack/react-query'
import { ConfirmDelete } from '../ConfirmDelete.tsx'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { VolumeLinks } from '../related.tsx'
import { toast } from '../toasts.tsx'
import { useClones } from './use-clones.ts'
import { words } from './words.ts'

const { deleteSnapshot } = words

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
  const replication = useQuery({ ...vsnap(applianceId, 'relationshipList'), refetchOnMount: 'always' })
  const name = snapshot?.name ?? snapshotId
  const refusal =
    snapshot &&
    clones &&
    reasonOf(
      all(
        whileReplicated.deleteSnapshot(snapshot, replication.data?.relationships ?? []),
        snapshotCan.delete(snapshot, clones),
      ),
    )
  const failure = error ?? clonesError
  return (
    <ConfirmDelete
      what="snapshot"
      name={name}
      consequences={snapshot && clones && replication.isFetchedAfterMount ? [stateOf(snapshot)] : undefined}
      refusal={
        refusal === undefined
          ? undefined
          : {
              reason: refusal,
              links: clones && clones.length > 0 && (
                <VolumeLinks applianceId={applianceId} volumes={clones} none={deleteSnapshot.noClones} />
              ),
            }
      }
      note={failure && !(snapshot && clones) ? <ErrorAlert error={failure} title={deleteSnapshot.unread} /> : undefined}
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: snapshotId } })
        toast({ title: deleteSnapshot.done(name) })
        await onDeleted()
      }}
    />
  )
}

/** What goes with it, and how much space that leaves where it is known. */
function stateOf({ parent_name: volume, size_used: used }: Pick<Snapshot, 'parent_name' | 'size_used'>): string {
  if (used == null) return volume == null ? deleteSnapshot.ownState : deleteSnapshot.state(volume)
  const free = formatBytes(used)
  return volume == null ? deleteSnapshot.ownStateAndSpace(free) : deleteSnapshot.stateAndSpace(volume, free)
}
