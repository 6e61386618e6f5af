import { plannedCall } from '../../api/plans.ts'
import type { BulkDialogProps } from '../../components/bulk/BulkBar.tsx'
import { BulkDialog } from '../../components/bulk/BulkDialog.tsx'
import { phraseFor } from '../../components/bulk/rows.ts'
import { ErrorAlert } from '../../components/ErrorAlert.tsx'
import { formatBytes } from '../../ui/bytes.ts'
import { words } from './dialog-words.tsx'
import { useDoomed } from './use-doomed.ts'
import type { VolumeRow } from './volume-columns.tsx'

const { deleteMany } = words

/** Deletes many volumes: counts live what goes with them, leaves out what cannot go, clones before their origins. */
export function DeleteVolumes({ rows, left, onClose }: BulkDialogProps<VolumeRow>) {
  const { doomed, error } = useDoomed(rows)
  const order = doomed?.order ?? rows
  const used = order.reduce((sum, { size_used: bytes }) => sum + (bytes ?? 0), 0)
  return (
    <BulkDialog
      title={deleteMany.title(order.length)}
      submit={deleteMany.submit}
      task={deleteMany.task(order.length)}
      left={[...left, ...(doomed?.left ?? [])]}
      phrase={phraseFor(order, deleteMany.phrase)}
      calls={doomed?.order.map(({ id, name, appliance }) =>
        plannedCall(appliance, 'volumeDelete', { params: { id } }, name),
      )}
      consequences={
        doomed && [
          deleteMany.content(formatBytes(used)),
          ...(doomed.snapshots > 0 ? [deleteMany.snapshots(doomed.snapshots)] : []),
          ...(doomed.shares > 0 ? [deleteMany.shares(doomed.shares)] : []),
          ...(doomed.mappings > 0 ? [deleteMany.mappings(doomed.mappings)] : []),
        ]
      }
      note={error && <ErrorAlert error={error} title={deleteMany.uncounted} />}
      onClose={onClose}
    />
  )
}
