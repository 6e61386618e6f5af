import { useOperation } from '../../api/operations.ts'
import { vsnap } from '../../api/queries.ts'
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { toast } from '../../components/toasts.tsx'
import { formatBytes } from '../../ui/bytes.ts'
import { snapshotCan } from '@vsnap/vsnap-api/snapshot.rules.ts'
import { useQuery } from '@tanstack/react-query'
import { VolumeLinks } from './related.tsx'
import { useRelations } from './relations.ts'
import type { DialogProps } from './volume-rename.tsx'

/** Deletes one snapshot of a volume (guide §11.3), unless it has clones. */
export function DeleteSnapshot({ applianceId, volume, snapshotId, onClose }: DialogProps & { snapshotId: string }) {
  const remove = useOperation(applianceId, 'snapshotDelete')
  const { data: snapshot, error } = useQuery({
    ...vsnap(applianceId, 'snapshotView', { params: { id: snapshotId } }),
    refetchOnMount: 'always',
  })
  const relations = useRelations(applianceId, volume, { live: true })
  const clones = relations.data?.clones.filter(({ snapshot_id: origin }) => origin === snapshotId)
  const name = snapshot?.name ?? relations.data?.snapshots.find(({ id }) => id === snapshotId)?.name ?? snapshotId
  const verdict = clones && snapshotCan.delete({ id: snapshotId, name }, clones)
  const failure = error ?? relations.error
  return (
    <ConfirmDelete
      what="snapshot"
      name={name}
      consequences={
        clones && snapshot ? [`the state of ${volume.name} that it keeps${space(snapshot.size_used)}`] : undefined
      }
      refusal={
        verdict && !verdict.ok ? (
          <>
            <p className="vs-break">{verdict.reason}</p>
            <VolumeLinks applianceId={applianceId} volumes={clones} none="none" />
          </>
        ) : undefined
      }
      note={
        failure && !(clones && snapshot) ? (
          <ErrorAlert error={failure} title="The snapshot could not be looked at" />
        ) : undefined
      }
      isBusy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: snapshotId } })
        toast({ title: `Snapshot ${name} deleted` })
        onClose()
      }}
    />
  )
}

const space = (used: number | null | undefined) => (used == null ? '' : `; ${formatBytes(used)} become free`)
